import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { openCache } from '../src/build-cache.ts';
import type { Book } from '../src/book/book.ts';
import { checkContent } from '../src/check-content.ts';
import { editions, type EditionName } from '../src/outputs/pdf/editions.ts';
import { renderSelection, renderVolumes } from '../src/outputs/pdf/render-volumes.ts';
import { isError, type Problem } from '../src/problem.ts';
import { readSettings, SettingsError, withSiteAddress, type Settings } from '../src/settings.ts';
import { countProblems, printProblems, run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

const OWN_OPTIONS = {
  year: { type: 'string' },
  district: { type: 'string' },
  domain: { type: 'string' },
  edition: { type: 'string' },
} as const;

/**
 * `npm run pdf`: every volume in every edition, without the site. `npm run pdf -- --year Y --district D --domain X
 * --edition a4 --out x.pdf`: one PDF of a selection.
 */
await run(async () => {
  const { settings: asked, options } = readSettings(process.argv.slice(2), process.env, OWN_OPTIONS);
  const { book, problems } = await checkContent(asked);
  if (!book || countProblems(problems).errors > 0) return fail(problems, asked);
  const settings = withSiteAddress(asked, book.site.url);
  const cacheDir = openCache(root, settings);
  const started = performance.now();
  const onProgress = (line: string) => console.log(line);
  const paths = { contentDir: settings.contentDir, cacheDir, onProgress };
  const isSelection = Object.keys(OWN_OPTIONS).some((name) => options[name] !== undefined) || settings.outDir.endsWith('.pdf');
  if (isSelection) {
    const { year, district, domain, edition } = readSelection(book, options);
    const yearbook = book.yearbooks.find((one) => one.year === year)!;
    const name = [year, district, domain, edition === 'book' ? undefined : edition].filter(Boolean).join('-');
    const file = settings.outDir.endsWith('.pdf') ? settings.outDir : join(settings.outDir, 'pdf', `${name}.pdf`);
    const printed = await renderSelection(book, yearbook, { district, domain, edition }, { ...paths, file });
    if (printed.problems.some(isError)) return fail(printed.problems, settings);
    printProblems(printed.problems, settings.contentDir);
    console.log(`已生成“${file}”：${printed.pages}页，用时${seconds(started)}秒`);
    return 0;
  }
  if (settings.pdf === 'none') {
    console.log('PDF 为 none，没有排印；请改为 book 或 all');
    return 0;
  }
  const { problems: found } = await renderVolumes(book, { ...paths, outDir: settings.outDir, editions: settings.pdf });
  if (found.some(isError)) return fail(found, settings);
  printProblems(found, settings.contentDir);
  console.log(`已生成“${join(settings.outDir, 'pdf')}”：${book.yearbooks.length}卷，用时${seconds(started)}秒`);
  return 0;
});

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function fail(problems: Problem[], { contentDir }: Settings): number {
  printProblems(problems.filter(isError), contentDir);
  console.log(`有${countProblems(problems).errors}个错误，没有生成 PDF；请改正后再试`);
  return 1;
}

/** @throws SettingsError for a year, district, domain or edition the content folder does not have */
function readSelection(
  book: Book,
  options: Record<string, string | boolean | undefined>,
): { year: string; district?: string; domain?: string; edition: EditionName } {
  const years = book.yearbooks.map(({ year }) => year);
  const year = choose('year', options['year'] ?? years.at(-1), years)!;
  const { chapters, entries } = book.yearbooks.find((one) => one.year === year)!;
  const district = choose('district', options['district'], chapters.map((chapter) => chapter.district.slug));
  const domain = choose('domain', options['domain'], [...new Set(entries.map((entry) => entry.domain))]);
  const edition = choose('edition', options['edition'] ?? 'book', Object.keys(editions)) as EditionName;
  if (!entries.some((entry) => (!district || entry.district === district) && (!domain || entry.domain === domain))) {
    throw new SettingsError(`${year}年卷“${district}”区篇中没有“${domain}”领域的条目`);
  }
  return { year, district, domain, edition };
}

function choose(name: string, value: string | boolean | undefined, choices: string[]): string | undefined {
  if (value === undefined || typeof value === 'boolean') return undefined;
  if (!choices.includes(value)) throw new SettingsError(`--${name} 的值“${value}”不对；可写：${choices.join('、')}`);
  return value;
}
