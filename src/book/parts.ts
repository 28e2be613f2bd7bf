import { imageSize } from 'image-size';
import { z } from 'zod';
import { checkSlug, parseEntry, parseMarkdownFile, type Places } from '../entry/parse.ts';
import { readFields } from '../entry/read-fields.ts';
import { readText } from '../entry/read-text.ts';
import { parseYaml } from '../entry/yaml-source.ts';
import { problem, type Problem } from '../problem.ts';
import { checkFileStyle } from '../style-rules/check-file.ts';
import type { Part, PicturePart } from './part.ts';
import {
  chapterSchema, districtSchema, domainSchema, looseEventSchema, matterSchema, siteSchema, sourceSchema, termSchema,
  yearbookSchema,
} from './schema.ts';

type ParsedPart = { part?: Part; problems: Problem[] };

const LISTS = {
  'districts.yaml': ['districts', districtSchema],
  'domains.yaml': ['domains', domainSchema],
  'sources.yaml': ['sources', sourceSchema],
  'glossary.yaml': ['glossary', termSchema],
} as const;

const PICTURE = /\.(?:png|jpe?g|gif|webp|avif|svg)$/i;

/** Parses one file of the content folder by its place in it. `file` uses `/` and is relative to the folder. */
export function parsePart(file: string, bytes: Uint8Array): ParsedPart {
  if (PICTURE.test(file)) return { part: measurePicture(file, bytes), problems: [] };
  const segments = file.split('/');
  const isText = /\.(?:md|ya?ml|markdown)$/i.test(file);
  if (!isText) return { problems: [problem('file/place', { file, line: 1, column: 1 })] };
  const misplaced = misplacement(file, segments);
  if (misplaced) return { problems: [misplaced] };
  const { text, problems } = readText(bytes, file);
  if (text === undefined) {
    // An empty list is a list; any other empty file lacks what it is for.
    const emptyList = problems[0]?.rule === 'file/empty' && (file in LISTS || segments[1] === 'events.yaml');
    if (!emptyList) return { part: { kind: 'broken', file }, problems };
  }
  const { part = { kind: 'broken', file }, problems: found } = parseText(file, segments, text ?? '[]\n');
  return { part, problems: text ? found.concat(checkFileStyle(text, part)) : found };
}

function parseText(file: string, segments: string[], text: string): ParsedPart {
  if (file === 'site.yaml') return parseSite(file, text);
  if (file in LISTS) {
    const [kind, schema] = LISTS[file as keyof typeof LISTS];
    const { items, places, problems } = parseList(schema as z.ZodType<unknown>, file, text);
    return items ? { part: { kind, file, items, places } as Part, problems } : { problems };
  }
  const [year = '', second = '', third = ''] = segments;
  if (second === 'yearbook.md') {
    const { parsed, problems } = parseMarkdownFile(yearbookSchema, text, file);
    return parsed ? { part: { kind: 'yearbook', file, year, fields: parsed.fields, body: parsed.body }, problems } : { problems };
  }
  if (second === 'events.yaml') {
    const { items, places, problems } = parseList(looseEventSchema, file, text);
    return items ? { part: { kind: 'events', file, year, items, places }, problems } : { problems };
  }
  if (second === 'front' || second === 'back') {
    const slug = third.replace(/\.md$/, '');
    const { parsed, problems } = parseMarkdownFile(matterSchema, text, file);
    problems.push(...checkSlug(slug, file));
    if (!parsed) return { problems };
    return { part: { kind: 'matter', file, year, part: second, slug, fields: parsed.fields, body: parsed.body }, problems };
  }
  if (third === 'district.md') return parseChapter(file, year, second, text);
  const { entry, problems } = parseEntry(text, file);
  return entry ? { part: { kind: 'entry', file, entry }, problems } : { problems };
}

function parseSite(file: string, text: string): ParsedPart {
  const { source, problems } = parseYaml(text, file);
  if (!source) return { problems };
  const { value, problems: fieldProblems } = readFields(siteSchema, source);
  problems.push(...fieldProblems);
  const places: Places = Object.fromEntries(
    (value?.quiet ?? []).map((_, index) => {
      const { line, column } = source.place(['quiet', index]);
      return [`quiet.${index}`, [line, column]];
    }),
  );
  return value ? { part: { kind: 'site', file, site: value, places }, problems } : { problems };
}

function parseChapter(file: string, year: string, district: string, text: string): ParsedPart {
  const { parsed, problems } = parseMarkdownFile(chapterSchema, text, file);
  if (!parsed) return { problems };
  const { line, column } = parsed.yaml.place(['source']);
  const places: Places = { source: [line, column] };
  return { part: { kind: 'chapter', file, year, district, fields: parsed.fields, body: parsed.body, places }, problems };
}

function parseList<T>(schema: z.ZodType<T>, file: string, text: string) {
  const { source, problems } = parseYaml(text, file);
  if (!source) return { problems };
  const yaml = source.value === null || source.value === '' ? { ...source, value: [] } : source;
  const { value, problems: fieldProblems } = readFields(z.array(schema), yaml);
  const places: Places = Object.fromEntries(
    (value ?? []).map((_, index) => {
      const { line, column } = source.place([index]);
      return [String(index), [line, column]];
    }),
  );
  return { items: value as T[] | undefined, places, problems: [...problems, ...fieldProblems] };
}

/** A text file where the content folder has no room for it. */
function misplacement(file: string, segments: string[]): Problem | undefined {
  const at = { file, line: 1, column: 1 };
  const [first = '', second = '', third = ''] = segments;
  if (segments.length === 1) return file === 'site.yaml' || file in LISTS ? undefined : problem('file/place', at);
  if (!/^\d{4}$/.test(first)) return problem('book/year', at, { value: first });
  if (segments.length === 2) {
    return second === 'yearbook.md' || second === 'events.yaml' ? undefined : problem('file/place', at);
  }
  if (segments.length > 3) return problem('file/place', at);
  if (third.endsWith('.md')) return undefined;
  if (/\.(?:md|markdown)$/i.test(third)) {
    return problem('file/name', at, { name: third, suggestion: `${third.replace(/\.[^.]+$/, '').toLowerCase()}.md` });
  }
  return problem('file/place', at);
}

function measurePicture(file: string, bytes: Uint8Array): PicturePart {
  try {
    const { width, height, orientation = 1 } = imageSize(bytes);
    // EXIF orientations 5 to 8 lie on their side.
    return orientation >= 5 ? { kind: 'picture', file, width: height, height: width } : { kind: 'picture', file, width, height };
  } catch {
    return { kind: 'picture', file };
  }
}
