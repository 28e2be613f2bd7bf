import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { stringify } from 'yaml';
import type { Part } from '../book/part.ts';
import type { District, Domain, Source as BookSource } from '../book/schema.ts';
import { listContentFiles, readPart } from '../content-folder.ts';
import { suggest } from '../entry/nearest.ts';
import { formatProblem, isError } from '../problem.ts';
import { buildVocabulary } from './domain.ts';
import { ImportError } from './import-error.ts';
import { readRecords, type ImportRecord } from './import-record.ts';
import type { NewFile } from './write-files.ts';

export interface ShelfOptions {
  contentDir: string;
  /** Slug, name or code of a district in districts.yaml. */
  district: string;
  year: string;
  /** Id in sources.yaml; without it each report gets a source of its own. */
  source?: string;
}

/** What the content folder already has where an import wants to put something. */
export interface Shelf {
  district: District;
  vocabulary: ReturnType<typeof buildVocabulary>;
  chapter: string;
  sources: Set<string>;
  chapterSources: string[];
  sourcesYaml: string;
  slugs: Set<string>;
  records: ImportRecord[];
  recordNames: Set<string>;
  /** yearbook.md and district.md, where they are not there yet. */
  missing(sourceIds: string[]): NewFile[];
}

/** @throws ImportError where the folder is none, or lacks what drafts stand on */
export async function readShelf({ contentDir, district: wanted, year, source }: ShelfOptions): Promise<Shelf> {
  const files = await listContentFiles(contentDir).catch(() => {
    throw new ImportError(`内容文件夹“${contentDir}”不存在；请检查 --content 的写法，或用 npm run init 新建一个`);
  });
  const part = async <K extends Part['kind']>(file: string, kind: K): Promise<Extract<Part, { kind: K }>> => {
    if (!files.includes(file)) throw new ImportError(`${contentDir}/${file} 缺失；“${contentDir}”还不是年鉴的内容文件夹，请检查 --content 的写法，或用 npm run init 新建一个`);
    const { part: found, problems } = await readPart(contentDir, file);
    const wrong = problems.find(isError);
    if (wrong) throw new ImportError(`导入之前请先改正：${formatProblem(wrong, contentDir)}`);
    if (found?.kind !== kind) throw new Error(`${file} is no ${kind}`);
    return found as Extract<Part, { kind: K }>;
  };
  const { items: districts } = await part('districts.yaml', 'districts');
  const { items: domains } = await part('domains.yaml', 'domains');
  const { items: sources } = await part('sources.yaml', 'sources');
  const { site } = await part('site.yaml', 'site');
  const district = findDistrict(districts, wanted);
  requireDomains(domains);
  const ids = new Set(sources.map(({ id }: BookSource) => id));
  if (source !== undefined && !ids.has(source)) {
    throw new ImportError(`sources.yaml 中没有来源“${source}”；${suggest(source, ids, '请先写上，或不写 --source，由导入补写')}`);
  }
  const chapter = `${year}/${district.slug}`;
  const chapterFile = files.includes(`${chapter}/district.md`) ? await part(`${chapter}/district.md`, 'chapter') : undefined;
  const records = await readRecords(contentDir);
  const slugs = new Set(files.filter((file) => file.startsWith(`${chapter}/`)).map((file) => basename(file, extname(file))));
  return {
    district, vocabulary: buildVocabulary(domains), chapter, sources: ids, chapterSources: chapterFile?.fields.source ?? [],
    sourcesYaml: await readFile(join(contentDir, 'sources.yaml'), 'utf8'), slugs, records,
    recordNames: new Set(records.map(({ file }) => basename(file, '.md'))),
    missing: (sourceIds) => [
      ...(files.includes(`${year}/yearbook.md`) ? [] : [{ file: `${year}/yearbook.md`, content: `---\n${stringify({ title: `${site.title} ${year}` })}---\n` }]),
      ...(chapterFile ? [] : [{ file: `${chapter}/district.md`, content: `---\n${stringify({ source: sourceIds.length === 1 ? sourceIds[0] : sourceIds })}---\n` }]),
    ],
  };
}

function findDistrict(districts: District[], wanted: string): District {
  const matches = districts.filter(({ slug, name, code }) => [slug, name, code].includes(wanted));
  if (matches.length === 1) return matches[0]!;
  if (matches.length > 1) throw new ImportError(`叫“${wanted}”的区有${matches.length}个；请写 ${matches.map(({ slug, city }) => `${slug}（${city}）`).join(' 或 ')}`);
  const names = districts.flatMap(({ slug, name }) => [slug, name]);
  throw new ImportError(`districts.yaml 中没有区“${wanted}”；${suggest(wanted, names, `现有${districts.map(({ slug, name }) => `${name}（${slug}）`).join('、') || '：无'}，新的区请先在 districts.yaml 中加上`)}`);
}

function requireDomains(domains: Domain[]): void {
  if (domains.length === 0) throw new ImportError('domains.yaml 里还没有改革领域；请先写上，导入才能给草稿分领域');
}
