import { dirname, posix } from 'node:path';
import { suggest } from '../entry/nearest.ts';
import { placeOf, type Entry, type Places } from '../entry/parse.ts';
import { problem, type Place, type Problem } from '../problem.ts';
import type { Book } from './book.ts';
import { checkLinks } from './check-links.ts';
import type { Parts } from './part.ts';
import { checkPictures } from './pictures.ts';

/** Every check that needs more than one file. */
export function checkBook(parts: Parts): Problem[] {
  return [
    ...checkRequiredFiles(parts),
    ...checkLists(parts),
    ...checkFolders(parts),
    ...checkEntryFields(parts),
    ...checkLinks(parts),
    ...checkIdentity(parts.entry.map(({ entry }) => entry)),
    ...checkPictures(parts),
  ];
}

const start = (file: string): Place => ({ file, line: 1, column: 1 });

const placeIn = (file: string, places: Places, key: string): Place => {
  const [line, column] = places[key] ?? [1, 1];
  return { file, line, column };
};

const brokenFiles = (parts: Parts): Set<string> => new Set(parts.broken.map(({ file }) => file));

/** Names that a list knows, or nothing where the list itself is missing or broken: every use of it would be an echo. */
function knownNames<T>(lists: { items: T[] }[], nameOf: (item: T) => string): Set<string> | undefined {
  return lists.length > 0 ? new Set(lists.flatMap(({ items }) => items.map(nameOf))) : undefined;
}

const districtSlugs = (parts: Parts) => knownNames(parts.districts, ({ slug }) => slug);
const domainSlugs = (parts: Parts) => knownNames(parts.domains, ({ slug }) => slug);
const sourceIds = (parts: Parts) => knownNames(parts.sources, ({ id }) => id);

function checkRequiredFiles(parts: Parts): Problem[] {
  const required = [
    [parts.site, 'site.yaml'],
    [parts.districts, 'districts.yaml'],
    [parts.domains, 'domains.yaml'],
    [parts.sources, 'sources.yaml'],
    [parts.glossary, 'glossary.yaml'],
  ] as const;
  const broken = brokenFiles(parts);
  return required
    .filter(([found, name]) => found.length === 0 && !broken.has(name))
    .map(([, name]) => problem('file/missing', start(name), { name }));
}

function checkLists(parts: Parts): Problem[] {
  const seen = new Map<string, string>();
  const once = (kind: string, value: string, place: Place): Problem[] => {
    const key = `${kind}\0${value}`;
    const other = seen.get(key);
    if (other) return [problem('book/duplicate', place, { kind, value, other })];
    seen.set(key, `${place.file}:${place.line}`);
    return [];
  };
  const each = <T>(lists: { file: string; items: T[]; places: Places }[], check: (item: T, place: Place) => Problem[]) =>
    lists.flatMap(({ file, items, places }) =>
      items.flatMap((item, index) => check(item, placeIn(file, places, String(index)))),
    );
  return [
    ...each(parts.districts, ({ slug, code }, at) => [...once('区的 slug ', slug, at), ...once('区划代码', code, at)]),
    ...each(parts.domains, ({ slug, name }, at) => [...once('领域的 slug ', slug, at), ...once('领域名', name, at)]),
    ...each(parts.sources, ({ id }, at) => once('来源编号', id, at)),
    ...each(parts.glossary, ({ term, aliases }, at) =>
      [term, ...new Set(aliases)].flatMap((written) => once('名词', written, at)),
    ),
  ];
}

/** Terms nobody meets in the text; a broken file may be the one that uses them. */
export function checkGlossaryUse(parts: Parts, book: Book): Problem[] {
  if (parts.broken.length > 0) return [];
  const unused = new Set(book.glossary.filter(({ usedIn }) => usedIn.length === 0).map(({ term }) => term));
  return parts.glossary.flatMap(({ file, items, places }) =>
    items.flatMap(({ term }, index) =>
      unused.has(term) ? [problem('book/glossary-unused', placeIn(file, places, String(index)), { value: term })] : [],
    ),
  );
}

