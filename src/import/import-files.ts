import { readdir, stat } from 'node:fs/promises';
import { basename, extname, join, relative, sep } from 'node:path';
import { proposeSlug } from '../entry/parse.ts';
import { draftReport, type DraftedReport } from './draft-report.ts';
import { ImportError, refusal } from './import-error.ts';
import { RECORD_FOLDER, renderRecord } from './import-record.ts';
import { readShelf, type Shelf, type ShelfOptions } from './read-shelf.ts';
import { isReport, readSource } from './read-source.ts';
import { addSource, sourceCard } from './source-card.ts';
import { announceFiles, takeBackUnfinished } from './unfinished.ts';
import { writeFiles, type NewFile } from './write-files.ts';

/** What one file came to. */
export type Imported =
  | { name: string; record: string; report: DraftedReport; newSource?: string; namesake?: string }
  | { name: string; record: string; report?: undefined };

/**
 * Takes reports and ledgers into a content folder as drafts: all of them or, where one cannot be read, none. A file
 * taken in before is left alone; `takenBack` counts the files of an earlier import that was cut off, `passedOver` names
 * what lies in a folder and is no report. @throws ImportError with one line for each thing the editor can mend
 */
export async function importFiles(paths: string[], options: ShelfOptions): Promise<{ imported: Imported[]; passedOver: string[]; takenBack: number }> {
  const { contentDir } = options;
  const year = options.year.normalize('NFKC').replace(/年$/, '');
  if (!/^\d{4}$/.test(year)) throw new ImportError(`年份“${options.year}”不对；请写四位记述年份，如 --year 2015`);
  const takenBack = await takeBackUnfinished(contentDir);
  const shelf = await readShelf({ ...options, year });
  const lists = await Promise.all(paths.map((path) => attempt(() => listReports(path))));
  const files = lists.flatMap((list) => (list instanceof ImportError ? [] : list.reports));
  const refused = lists.filter((list) => list instanceof ImportError);
  const { chapter } = shelf;
  const imported: Imported[] = [];
  const newFiles: NewFile[] = [];
  const used = new Set<string>();
  let sourcesYaml = shelf.sourcesYaml;
  for (const path of files) {
    const source = await attempt(() => readSource(path));
    if (source instanceof ImportError) {
      refused.push(source);
      continue;
    }
    const earlier = shelf.records.find(({ sha256, chapter: into }) => sha256 === source.sha256 && into === chapter);
    if (earlier) {
      imported.push({ name: source.name, record: earlier.file });
      continue;
    }
    const sourceId = options.source ?? pickSource(shelf);
    const report = draftReport(source, { year, district: shelf.district, sourceId, vocabulary: shelf.vocabulary }, shelf.slugs);
    if (report.drafts.length === 0) {
      refused.push(refusal('import/nothing', source.name));
      continue;
    }
    const isNew = !shelf.sources.has(sourceId);
    if (isNew) sourcesYaml = addSource(sourcesYaml, sourceCard(sourceId, source, report));
    shelf.sources.add(sourceId);
    used.add(sourceId);
    const record = `${RECORD_FOLDER}/${freeName(`${chapter.replace('/', '-')}-${proposeSlug(basename(source.name, extname(source.name)))}`, shelf.recordNames)}.md`;
    const namesake = shelf.records.find(({ name, chapter: into }) => name === source.name && into === chapter)?.file;
    shelf.records.push({ file: record, name: source.name, sha256: source.sha256, chapter, sourceId });
    newFiles.push(...draftFiles(report, chapter), { file: record, content: renderRecord(source, report, { chapter, sourceId }) });
    imported.push({ name: source.name, record, report, newSource: isNew ? sourceId : undefined, namesake });
  }
  if (refused.length > 0) {
    const all = refused.length > 1 || imported.length > 0 ? ['没有写任何文件；请改好或移开以上文件，再导入'] : [];
    throw new ImportError([...refused.map(({ message }) => message), ...all].join('\n'));
  }
  if (used.size > 0) newFiles.push(...shelf.missing([...used]));
  const changes = sourcesYaml === shelf.sourcesYaml ? [] : [{ file: 'sources.yaml', before: shelf.sourcesYaml, after: sourcesYaml }];
  if (newFiles.length > 0) {
    const finish = await announceFiles(contentDir, newFiles, changes);
    await writeFiles(contentDir, newFiles, changes).finally(finish);
  }
  return { imported, takenBack, passedOver: lists.flatMap((list) => (list instanceof ImportError ? [] : list.passedOver)) };
}

