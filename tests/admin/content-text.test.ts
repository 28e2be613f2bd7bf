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
