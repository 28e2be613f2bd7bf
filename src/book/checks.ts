import { dirname, posix } from 'node:path';
import type { Body } from '../entry/body.ts';
import { nearest, suggest } from '../entry/nearest.ts';
import { placeOf, type Entry, type Places } from '../entry/parse.ts';
import { problem, type Place, type Problem } from '../problem.ts';
import type { Book } from './book.ts';
import type { Parts } from './build.ts';

/** Every check that needs more than one file. */
export function checkBook(parts: Parts): Problem[] {
  return [
    ...checkRequiredFiles(parts),
    ...checkLists(parts),
    ...checkFolders(parts),
    ...checkEntryReferences(parts),
    ...checkIdentity(parts.entry.map(({ entry }) => entry)),
    ...checkPictures(parts),
  ];
}

const start = (file: string): Place => ({ file, line: 1, column: 1 });

const placeIn = (file: string, places: Places, key: string): Place => {
  const [line, column] = places[key] ?? [1, 1];
  return { file, line, column };
};

function checkRequiredFiles(parts: Parts): Problem[] {
  const required = [
    [parts.site, 'site.yaml'],
    [parts.districts, 'districts.yaml'],
    [parts.domains, 'domains.yaml'],
    [parts.sources, 'sources.yaml'],
    [parts.glossary, 'glossary.yaml'],
  ] as const;
  return required.filter(([found]) => found.length === 0).map(([, name]) => problem('file/missing', start(name), { name }));
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

/** Terms nobody meets in the text. */
export function checkGlossaryUse(parts: Parts, book: Book): Problem[] {
  const unused = new Set(book.glossary.filter(({ usedIn }) => usedIn.length === 0).map(({ term }) => term));
  return parts.glossary.flatMap(({ file, items, places }) =>
    items.flatMap(({ term }, index) =>
      unused.has(term) ? [problem('book/glossary-unused', placeIn(file, places, String(index)), { value: term })] : [],
    ),
  );
}

/** Folders hold together: a yearbook for each year, a district.md for each district, each district known. */
function checkFolders(parts: Parts): Problem[] {
  const districts = parts.districts.flatMap(({ items }) => items.map(({ slug }) => slug));
  const sources = sourceIds(parts);
  const years = new Set(parts.yearbook.map(({ year }) => year));
  const chapters = new Set(parts.chapter.map(({ year, district }) => `${year}/${district}`));
  const folders = Map.groupBy([...parts.chapter, ...parts.entry], ({ file }) => dirname(file));
  const missingYears = new Set<string>();
  const problems: Problem[] = [];
  for (const [folder, [first]] of folders) {
    const [year = '', district = ''] = folder.split('/');
    if (!years.has(year) && !missingYears.has(year)) {
      missingYears.add(year);
      const name = `${year}/yearbook.md`;
      problems.push(problem('file/missing', start(name), { name }));
    }
    if (!districts.includes(district)) {
      const suggestion = suggest(district, districts, '请在 districts.yaml 中加上，或把文件夹改成已有的名字');
      problems.push(problem('book/district', start(first!.file), { value: district, suggestion }));
    } else if (!chapters.has(folder)) {
      const name = `${folder}/district.md`;
      problems.push(problem('file/missing', start(name), { name }));
    }
  }
  for (const { file, fields, places } of parts.chapter) {
    problems.push(...checkSources(fields.source, sources, () => placeIn(file, places, 'source')));
  }
  return problems;
}

const sourceIds = (parts: Parts): Set<string> => new Set(parts.sources.flatMap(({ items }) => items.map(({ id }) => id)));

function checkSources(ids: string[], known: Set<string>, placeOfId: (index: number) => Place): Problem[] {
  return ids.flatMap((value, index) => {
    if (known.has(value)) return [];
    return [problem('book/source', placeOfId(index), { value, suggestion: suggest(value, known, '请先在 sources.yaml 中写明这个来源') })];
  });
}

function checkEntryReferences(parts: Parts): Problem[] {
  const entries = parts.entry.map(({ entry }) => entry);
  const ids = new Set(entries.map(({ id }) => id));
  const domains = new Set(parts.domains.flatMap(({ items }) => items.map(({ slug }) => slug)));
  const sources = sourceIds(parts);
  const bodies: { file: string; body: Body }[] = [
    ...entries, ...parts.chapter, ...parts.yearbook, ...parts.matter,
  ];
  return [
    ...entries.flatMap((entry) => [
      ...(domains.has(entry.domain)
        ? []
        : [problem('book/domain', placeOf(entry, 'domain'), { value: entry.domain, suggestion: suggest(entry.domain, domains, `可用的领域：${[...domains].join('、')}`) })]),
      ...checkSources(entry.source, sources, (index) => placeOf(entry, `source.${index}`)),
      ...checkSee(entry, ids),
    ]),
    ...bodies.flatMap(({ file, body }) =>
      body.links.flatMap(({ target, line, column }) => {
        const id = linkedId(target);
        return ids.has(id) ? [] : [problem('book/link', { file, line, column }, { value: target, suggestion: suggestEntry(id, ids) })];
      }),
    ),
  ];
}

/** Id an in-text link means: without anchor, `.md` or leading slash. */
export const linkedId = (target: string): string => target.replace(/#.*$/, '').replace(/^\/|\/$/g, '').replace(/\.md$/, '');

function checkSee(entry: Entry, ids: Set<string>): Problem[] {
  const seen = new Set<string>();
  return entry.see.flatMap(({ id }, index) => {
    const at = placeOf(entry, `see.${index}`);
    const repeated = seen.has(id);
    seen.add(id);
    if (id === entry.id) return [problem('book/see-self', at)];
    if (!ids.has(id)) return [problem('book/see', at, { value: id, suggestion: suggestEntry(id, ids) })];
    return repeated ? [problem('book/see-twice', at, { value: id })] : [];
  });
}

/** An entry of the same name elsewhere is a likelier slip than one of a similar path. */
function suggestEntry(id: string, ids: Set<string>): string {
  const slug = posix.basename(id);
  const sameName = [...ids].find((other) => posix.basename(other) === slug);
  const match = sameName ?? nearest(id, ids);
  return match ? `是否为“${match}”？` : '写法为 年份/区/文件名，不带 .md；请核对，或删去';
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

function checkPictures(parts: Parts): Problem[] {
  const pictures = new Set(parts.picture.map(({ file }) => file));
  const bodies: { file: string; body: Body }[] = [
    ...parts.entry.map(({ entry }) => entry), ...parts.chapter, ...parts.yearbook, ...parts.matter,
  ];
  return bodies.flatMap(({ file, body }) => {
    const folder = posix.dirname(file);
    return body.pictures.flatMap(({ target, line, column }) => {
      const at = { file, line, column };
      const path = picturePath(file, target);
      if (path === undefined) return [problem('text/picture-outside', at, { value: target })];
      if (pictures.has(path)) return [];
      const beside = [...pictures].filter((picture) => posix.dirname(picture) === folder).map((picture) => posix.basename(picture));
      const suggestion = suggest(target, beside, '请把图片放在条目旁边，并核对文件名和大小写');
      return [problem('text/picture-missing', at, { value: target, suggestion })];
    });
  });
}

/** Path of a picture in the content folder, or nothing where it leads out of its file's folder. */
export function picturePath(file: string, target: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/|\\/i.test(target)) return undefined;
  let name = target;
  try {
    name = decodeURIComponent(target);
  } catch {
    // A lone % is part of the name.
  }
  const folder = posix.dirname(file);
  const path = posix.normalize(posix.join(folder, name));
  return path.startsWith(`${folder}/`) ? path : undefined;
}
