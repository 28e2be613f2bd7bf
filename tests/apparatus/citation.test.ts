import { expect, test } from 'vitest';
import { citeEntry, describeCitation, printCitation } from '../../src/book/citation.ts';
import { citationFormats } from '../../src/book/citation-files.ts';
import { bookOf } from '../small-book.ts';
import { APPARATUS } from './fixture.ts';

const book = bookOf(APPARATUS);
const entry = book.byId.get('2015/jia/base')!;
const url = 'https://yearbook.example.cn/2015/jia/base/';
const citation = describeCitation(book, entry, { url, folio: '12' });
const render = (extension: string) => citationFormats.find((format) => format.extension === extension)!.render(citation);

test('GB/T 7714: a part of a yearbook, with place for the date of citation', () => {
  expect(citeEntry(book, entry, { url, folio: '12' })).toBe(
    `审批制度改革[M/OL]//甲编辑部, 乙编辑部. 改革年鉴 2015. 某市: 某出版社, 2016: 12. ${url}.`,
  );
  const { before, after } = printCitation(citation);
  expect(`${before}[2026-01-31]${after}`).toBe(
    `审批制度改革[M/OL]//甲编辑部, 乙编辑部. 改革年鉴 2015. 某市: 某出版社, 2016: 12[2026-01-31]. ${url}.`,
  );
});

test('parts not known are left out', () => {
  const other = book.byId.get('2018/bing/society')!;
  expect(citeEntry(book, other)).toBe('社會組織培育[M]//年鉴编辑部. 改革年鉴 2018.');
});

test('BibTeX', () => {
  expect(render('bib')).toBe(`@incollection{2015-jia-base,
  title = {{审批制度改革}},
  booktitle = {{改革年鉴 2015}},
  editor = {{甲编辑部} and {乙编辑部}},
  publisher = {{某出版社}},
  address = {某市},
  year = {2016},
  pages = {12},
  isbn = {978-7-000-00000-2},
  url = {${url}},
  langid = {chinese},
  keywords = {经济体制改革, 甲区, 行政审批, 重点事项}
}
`);
});

test('a title with the signs of BibTeX prints as itself', () => {
  const rendered = citationFormats[0]!.render({ ...citation, title: '50%_{a}\\b & #1' });
  expect(rendered).toContain('title = {{50\\%\\_\\{a\\}\\textbackslash{}b \\& \\#1}}');
});

test('RIS has its tags in order, one a line', () => {
  expect(render('ris').split('\r\n')).toEqual([
    'TY  - CHAP', 'TI  - 审批制度改革', 'T2  - 改革年鉴 2015', 'ED  - 甲编辑部', 'ED  - 乙编辑部', 'PB  - 某出版社', 'CY  - 某市', 'PY  - 2016',
    'SP  - 12', 'SN  - 978-7-000-00000-2', `UR  - ${url}`, 'LA  - zh-Hans', 'KW  - 经济体制改革', 'KW  - 甲区', 'KW  - 行政审批', 'KW  - 重点事项',
    'ER  - ', '',
  ]);
});

test('CSL-JSON', () => {
  expect(JSON.parse(render('json'))).toMatchObject([
    { type: 'chapter', title: '审批制度改革', 'container-title': '改革年鉴 2015', page: '12', URL: url, issued: { 'date-parts': [[2016]] } },
  ]);
});
