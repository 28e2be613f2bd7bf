import { expect, test } from 'vitest';
import readExcelFile from 'read-excel-file/node';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { countEntries, countWords } from '../../src/ledger/count-entries.ts';
import { buildLedger, neutralise } from '../../src/ledger/ledger-sheet.ts';
import { alignTable, foldTable, statsLines } from '../../src/ledger/stats-table.ts';
import { removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { runScript } from '../run-script.ts';
import { bookOf, entryText } from '../small-book.ts';

const FILES = {
  '2015/jia/one.md': entryText('2015年，甲区办理事项80项。', { figures: [{ name: '事项', value: '80', unit: '项' }], lead: ['区政务局'] }),
  '2015/jia/two.md': entryText('2015年，甲区建站。', { title: '=建站', domain: 'governance', state: 'draft' }),
};

test('a chapter in numbers', () => {
  const [jia] = countEntries(bookOf(FILES, { drafts: true }));
  expect(jia).toMatchObject({ district: '甲区', final: 2, draft: 1, gaps: [], figures: 1, indexTerms: 3 });
  expect(jia!.domains).toEqual([{ domain: '经济体制改革', final: 2, draft: 0 }, { domain: '社会治理改革', final: 0, draft: 1 }]);
  expect(countWords('2015年，甲区办理PPP项目3.5万件。')).toBe(14);
});

test('Han take two columns', () => {
  expect(alignTable([['区', 'x'], ['甲区', 'y']])).toEqual(['区    x', '甲区  y']);
});

test('a table wider than a terminal goes on below, its first column repeated', () => {
  const districts = Array.from({ length: 12 }, (_, index) => `某某新区${index}`);
  const lines = foldTable([['区', ...districts], ['经济', ...districts.map((_, index) => String(index))]]);
  expect(lines.every((line) => [...line].reduce((sum, char) => sum + (/\p{Script=Han}/u.test(char) ? 2 : 1), 0) <= 80)).toBe(true);
  expect(lines.filter((line) => line.startsWith('经济')).join(' ').match(/\d+/g)).toEqual(districts.map((_, index) => String(index)));
});

test('entries by domain and district, final and draft, with totals', () => {
  const lines = statsLines(countEntries(bookOf(FILES, { drafts: true })), []);
  expect(lines.slice(lines.indexOf('领域 × 区（定稿+未定稿）') + 1, lines.indexOf('领域 × 区（定稿+未定稿）') + 6)).toEqual([
    '年份      2015', '区        甲区  合计', '经济      2     2', '社会治理  0+1   0+1', '合计      2+1   2+1',
  ]);
});

test('the ledger: one row an entry, no cell a formula', () => {
  const [header, ...rows] = buildLedger(bookOf(FILES, { drafts: true }));
  expect(header!.slice(0, 5)).toEqual(['序号', '年份', '区', '改革领域', '标题']);
  expect(rows.map((row) => row[4])).toEqual(['审批制度', '事项办理', "'=建站"]);
  expect(['=1', '+1', '-1', '@x', '一'].map(neutralise)).toEqual(["'=1", "'+1", "'-1", "'@x", '一']);
});

test('both commands', async () => {
  const folder = await temporaryFolder();
  const content = await writeContent(join(folder, 'content'), FILES);
  const stats = await runScript('stats', ['--content', content]);
  expect(stats).toMatchObject({ code: 0, stderr: '' });
  expect(stats.stdout).toContain('条目3个：定稿2个，未定稿1个');
  const xlsx = join(folder, '台账.xlsx');
  expect(await runScript('ledger', [xlsx, '--content', content])).toMatchObject({ code: 0, stdout: `已写好“${xlsx}”：3个条目\n` });
  const [sheet] = await readExcelFile(await readFile(xlsx));
  expect(sheet!.data).toHaveLength(4);
  expect((await runScript('ledger', [xlsx, '--content', content])).stderr).toContain('已经存在');
  expect((await runScript('ledger', [join(folder, 'x.csv'), '--content', content])).stderr).toContain('不是 .xlsx 文件名');
  expect((await runScript('stats', ['--content', content, '--year', '1999'])).stderr).toContain('没有1999年的卷');
  await writeContent(content, { ...FILES, '2015/jia/wrong.md': entryText('2015年，甲区建站。', { domain: 'nowhere' }) });
  expect((await runScript('stats', ['--content', content])).stdout).toContain('1个错误');
  expect((await runScript('ledger', [join(folder, '二.xlsx'), '--content', content])).stdout).toContain('3个条目\n内容里有1个错误，有错误的条目可能没有列入');
  await removeFolder(folder);
});

test('the ledger comes back by import: titles, domains, organisations, documents, and not a cell lost', async () => {
  const folder = await temporaryFolder();
  const one = entryText('2015年，甲区印发《甲区事项办理办法》，办理事项80项。', { lead: ['区政务局', '区编办'], partners: ['区财政局'], documents: [{ title: '甲区事项办理办法' }], summary: '甲区办理事项80项' });
  const content = await writeContent(join(folder, 'content'), { '2015/jia/one.md': one, '2015/jia/two.md': entryText('2015年，甲区建站。', { title: '=建站', domain: 'governance' }) });
  const xlsx = join(folder, '台账.xlsx');
  await runScript('ledger', [xlsx, '--content', content]);
  for (const name of ['base', 'one', 'two']) await rm(join(content, `2015/jia/${name}.md`));
  const imported = await runScript('import', [xlsx, '--district', '甲区', '--year', '2015', '--content', content]);
  expect(imported.stdout).toMatch(/写成3篇草稿，原文\d+句有100%在草稿里/);
  const draft = await readFile(join(content, '2015/jia/shi-xiang-ban-li.md'), 'utf8');
  for (const line of ['title: 事项办理', 'domain: economy', 'lead: [区政务局, 区编办]', 'partners: [区财政局]', '{title: 甲区事项办理办法', 'value: 80', '编号：2015/jia/one']) expect(draft).toContain(line);
  expect((await runScript('check', ['--content', content])).stdout).toContain('0个错误');
  await removeFolder(folder);
});
