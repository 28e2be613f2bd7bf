import { pinyin } from 'pinyin-pro';
import type { z } from 'zod';
import { problem, type Place, type Problem } from '../problem.ts';
import { parseBody, textRuns, type Body } from './body.ts';
import { RESERVED_SLUGS } from './fields.ts';
import { splitFrontmatter } from './frontmatter.ts';
import { numbersIn, standsIn } from './numbers.ts';
import { readFields } from './read-fields.ts';
import { entrySchema, type EntryFields } from './schema.ts';
import type { YamlSource } from './yaml-source.ts';

/** Line and column of a frontmatter value, for the checks that need the whole Book. */
export type Places = Record<string, [line: number, column: number]>;

/** One matter of one district in one year (条目). */
export interface Entry extends EntryFields {
  /** `<year>/<district>/<slug>`: the path without `.md`. */
  id: string;
  year: string;
  district: string;
  slug: string;
  /** Path relative to the content folder. */
  file: string;
  body: Body;
  places: Places;
}

export interface ParsedFile<T> {
  fields: T;
  body: Body;
  yaml: YamlSource;
}

/** Any Markdown file of the content folder: frontmatter by `schema`, body as a tree. Problems are collected, never thrown. */
export function parseMarkdownFile<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
): { parsed?: ParsedFile<z.output<S>>; problems: Problem[] } {
  const { split, problems: splitProblems } = splitFrontmatter(text, file);
  if (!split) return { problems: splitProblems };
  const { value, problems: fieldProblems } = readFields(schema, split.yaml);
  const { body, problems: bodyProblems } = parseBody(split.body, file, split.bodyLine);
  const problems = [...splitProblems, ...fieldProblems, ...bodyProblems];
  return value === undefined ? { problems } : { parsed: { fields: value, body, yaml: split.yaml }, problems };
}

/** One entry file → `Entry`, or the problems that keep it from being one. `file` is `<year>/<district>/<slug>.md`. */
export function parseEntry(text: string, file: string): { entry?: Entry; problems: Problem[] } {
  const [year = '', district = '', name = ''] = file.split('/');
  const slug = name.replace(/\.md$/, '');
  const { parsed, problems: fileProblems } = parseMarkdownFile(entrySchema, text, file);
  const problems = [...checkSlug(slug, file), ...fileProblems];
  if (!parsed) return { problems };
  const { fields, body, yaml } = parsed;
  const entry: Entry = {
    ...fields,
    id: `${year}/${district}/${slug}`,
    year,
    district,
    slug,
    file,
    body,
    places: referencePlaces(fields, yaml),
  };
  problems.push(...checkEmpty(entry), ...checkFigures(entry, yaml), ...checkDates(entry, yaml));
  return { entry, problems };
}

/** Names become URLs: lower-case letters, digits and hyphens. A Chinese name is answered with its pinyin. */
export function checkSlug(slug: string, file: string): Problem[] {
  const at = { file, line: 1, column: 1 };
  if (!/^[a-z0-9-]+$/.test(slug)) return [problem('file/name', at, { name: slug, suggestion: proposeSlug(slug) })];
  if (RESERVED_SLUGS.includes(slug)) {
    return [problem('file/reserved', at, { name: slug, suggestion: `${slug}-1` })];
  }
  return [];
}

/** A slug for a Chinese title or file name: pinyin without tones, at most 60 characters, never empty or reserved. */
export function proposeSlug(name: string): string {
  const slug = pinyin(name.normalize('NFKC'), { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    .join('-')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^(.{1,60})(?:-.*)?$/, '$1')
    .replace(/^-+|-+$/g, '');
  return slug === '' || RESERVED_SLUGS.includes(slug) ? `${slug || 'entry'}-1` : slug;
}

/** Places of the fields that point to other parts of the book. */
function referencePlaces(fields: EntryFields, yaml: YamlSource): Places {
  const paths: PropertyKey[][] = [['title'], ['domain'], ['source']];
  fields.source.forEach((_, i) => paths.push(['source', i]));
  fields.see.forEach((_, i) => paths.push(['see', i]));
  fields.aliases.forEach((_, i) => paths.push(['aliases', i]));
  fields.figures.forEach((_, i) => paths.push(['figures', i]));
  fields.events.forEach((_, i) => paths.push(['events', i]));
  return Object.fromEntries(
    paths.map((path) => {
      const { line, column } = yaml.place(path);
      return [path.join('.'), [line, column]];
    }),
  );
}

export const placeOf = (entry: Entry, path: string): Place => {
  const [line, column] = entry.places[path] ?? [1, 1];
  return { file: entry.file, line, column };
};

function checkEmpty(entry: Entry): Problem[] {
  if (entry.state === 'draft' || entry.body.tree.children.length > 0) return [];
  return [problem('text/empty', { file: entry.file, line: 1, column: 1 })];
}

function checkFigures(entry: Entry, yaml: YamlSource): Problem[] {
  if (entry.figures.length === 0) return [];
  const numbers = numbersIn([entry.title, entry.summary ?? '', ...textRuns(entry.body.tree)].join('\n'));
  return entry.figures.flatMap(({ name, value, before, unit = '' }, index) => [
    ...(standsIn(numbers, value, unit)
      ? []
      : [problem('text/figure-absent', yaml.place(['figures', index, 'value']), { name, value, unit })]),
    ...(before === undefined || standsIn(numbers, before, unit)
      ? []
      : [problem('text/before-absent', yaml.place(['figures', index, 'before']), { name, value: before, unit })]),
  ]);
}

/** First year a reform yearbook can speak of, and how far a plan named in it may reach. */
const EARLIEST_YEAR = 1900;
const FURTHEST_PLAN = 10;

function checkDates(entry: Entry, yaml: YamlSource): Problem[] {
  const latest = Number(entry.year) + FURTHEST_PLAN;
  const dated: [PropertyKey[], string | undefined][] = [
    [['dates', 'start'], entry.dates?.start],
    [['dates', 'end'], entry.dates?.end],
    [['pilot', 'date'], entry.pilot?.date],
    ...entry.figures.map(({ date }, i): [PropertyKey[], string | undefined] => [['figures', i, 'date'], date]),
    ...entry.events.map(({ date }, i): [PropertyKey[], string | undefined] => [['events', i, 'date'], date]),
    ...entry.documents.map(({ date }, i): [PropertyKey[], string | undefined] => [['documents', i, 'date'], date]),
  ];
  const problems = dated.flatMap(([path, value]) => {
    const year = Number(value?.slice(0, 4));
    if (value === undefined || !Number.isFinite(latest) || (year >= EARLIEST_YEAR && year <= latest)) return [];
    const suggestion = `应在 ${EARLIEST_YEAR} 年至 ${latest} 年之间，请核对`;
    return [problem('schema/date-range', yaml.place(path), { field: path.join('.'), value, suggestion })];
  });
  const { start, end } = entry.dates ?? {};
  if (start && end && end < start.slice(0, end.length)) {
    const suggestion = `结束不能早于起始（${start}），请核对`;
    problems.push(problem('schema/date-range', yaml.place(['dates', 'end']), { field: 'dates.end', value: end, suggestion }));
  }
  return problems;
}
