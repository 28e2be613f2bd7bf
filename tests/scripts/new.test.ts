import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readTree, removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { readReport, runScript } from '../run-script.ts';

let folder: string;
let content: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  content = join(folder, 'content');
});
afterEach(() => removeFolder(folder));

const OPTIONS = { district: 'jia', year: '2015', domain: 'economy', title: '政府购买服务' };

const make = (options: Record<string, string>) =>
  runScript('new', ['--content', content, ...Object.entries({ ...OPTIONS, ...options }).map(([name, value]) => `--${name}=${value}`)]);

describe('a new entry', () => {
  test('has a pinyin slug and is valid as it stands', async () => {
    await writeContent(content);
    const { code, stdout } = await make({});
    expect([code, stdout]).toEqual([0, `已新建 ${content}/2015/jia/zheng-fu-gou-mai-fu-wu.md\n`]);
    expect(await readFile(`${content}/2015/jia/zheng-fu-gou-mai-fu-wu.md`, 'utf8')).toMatch(
      /^---\ntitle: 政府购买服务\ndomain: economy\nsource: report\nstate: draft\n---\n\n正文：/,
    );
    const check = await runScript('check', ['--content', content]);
    expect([check.code, readReport(check).counts]).toEqual([0, expect.stringMatching(/^已检查2个条目：0个错误/)]);
  });

  test('of a new year and district brings their pages with it', async () => {
    await writeContent(content);
    const { code, stdout } = await make({ year: '2020', district: 'yi', source: 'report' });
    expect([code, stdout.trimEnd().split('\n')]).toEqual([
      0,
      ['2020/yearbook.md', '2020/yi/district.md', '2020/yi/zheng-fu-gou-mai-fu-wu.md'].map((file) => `已新建 ${content}/${file}`),
    ]);
    const check = await runScript('check', ['--content', content]);
    expect([check.code, readReport(check).counts]).toEqual([0, expect.stringMatching(/^已检查2个条目：0个错误/)]);
  });

  test('takes names as well as slugs', async () => {
    await writeContent(content);
    expect((await make({ district: '甲区', domain: '社会治理改革' })).code).toBe(0);
    expect(await readFile(`${content}/2015/jia/zheng-fu-gou-mai-fu-wu.md`, 'utf8')).toContain('domain: governance');
  });

  test('keeps a title that YAML would read otherwise', async () => {
    await writeContent(content);
    await make({ title: '改革: “一窗”#1', slug: 'item' });
    expect(readReport(await runScript('check', ['--content', content])).counts).toMatch(/0个错误/);
    expect(await readFile(`${content}/2015/jia/item.md`, 'utf8')).toContain('改革: “一窗”#1');
  });
});

describe('nothing is overwritten', () => {
  test('a taken name gets a number', async () => {
    const own = '---\ntitle: 政府购买服务\ndomain: economy\nsource: report\n---\n\n我写的。\n';
    await writeContent(content, { '2015/jia/zheng-fu-gou-mai-fu-wu.md': own });
    const before = await readTree(content);
    expect((await make({})).stdout).toBe(`已新建 ${content}/2015/jia/zheng-fu-gou-mai-fu-wu-2.md\n`);
    expect(await readTree(content)).toMatchObject(before);
  });

  test('a name asked for must be free', async () => {
    await writeContent(content);
    const before = await readTree(content);
    const { code, stderr } = await make({ slug: 'base' });
    expect([code, stderr]).toEqual([1, `${content}/2015/jia/base.md 已经存在，没有改动；请换一个 --slug\n`]);
    expect(await readTree(content)).toEqual(before);
  });

  test('the page of the chapter is no entry', async () => {
    await writeContent(content);
    const before = await readTree(content);
    expect((await make({ slug: 'district' })).code).toBe(1);
    expect(await readTree(content)).toEqual(before);
  });
});

describe('refused, with nothing written', () => {
  test.each([
    [{ district: 'jai' }, '没有区“jai”；是否为“jia”？'],
    [{ domain: 'econmy' }, '没有改革领域“econmy”；是否为“economy”？'],
    [{ source: 'repotr' }, '没有来源“repotr”；是否为“report”？'],
    [{ year: '15' }, '--year 的值“15”不对：请写四位年份，如 2015'],
    [{ title: '' }, '--title 的值“”不对：请写标题'],
    [{ slug: '服务' }, '--slug 的值“服务”不对：文件名“服务”含有小写字母、数字、连字符以外的字符；请改名为“fu-wu”'],
    [{ slug: 'page' }, '--slug 的值“page”不对：“page”是网址中的保留名；请改用其他名字，如“page-1”'],
    [{ slug: '../../escape' }, '--slug 的值“../../escape”不对：文件名“../../escape”含有小写字母、数字、连字符以外的字符；请改名为“escape”'],
  ])('%j', async (options, sentence) => {
    await writeContent(content);
    const before = await readTree(content);
    const { code, output } = await make(options as Record<string, string>);
    expect([code, output]).toEqual([1, `${sentence}\n`]);
    expect(await readTree(content)).toEqual(before);
  });

  test('a title of 10,000 characters', async () => {
    await writeContent(content);
    const { code, output } = await make({ title: '改'.repeat(10_000) });
    expect([code, output.length < 200]).toEqual([1, true]);
    expect(output).toContain('标题有10000个字');
  });

  test('a name that two districts bear', async () => {
    await writeContent(content, {
      'districts.yaml':
        '- {slug: jia, code: "100001", name: 甲区, city: 某市, province: 某省}\n- {slug: jia-2, code: "100002", name: 甲区, city: 另市, province: 某省}\n',
    });
    const { code, output } = await make({ district: '甲区' });
    expect([code, output]).toEqual([1, '有几个区叫“甲区”：jia（甲区（某市））、jia-2（甲区（另市））；请写 slug\n']);
  });

  test('a missing option where nobody can be asked', async () => {
    await writeContent(content);
    const { code, output } = await runScript('new', ['--content', content, '--district', 'jia']);
    expect([code, output]).toEqual([1, '缺少年份；请加上 --year，例如 npm run new -- --year …\n']);
  });

  test('a folder without sources', async () => {
    await writeContent(content, { 'sources.yaml': '[]\n' });
    expect((await make({})).output).toBe('sources.yaml 里还没有来源；每个条目都要有来源，请先写上\n');
  });
});
