import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cancel, isCancel, select, text } from '@clack/prompts';
import { stringify } from 'yaml';
import { checkContent } from '../src/check-content.ts';
import { refreshEditorFiles } from '../src/vscode/editor-files.ts';
import { suggest } from '../src/entry/nearest.ts';
import { checkSlug, proposeSlug } from '../src/entry/parse.ts';
import { TITLE_LIMIT } from '../src/entry/schema.ts';
import { readSettings, SettingsError } from '../src/settings.ts';
import { run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

type Choice = { value: string; label: string };

await run(async () => {
  const { settings, options } = readSettings(process.argv.slice(2), process.env, {
    district: { type: 'string' }, year: { type: 'string' }, domain: { type: 'string' }, title: { type: 'string' },
    source: { type: 'string' }, slug: { type: 'string' },
  });
  const { book } = await checkContent(settings);
  if (!book) throw new SettingsError(`“${settings.contentDir}”还不是年鉴的内容文件夹；请先运行 npm run check`);
  const districts = book.districts.map(({ slug, name, city }) => ({ value: slug, label: `${name}（${city}）`, names: [slug, name] }));
  const domains = book.domains.map(({ slug, name }) => ({ value: slug, label: name, names: [slug, name] }));
  const district = await choose('区', 'district', options['district'], districts);
  const year = await ask('年份', 'year', options['year'], (value) => (/^\d{4}$/.test(value) ? undefined : '请写四位年份，如 2015'));
  const domain = await choose('改革领域', 'domain', options['domain'], domains);
  const title = await ask('标题', 'title', options['title'], (value) =>
    value.length === 0 ? '请写标题' : value.length > TITLE_LIMIT ? `标题有${value.length}个字，请控制在18个字以内` : undefined,
  );
  const volume = book.yearbooks.find((yearbook) => yearbook.year === year);
  const chapter = volume?.chapters.find((one) => one.district.slug === district);
  const sources = [...book.sources.values()].map(({ id, title: name }) => ({ value: id, label: `${id}　${name}`, names: [id] }));
  if (sources.length === 0) throw new SettingsError('sources.yaml 里还没有来源；每个条目都要有来源，请先写上');
  const known = chapter?.fields.source[0];
  const source = known && !options['source'] ? known : await choose('来源', 'source', options['source'], sources);

  const folder = join(settings.contentDir, year, district);
  const slug = await freeSlug(folder, title, options['slug'] as string | undefined);
  const created = [
    await writeMissing(join(settings.contentDir, year, 'yearbook.md'), { title: `${book.site.title} ${year}` }, '编辑说明：本卷收录范围和编写体例。'),
    await writeMissing(join(folder, 'district.md'), { source }, '概况：这一年本区改革的总体情况。'),
    await writeMissing(
      join(folder, `${slug}.md`),
      { title, domain, source, state: 'draft' },
      '正文：何时、何地、谁、做了什么、为什么、结果如何。写完后删去 state: draft 一行，条目才会发布。',
    ),
  ];
  for (const file of created.filter(Boolean)) console.log(`已新建 ${file}`);
  await refreshEditorFiles(root, settings.contentDir);
  return 0;
});

/** Takes the option, or asks; without a terminal a missing option is an error that names it. */
async function ask(label: string, option: string, given: unknown, check: (value: string) => string | undefined): Promise<string> {
  if (typeof given === 'string') {
    const wrong = check(given.trim());
    if (wrong) throw new SettingsError(`--${option} 的值“${given.slice(0, 40)}”不对：${wrong}`);
    return given.trim();
  }
  requireTerminal(label, option);
  const answer = await text({ message: label, validate: (value) => check((value ?? '').trim()) });
  return answered(answer).trim();
}

async function choose(label: string, option: string, given: unknown, choices: (Choice & { names: string[] })[]): Promise<string> {
  if (typeof given === 'string') {
    const [match, ...others] = choices.filter(({ names }) => names.includes(given.trim()));
    if (match && others.length > 0) {
      // Names repeat, slugs do not.
      const slugs = [match, ...others].map(({ value, label: name }) => `${value}（${name}）`).join('、');
      throw new SettingsError(`有几个${label}叫“${given}”：${slugs}；请写 slug`);
    }
    if (match) return match.value;
    const names = choices.flatMap((choice) => choice.names);
    throw new SettingsError(`没有${label}“${given}”；${suggest(given, names, `可用的：${choices.map(({ value }) => value).join('、')}`)}`);
  }
  requireTerminal(label, option);
  return answered(await select({ message: label, options: choices.map(({ value, label: name }) => ({ value, label: name })) }));
}

function requireTerminal(label: string, option: string): void {
  if (!process.stdin.isTTY) throw new SettingsError(`缺少${label}；请加上 --${option}，例如 npm run new -- --${option} …`);
}

function answered(answer: unknown): string {
  if (!isCancel(answer)) return String(answer);
  cancel('已取消，没有写任何文件');
  process.exit(1);
}

/** The title's pinyin; a name already taken gets a number, a name asked for by `--slug` must be free. */
async function freeSlug(folder: string, title: string, wanted: string | undefined): Promise<string> {
  const exists = (slug: string) => access(join(folder, `${slug}.md`)).then(() => true, () => false);
  if (wanted !== undefined) {
    const [wrong] = checkSlug(wanted, '');
    if (wrong) throw new SettingsError(`--slug 的值“${wanted}”不对：${wrong.what}；${wrong.mend}`);
    if (await exists(wanted)) throw new SettingsError(`${join(folder, wanted)}.md 已经存在，没有改动；请换一个 --slug`);
    return wanted;
  }
  const proposed = proposeSlug(title);
  for (let number = 1; ; number += 1) {
    const slug = number === 1 ? proposed : `${proposed}-${number}`;
    if (slug !== 'district' && !(await exists(slug))) return slug;
  }
}

/** Writes a file that is not there; what is there is never touched. */
async function writeMissing(file: string, fields: Record<string, string>, body: string): Promise<string | undefined> {
  await mkdir(dirname(file), { recursive: true });
  try {
    await writeFile(file, `---\n${stringify(fields)}---\n\n${body}\n`, { flag: 'wx' });
    return file;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST') return undefined;
    throw cause;
  }
}
