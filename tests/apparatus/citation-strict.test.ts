import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { describeCitation, type Citation } from '../../src/book/citation.ts';
import { citationFormats } from '../../src/book/citation-files.ts';
import { bookOf, entryText } from '../small-book.ts';
import { APPARATUS } from './fixture.ts';

/** Every citation of a book whose editor wrote whatever comes to mind, read as strictly as the formats are written down. */
const book = bookOf({
  ...APPARATUS,
  '2015/jia/odd.md': entryText('2015年，甲区办理事项。', {
    title: '“50%_{甲}”\\与#1 & ~乙^',
    summary: '第一行\n第二行 {未闭合 % $',
    indexTerms: ['甲,乙', '{丙', '@丁'],
  }),
});
const citations: Citation[] = book.entries.flatMap((entry) => [
  describeCitation(book, entry),
  describeCitation(book, entry, { url: `https://yearbook.example.cn/${entry.id}/`, folio: '12' }),
]);
const render = (extension: string, citation: Citation) => citationFormats.find((format) => format.extension === extension)!.render(citation);

/** One BibTeX entry → its fields; throws where a brace is not closed, a name is odd or a sign of TeX stands bare. */
function readBibtex(text: string): Map<string, string> {
  const head = /^@incollection\{([A-Za-z0-9:_-]+),\n/.exec(text);
  if (!head) throw new Error(`no head: ${text}`);
  const fields = new Map<string, string>();
  let at = head[0].length;
  for (;;) {
    const name = /^ {2}([a-z]+) = \{/.exec(text.slice(at));
    if (!name) throw new Error(`no field at ${text.slice(at, at + 20)}`);
    at += name[0].length;
    const start = at;
    for (let depth = 1; depth > 0; at += 1) {
      const sign = text[at];
      if (sign === undefined) throw new Error(`${name[1]} is not closed`);
      if (sign === '\\') at += 1;
      else if (sign === '{') depth += 1;
      else if (sign === '}') depth -= 1;
    }
    const value = text.slice(start, at - 1);
    if (name[1] !== 'url' && /(?<!\\)[#$%&_^~]/.test(value)) throw new Error(`${name[1]}: bare sign in ${value}`);
    if (fields.has(name[1]!)) throw new Error(`${name[1]} twice`);
    fields.set(name[1]!, value);
    if (text.startsWith(',\n', at)) at += 2;
    else if (text.slice(at) === '\n}\n') return fields;
    else throw new Error(`unexpected ${text.slice(at, at + 10)}`);
  }
}

test('BibTeX', () => {
  for (const citation of citations) {
    const fields = readBibtex(render('bib', citation));
    for (const name of ['title', 'booktitle', 'editor', 'year']) expect(fields.get(name)).toBeTruthy();
    expect(fields.get('year')).toMatch(/^\d{4}$/);
  }
});

test('RIS: a type first, an end last, one known tag a line', () => {
  const KNOWN = ['TY', 'TI', 'T2', 'ED', 'PB', 'CY', 'PY', 'SP', 'SN', 'UR', 'LA', 'KW', 'AB', 'ER'];
  for (const citation of citations) {
    const text = render('ris', citation);
    expect(text.endsWith('ER  - \r\n')).toBe(true);
    const lines = text.slice(0, -2).split('\r\n');
    expect(lines[0]).toBe('TY  - CHAP');
    expect(lines.filter((line) => !/^[A-Z][A-Z0-9] {2}- /.test(line) || /[\r\n]/.test(line) || !KNOWN.includes(line.slice(0, 2)))).toEqual([]);
    expect(lines.filter((line) => line.startsWith('ER'))).toHaveLength(1);
  }
});

/** The part of csl-data.json (citationstyles.org, 1.0) that we use, closed: an unknown name is a mistake. */
const CSL = {
  type: 'array',
  items: {
    type: 'object',
    required: ['type', 'id'],
    additionalProperties: false,
    properties: {
      id: { type: ['string', 'number'] },
      type: { enum: ['chapter'] },
      editor: { type: 'array', items: { type: 'object', required: ['literal'], additionalProperties: false, properties: { literal: { type: 'string' } } } },
      issued: {
        type: 'object',
        additionalProperties: false,
        properties: { 'date-parts': { type: 'array', minItems: 1, maxItems: 2, items: { type: 'array', minItems: 1, maxItems: 3, items: { type: 'number' } } } },
      },
      ...Object.fromEntries(
        ['title', 'container-title', 'publisher', 'publisher-place', 'page', 'ISBN', 'URL', 'language', 'keyword', 'abstract'].map((name) => [name, { type: 'string' }]),
      ),
    },
  },
};

test('CSL-JSON', () => {
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile(CSL);
  for (const citation of citations) expect([validate(JSON.parse(render('json', citation))), validate.errors]).toEqual([true, null]);
});
