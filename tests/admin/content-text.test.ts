import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fileShapes } from '../../src/admin/content-shape.ts';
import { readContentText, writeContentText } from '../../src/admin/content-text.ts';
import { parseEntry } from '../../src/entry/parse.ts';
import { ROOT } from '../run-script.ts';

const shapes = fileShapes();
const entry = shapes['entry']!;
const rewrite = (text: string, kind = 'entry') => writeContentText(readContentText(text, shapes[kind]!), shapes[kind]!);

const ENTRY = `---
title: 事项
domain: economy
source: report
figures:
  - {name: 投入, value: 1.10, unit: 万元, date: 2015}
indexTerms: [审批, {term: 重庆, sortKey: chong qing}]
see:
  - 2015/jia/base
---

正文。
`;

describe('what stands in a file stays as written', () => {
  it('keeps numbers, dates and codes as text', () => {
    const { figures } = readContentText(ENTRY, entry) as { figures: Record<string, string>[] };
    expect(figures[0]).toEqual({ name: '投入', value: '1.10', unit: '万元', date: '2015' });
  });

  it('opens short forms for the form and closes them in the file', () => {
    expect(readContentText(ENTRY, entry)).toMatchObject({
      source: ['report'],
      indexTerms: [{ term: '审批' }, { term: '重庆', sortKey: 'chong qing' }],
      see: [{ id: '2015/jia/base' }],
    });
    expect(rewrite(ENTRY)).toContain('source: report\n');
    expect(rewrite(ENTRY)).toContain('indexTerms: [审批, {term: 重庆, sortKey: chong qing}]\n');
  });

  it('leaves out what the form left empty', () => {
    const values = { title: '事项', domain: 'economy', source: ['report'], summary: '', lead: [], dates: {}, pilot: null, figures: [{ name: '', value: null }], body: ' ' };
    expect(writeContentText(values, entry)).toBe('---\ntitle: 事项\ndomain: economy\nsource: report\n---\n');
  });

  it('quotes codes, and keeps a field it does not know', () => {
    expect(rewrite('- {slug: jia, code: "100001", name: 甲区, 备注: ~x}\n', 'districts')).toBe('- {slug: jia, code: "100001", name: 甲区, 备注: ~x}\n');
    expect(rewrite('---\ntitle: 事项\ndomain: economy\nsource: report\nbudget: 5\n---\n')).toContain('budget: 5\n');
  });

  it('reads files of other systems, and an empty list', () => {
    expect(rewrite('\uFEFF---\r\ntitle: 事项\r\n---\r\n\r\n一。\r\n\r\n二。\r\n')).toBe('---\ntitle: 事项\n---\n\n一。\n\n二。\n');
    expect(rewrite('', 'glossary')).toBe('[]\n');
  });

  it('takes back the tilde that rich text escapes', () => {
    expect(writeContentText({ title: '事项', body: '占3\\~5成' }, entry)).toContain('占3~5成');
  });

  it('names the line of a file it cannot read', () => {
    expect(() => readContentText('---\ntitle: [\n---\n', entry)).toThrow(/第\d+行/);
    expect(() => readContentText('title: x\n', entry)).toThrow('---');
  });
});

describe('the content of this repository', () => {
  const files = (readdirSync(join(ROOT, 'content'), { recursive: true }) as string[]).filter((file) => /^\d{4}\/[^/]+\/(?!district).*\.md$/.test(file));

  it.each(files)('%s means the same after it was saved in the browser', (file) => {
    const text = readFileSync(join(ROOT, 'content', file), 'utf8');
    const fields = (source: string) => {
      const { body: _, places: __, ...rest } = parseEntry(source, file).entry!;
      return rest;
    };
    expect(fields(rewrite(text))).toEqual(fields(text));
    expect(rewrite(text).split('\n---\n')[1]).toBe(text.split('\n---\n')[1]);
  });
});

describe('what an editor has written by hand', () => {
  const DRAFT = `---
# 导入自“报告.docx”第3段
title: 事项
domain: economy # 待核：依据“企业”判断
lead: [区政务局] # 待核
source: report
figures:
  - {name: 窗口, value: 12, unit: 个} # 第3段
  - {name: 事项, value: 80, unit: 项} # 第4段，待核
  # 下面这项口径不同
  - {name: 办件, value: 3.2, unit: 万件}
state: draft
---

正文。
`;
  const change = (text: string, changed: Record<string, unknown>, kind = 'entry') => writeContentText({ ...readContentText(text, shapes[kind]!), ...changed }, shapes[kind]!);

  it('stays with its comments and its order where nothing was changed', () => {
    expect(rewrite(DRAFT)).toBe(DRAFT);
  });

  it('stays around what was changed, added and taken away', () => {
    const { figures } = readContentText(DRAFT, entry) as { figures: Record<string, string>[] };
    const saved = change(DRAFT, { title: '新事项', summary: '一句话', lead: [], figures: [{ ...figures[0], value: '15' }, figures[2], { name: '新增', value: '5', unit: '项' }] });
    expect(saved).toBe(`---
# 导入自“报告.docx”第3段
title: 新事项
domain: economy # 待核：依据“企业”判断
source: report
summary: 一句话
figures:
  - {name: 窗口, value: 15, unit: 个} # 第3段
  # 下面这项口径不同
  - {name: 办件, value: 3.2, unit: 万件}
  - {name: 新增, value: 5, unit: 项}
state: draft
---

正文。
`);
  });

  it('stays in lists: an item added, one changed, the comments above', () => {
    const list = '# 名录\n- {slug: jia, code: "100001", name: 甲区, city: 某市, province: 某省}\n# 新设\n- {slug: yi, code: "100002", name: 乙区, city: 某市, province: 某省}\n';
    const { items } = readContentText(list, shapes['districts']!) as { items: Record<string, string>[] };
    expect(change(list, { items: [items[0], { ...items[1], name: '新乙区' }, { slug: 'bing', code: '100003', name: '丙区' }] }, 'districts')).toBe(
      `${list.replace('乙区', '新乙区')}- {slug: bing, code: "100003", name: 丙区}\n`,
    );
  });
});
