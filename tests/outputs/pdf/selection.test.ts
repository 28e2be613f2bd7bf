import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { removeFolder, temporaryFolder, writeContent } from '../../content-on-disk.ts';
import { runScript } from '../../run-script.ts';
import { entryText } from '../../small-book.ts';
import { openPdf, pageText, readAllLines } from './read-pdf.ts';

let folder: string;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeContent(join(folder, 'content'), {
    '2015/jia/other.md': entryText('2015年，甲区治理社区。', { title: '社区治理', domain: 'governance', see: ['2015/jia/base'] }),
    '2015/yi/district.md': '---\nsource: report\n---\n\n概况。\n',
    '2015/yi/a.md': entryText('2015年，乙区治理社区。', { title: '乙区社区', domain: 'governance' }),
  });
});

afterAll(() => removeFolder(folder));

const pdf = (...args: string[]) => runScript('pdf', ['--content', join(folder, 'content'), ...args]);

test('a year, district and domain make a PDF of their own', async () => {
  const file = join(folder, 'x.pdf');
  const { code, output } = await pdf('--year', '2015', '--district', 'jia', '--domain', 'governance', '--edition', 'a4', '--out', file);
  expect(code, output).toBe(0);
  const opened = await openPdf(file);
  const text = (await readAllLines(opened)).map(pageText).join('');
  expect(text).toContain('【社区治理】');
  expect(text).not.toContain('【审批制度】');
  expect(text).not.toContain('乙区社区');
  // What is left out is named without a page.
  expect(text).toContain('参见审批制度');
  expect((await opened.getPage(1)).view[2]).toBeCloseTo((210 * 72) / 25.4, 0);
}, 30_000);

test('a mistyped choice is answered with the choices', async () => {
  expect((await pdf('--district', 'jai')).output).toContain('--district 的值“jai”不对；可写：jia、yi');
  expect((await pdf('--edition', 'a5')).output).toContain('可写：book、a4、press、large');
  expect((await pdf('--district', 'yi', '--domain', 'economy')).output).toContain('economy');
}, 30_000);