/** Folders hold together: a yearbook for each year, a district.md for each district, each district known. */
function checkFolders(parts: Parts): Problem[] {
  const districts = districtSlugs(parts);
  const sources = sourceIds(parts);
  const present = new Set([...parts.yearbook, ...parts.chapter, ...parts.broken].map(({ file }) => file));
  const missing = new Set<string>();
  const need = (name: string) => {
    if (!present.has(name)) missing.add(name);
  };
  for (const { year } of [...parts.entry.map(({ entry }) => entry), ...parts.chapter, ...parts.matter, ...parts.events]) {
    need(`${year}/yearbook.md`);
  }
  const problems: Problem[] = [];
  for (const [folder, [first]] of Map.groupBy([...parts.chapter, ...parts.entry], ({ file }) => dirname(file))) {
    const district = posix.basename(folder);
    if (!districts || districts.has(district)) need(`${folder}/district.md`);
    else {
      const suggestion = suggest(district, districts, '请在 districts.yaml 中加上，或把文件夹改成已有的名字');
      problems.push(problem('book/district', start(first!.file), { value: district, suggestion }));
    }
  }
  return [
    ...problems,
    ...[...missing].map((name) => problem('file/missing', start(name), { name })),
    ...parts.chapter.flatMap(({ file, fields, places }) =>
      checkSources(fields.source, sources, () => placeIn(file, places, 'source')),
    ),
    ...checkLooseEvents(parts),
  ];
}

function checkLooseEvents(parts: Parts): Problem[] {
  const districts = districtSlugs(parts);
  return parts.events.flatMap(({ file, items, places }) =>
    items.flatMap(({ district, domain }, index) => {
      const at = placeIn(file, places, String(index));
      const unknown = district !== undefined && districts && !districts.has(district);
      return [
        ...(unknown ? [problem('book/district', at, { value: district, suggestion: suggest(district, districts, '请写 districts.yaml 中的 slug') })] : []),
        ...(domain === undefined ? [] : checkDomain(domain, parts, at)),
      ];
    }),
  );
}

function checkDomain(value: string, parts: Parts, at: Place): Problem[] {
  const domains = domainSlugs(parts);
  if (!domains || domains.has(value)) return [];
  return [problem('book/domain', at, { value, suggestion: suggest(value, domains, `可用的领域：${[...domains].join('、')}`) })];
}

function checkSources(ids: string[], known: Set<string> | undefined, placeOfId: (index: number) => Place): Problem[] {
  return ids.flatMap((value, index) => {
    if (!known || known.has(value)) return [];
    return [problem('book/source', placeOfId(index), { value, suggestion: suggest(value, known, '请先在 sources.yaml 中写明这个来源') })];
  });
}

function checkEntryFields(parts: Parts): Problem[] {
  const sources = sourceIds(parts);
  return parts.entry.flatMap(({ entry }) => [
    ...checkDomain(entry.domain, parts, placeOf(entry, 'domain')),
    ...checkSources(entry.source, sources, (index) => placeOf(entry, `source.${index}`)),
  ]);
}

function checkIdentity(entries: Entry[]): Problem[] {
  const problems: Problem[] = [];
  const byUrl = new Map<string, Entry>();
  const byTitle = new Map<string, Entry>();
  const byAlias = new Map<string, Entry>();
  const ids = new Set(entries.map(({ id }) => id));
  for (const entry of entries) {
    const url = entry.id.toLowerCase();
    const sameUrl = byUrl.get(url);
    if (sameUrl) problems.push(problem('book/same-url', start(entry.file), { other: sameUrl.file }));
    else byUrl.set(url, entry);

    const titleKey = `${entry.year}/${entry.district}/${entry.title}`;
    const sameTitle = byTitle.get(titleKey);
    if (sameTitle) problems.push(problem('book/same-title', placeOf(entry, 'title'), { value: entry.title, other: sameTitle.file }));
    else byTitle.set(titleKey, entry);

    entry.aliases.forEach((alias, index) => {
      const at = placeOf(entry, `aliases.${index}`);
      const other = byAlias.get(alias);
      if (ids.has(alias)) problems.push(problem('book/alias', at, { value: alias }));
      else if (other) problems.push(problem('book/duplicate', at, { kind: '旧编号', value: alias, other: other.file }));
      else byAlias.set(alias, entry);
    });
  }
  return problems;
}
