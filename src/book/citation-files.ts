import type { Citation } from './citation.ts';

/** A citation in the form one kind of reference manager reads. */
export interface CitationFormat {
  name: string;
  extension: string;
  type: string;
  render(citation: Citation): string;
}

/** The forms every entry is offered in. */
export const citationFormats: CitationFormat[] = [
  { name: 'BibTeX', extension: 'bib', type: 'application/x-bibtex; charset=utf-8', render: renderBibtex },
  { name: 'RIS', extension: 'ris', type: 'application/x-research-info-systems; charset=utf-8', render: renderRis },
  { name: 'CSL-JSON', extension: 'json', type: 'application/json; charset=utf-8', render: renderCsl },
];

/** Braces around a name keep BibTeX from taking the last character of an office for a family name. */
const braced = (text: string): string => `{${bibtexText(text)}}`;

/** BibTeX's own signs, written so that they print as themselves; an unmatched brace would end the field. */
const bibtexText = (text: string): string =>
  text.replace(/[\\{}#$%&_^~]/g, (sign) => {
    if (sign === '\\') return '\\textbackslash{}';
    if (sign === '^') return '\\textasciicircum{}';
    if (sign === '~') return '\\textasciitilde{}';
    return `\\${sign}`;
  });

function renderBibtex(citation: Citation): string {
  const { id, title, yearbook, editors, publisher, place, published, recordYear, isbn, folio, url, language, keywords, abstract } = citation;
  const fields: [string, string | undefined][] = [
    ['title', braced(title)],
    ['booktitle', braced(yearbook)],
    ['editor', editors.map(braced).join(' and ')],
    ['publisher', publisher && braced(publisher)],
    ['address', place && bibtexText(place)],
    ['year', published ?? recordYear],
    ['pages', folio],
    ['isbn', isbn],
    ['url', url],
    ['langid', language === 'zh-Hant' ? 'chinese-traditional' : 'chinese'],
    ['keywords', bibtexText(keywords.join(', '))],
    ['abstract', abstract && bibtexText(abstract)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
  return `@incollection{${id.replaceAll('/', '-')},\n${lines.join(',\n')}\n}\n`;
}

function renderRis(citation: Citation): string {
  const { title, yearbook, editors, publisher, place, published, recordYear, isbn, folio, url, language, keywords, abstract } = citation;
  const lines: [string, string | undefined][] = [
    ['TY', 'CHAP'],
    ['TI', title],
    ['T2', yearbook],
    ...editors.map((editor): [string, string] => ['ED', editor]),
    ['PB', publisher],
    ['CY', place],
    ['PY', published ?? recordYear],
    ['SP', folio],
    ['SN', isbn],
    ['UR', url],
    ['LA', language],
    ...keywords.map((keyword): [string, string] => ['KW', keyword]),
    ['AB', abstract],
    ['ER', ''],
  ];
  // A tag has one line; what an editor wrote over several would end it.
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value.replace(/\s+/g, ' ')}\r\n`])).join('');
}

function renderCsl(citation: Citation): string {
  const { id, title, yearbook, editors, publisher, place, published, recordYear, isbn, folio, url, language, keywords, abstract } = citation;
  const item = {
    id,
    type: 'chapter',
    title,
    'container-title': yearbook,
    editor: editors.map((literal) => ({ literal })),
    publisher,
    'publisher-place': place,
    issued: { 'date-parts': [[Number(published ?? recordYear)]] },
    page: folio,
    ISBN: isbn,
    URL: url,
    language,
    keyword: keywords.join(', '),
    abstract,
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}