/** Drafts and their pictures; a format no browser shows is kept beside the report. */
function draftFiles({ drafts, notices }: DraftedReport, chapter: string): NewFile[] {
  return drafts.flatMap(({ file, text, pictures, from }) => {
    const shown = pictures.filter(({ name }) => /\.(?:png|jpg|gif|webp|svg|avif)$/.test(name));
    const hidden = pictures.filter((picture) => !shown.includes(picture));
    for (const { name } of hidden) notices.push({ rule: 'import/picture', at: from, text: `${RECORD_FOLDER}/${name}`, about: '网页不能显示这种格式，请另存为 PNG' });
    const body = hidden.reduce((rest, { name }) => rest.replace(new RegExp(`!\\[[^\\]]*\\]\\(${name}\\)\\n*`), ''), text);
    return [
      { file, content: body },
      ...shown.map(({ name, picture }) => ({ file: `${chapter}/${name}`, content: picture.bytes })),
      ...hidden.map(({ name, picture }) => ({ file: `${RECORD_FOLDER}/${name}`, content: picture.bytes })),
    ];
  });
}

/** What an editor can mend is kept, so that all of it can be said at once. */
const attempt = async <T>(work: () => Promise<T>): Promise<T | ImportError> =>
  work().catch((cause: unknown) => {
    if (cause instanceof ImportError) return cause;
    throw cause;
  });

/** Lock files of Office, and what systems leave in folders. */
const HIDDEN = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

/** Files of a folder that are reports, in a stable order, and the names of the others; a single file is taken whatever it is. */
async function listReports(path: string): Promise<{ reports: string[]; passedOver: string[] }> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new ImportError(`没有找到“${path}”；请核对文件名，名字里有空格时用引号括起来`);
  if (found.isFile()) return { reports: [path], passedOver: [] };
  if (!found.isDirectory()) throw new ImportError(`“${path}”不是文件，也不是文件夹；请核对文件名`);
  const inside = await readdir(path, { recursive: true, withFileTypes: true }).catch((cause: NodeJS.ErrnoException) => {
    throw new ImportError(`文件夹“${cause.path ?? path}”不能读取（${cause.code}）；请检查权限`);
  });
  const files = inside
    .filter((item) => !item.isDirectory())
    .map((item) => ({ isFile: item.isFile(), file: join(item.parentPath, item.name) }))
    .filter(({ file }) => !relative(path, file).split(sep).some((name) => HIDDEN.test(name)))
    .sort((a, b) => (a.file < b.file ? -1 : 1));
  const reports = files.filter(({ isFile, file }) => isFile && isReport(file)).map(({ file }) => file);
  if (reports.length === 0) throw new ImportError(`文件夹“${path}”里没有可以导入的报告；可导入 .docx、.html、.txt、.md、.xlsx 和 .csv`);
  return { reports, passedOver: files.map(({ file }) => file).filter((file) => !reports.includes(file)).map((file) => relative(path, file)) };
}

/** A source the chapter names, or one of the chapter's own name, that no earlier import used; else a new one. */
function pickSource({ chapter, chapterSources, sources, records }: Shelf): string {
  const used = new Set(records.filter(({ chapter: into }) => into === chapter).map(({ sourceId }) => sourceId));
  const [year, slug] = chapter.split('/');
  const usual = `${slug}-${year}`;
  const known = [...chapterSources, usual].find((id) => sources.has(id) && !used.has(id));
  return known ?? freeName(usual, new Set(sources));
}

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name); number += 1) name = `${wanted}-${number}`;
  taken.add(name);
  return name;
}
