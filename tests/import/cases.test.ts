import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import type { Domain } from '../../src/book/schema.ts';
import { buildVocabulary, domainOfHeading } from '../../src/import/domain.ts';
import { findBodies } from '../../src/import/find-bodies.ts';
import { findDocuments } from '../../src/import/find-documents.ts';
import { findEvents } from '../../src/import/find-events.ts';
import { findFigures } from '../../src/import/find-figures.ts';
import { findTableFigures } from '../../src/import/find-table-figures.ts';
import { findPilot } from '../../src/import/find-pilot.ts';
import { restorePunctuation } from '../../src/import/punctuation.ts';
import { titleOf } from '../../src/import/title.ts';
import { findUnwrittenCounts } from '../../src/import/unwritten-counts.ts';

const read = <T>(file: string): T => parse(readFileSync(join(import.meta.dirname, file), 'utf8'), { schema: 'failsafe' }) as T;

describe('punctuation', () => {
  test.each(read<{ from: string; to: string }[]>('cases/punctuation.yaml'))('$from', ({ from, to }) => {
    expect(restorePunctuation(from)).toBe(to);
    expect(restorePunctuation(to)).toBe(to);
  });
});

describe('figures', () => {
  test.each(read<{ text: string; figures: string[] }[]>('cases/figures.yaml'))('$text', ({ text, figures }) => {
    const found = findFigures(text).map(({ name, value, unit = '', before, approx }) => `${name} ${value}${unit}${before ? `←${before}` : ''}${approx ? `(${approx})` : ''}`);
    expect(found).toEqual(figures);
  });
});

describe('figures or not', () => {
  test.each(read<{ text: string; figures: string[]; doubts?: string[] }[]>('cases/figures-or-not.yaml'))('$text', ({ text, figures, doubts = [] }) => {
    const found = findFigures(text);
    expect(found.map(({ value, unit = '', before }) => `${value}${unit}${before ? `←${before}` : ''}`)).toEqual(figures);
    const said = [...found.flatMap((figure) => figure.doubts), ...findUnwrittenCounts(text)].filter((doubt) => doubt !== '指标名');
    expect(doubts.filter((doubt) => !said.some((one) => one.includes(doubt)))).toEqual([]);
    expect(said.filter((one) => !doubts.some((doubt) => one.includes(doubt)))).toEqual([]);
  });
});

describe('documents', () => {
  test.each(read<{ text: string; documents: string[] }[]>('cases/documents.yaml'))('$text', ({ text, documents }) => {
    expect(findDocuments(text).map(({ title, number, date }) => [title, number, date].filter(Boolean).join(' '))).toEqual(documents);
  });
});

describe('tables', () => {
  test.each(read<{ rows: string[][]; figures: string[] }[]>('cases/tables.yaml'))('$rows', ({ rows, figures }) => {
    const found = findTableFigures(rows).figures.map(({ name, value, unit = '', before, date, doubts }) => `${name} ${value}${unit}${before ? `←${before}` : ''}${date ? ` ${date}` : ''}${doubts.length ? '？' : ''}`);
    expect(found).toEqual(figures);
  });
});

describe('events', () => {
  test.each(read<{ text: string; year?: string; events: string[] }[]>('cases/events.yaml'))('$text', ({ text, year, events }) => {
    expect(findEvents(text, year).map(({ date, text: happened, doubtful }) => `${date} ${happened}${doubtful ? '？' : ''}`)).toEqual(events);
  });
});

describe('bodies', () => {
  test.each(read<{ text: string; lead: string[]; partners?: string[]; doubtful?: string }[]>('cases/bodies.yaml'))('$text', ({ text, doubtful, ...bodies }) => {
    expect(findBodies([text])).toEqual({ partners: [], ...bodies, doubtful: doubtful === '是' });
  });
});

describe('pilots', () => {
  test.each(read<{ text: string; pilot?: string }[]>('cases/pilots.yaml'))('$text', ({ text, pilot }) => {
    const { level, name, date } = findPilot('', [text]) ?? {};
    expect([level, name, date].filter(Boolean).join(' ')).toBe(pilot ?? '');
  });
});

describe('titles', () => {
  const vocabulary = buildVocabulary(read<Domain[]>('truth/domains.yaml'));
  test.each(read<{ heading?: string; text?: string; title: string; doubt?: string }[]>('cases/titles.yaml'))('$heading$text', ({ heading = '', text = '', title, doubt = '' }) => {
    const found = titleOf(heading, [text], vocabulary);
    expect(found.title).toBe(title);
    expect(doubt === '' ? found.doubt === '' : found.doubt.includes(doubt), found.doubt).toBe(true);
  });
});

describe('domain headings', () => {
  const vocabulary = buildVocabulary(read<Domain[]>('truth/domains.yaml'));
  test.each(read<{ heading: string; domain: string }[]>('cases/headings.yaml'))('$heading', ({ heading, domain }) => {
    expect(domainOfHeading(heading, vocabulary) ?? 'none').toBe(domain);
  });
});
