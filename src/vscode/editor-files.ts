import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { listContentFiles, readPart } from '../content-folder.ts';
import { editorSettings, editorWorkspace } from './editor-settings.ts';
import { jsonSchemas, type JsonSchema } from './json-schema.ts';

/** Files that are ours alone; in the others an editor's own settings stand beside ours. */
const OURS = /^schemas\/|\.code-snippets$/;

const SCHEMAS = './.vscode/schemas/';

/** Opens a content folder that stands apart together with the generator. */
const WORKSPACE = '年鉴.code-workspace';

type Json = Record<string, unknown>;

/**
 * Lays the settings and schemas by which VS Code completes and checks fields into `root`. What an editor has set stays.
 * @returns files of `.vscode/` that could not be added to
 */
export async function writeEditorFiles(root: string, contentDir: string): Promise<string[]> {
  const left: string[] = [];
  for (const [name, content] of Object.entries(editorSettings(contentDir))) {
    const path = join(root, '.vscode', name);
    const before = await readFile(path, 'utf8').catch(() => undefined);
    const after = before === undefined || OURS.test(name) ? content : addSettings(before, content as Json);
    if (after === undefined) left.push(name);
    else await writeJson(path, after);
  }
  await writeFrontmatterSchemas(root, resolve(root, contentDir), contentDir === '' ? 'apart-' : '');
  return left;
}

/** Content inside the generator's folder is edited with the settings there; one that stands apart gets its own. */
export async function placeEditorFiles(generator: string, contentDir: string): Promise<{ folder: string; left: string[] }> {
  const inside = seenFrom(generator, contentDir);
  if (!isApart(inside)) return { folder: generator, left: await writeEditorFiles(generator, inside) };
  return { folder: contentDir, left: await writeOwnEditorFiles(generator, contentDir) };
}

/** Settings in the content folder itself, which may be opened, moved and handed on without the generator. */
export async function writeOwnEditorFiles(generator: string, contentDir: string): Promise<string[]> {
  const left = await writeEditorFiles(contentDir, '');
  await writeJson(join(contentDir, WORKSPACE), editorWorkspace(seenFrom(contentDir, generator), seenFrom(generator, contentDir)));
  // Both name folders of this machine.
  await writeFile(join(contentDir, '.gitignore'), `.astro/\n${WORKSPACE}\n`, { flag: 'wx' }).catch(() => undefined);
  return left;
}

/** The same without being asked; a folder that stands apart must have been given settings before. */
export async function refreshEditorFiles(generator: string, contentDir: string): Promise<void> {
  if (isApart(seenFrom(generator, contentDir)) && !existsSync(join(contentDir, '.vscode', 'schemas'))) return;
  await placeEditorFiles(generator, contentDir);
}

const seenFrom = (folder: string, other: string): string => relative(resolve(folder), resolve(other)).replaceAll('\\', '/');
const isApart = (seen: string): boolean => seen === '..' || seen.startsWith('../') || isAbsolute(seen);

/** Only what is not there is added; a file with comments is no plain JSON, and is left alone. */
function addSettings(text: string, ours: Json): Json | undefined {
  try {
    const theirs = JSON.parse(text) as Json;
    return merge(theirs, ours);
  } catch {
    return undefined;
  }
}

function merge(theirs: Json, ours: Json): Json {
  const added = Object.entries(ours).map(([key, value]): [string, unknown] => {
    const own = theirs[key];
    // A schema of ours is for the files we say, whichever folder they stand in now.
    if (own === undefined || key.startsWith(SCHEMAS)) return [key, value];
    if (Array.isArray(own) && Array.isArray(value)) return [key, [...own, ...value.filter((item) => !own.some((one) => nameOf(one) === nameOf(item)))]];
    return [key, isRecord(own) && isRecord(value) ? merge(own, value) : own];
  });
  return { ...theirs, ...Object.fromEntries(added) };
}

const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
/** A task by its label, an extension by itself. */
const nameOf = (item: unknown): string => (isRecord(item) ? String(item['label']) : String(item));

/**
 * The Astro extension finds the schema of a Markdown file's frontmatter in `.astro/collections`, by the file's address
 * in lower case (`contentIntellisense`, as Astro itself writes it). Addresses are this machine's, so Git ignores them.
 * Schemas of one name in two open folders are merged, and then none is found: those of a folder apart have a `prefix`.
 */
async function writeFrontmatterSchemas(root: string, contentDir: string, prefix: string): Promise<void> {
  const markdown = (await listContentFiles(contentDir).catch(() => [])).filter((file) => file.endsWith('.md'));
  const entries = markdown.flatMap((file) => {
    const kind = kindOf(file);
    return kind ? [[decodeURIComponent(pathToFileURL(join(contentDir, file)).href).toLowerCase(), prefix + kind]] : [];
  });
  const folder = join(root, '.astro', 'collections');
  const schemas = jsonSchemas();
  await offerNames(schemas, contentDir);
  for (const name of Object.keys(schemas)) await writeJson(join(folder, `${prefix}${name}.schema.json`), schemas[name]);
  const collections = Object.keys(schemas).map((name) => ({ name: prefix + name, hasSchema: true }));
  await writeJson(join(folder, 'collections.json'), { collections, entries: Object.fromEntries(entries) });
}

/** Domains and sources are offered by name: these schemas are one folder's own. */
async function offerNames(schemas: Record<string, JsonSchema>, contentDir: string): Promise<void> {
  const partOf = (file: string) => readPart(contentDir, file).then(({ part }) => part, () => undefined);
  const [domainList, sourceList] = [await partOf('domains.yaml'), await partOf('sources.yaml')];
  const domains = domainList?.kind === 'domains' ? domainList.items.map(({ slug }) => slug) : [];
  const sources = sourceList?.kind === 'sources' ? sourceList.items.map(({ id }) => id) : [];
  const offer = (kind: string, field: string, names: string[], list: boolean) => {
    const properties = schemas[kind]!['properties'] as Record<string, JsonSchema>;
    const { title, description } = properties[field]!;
    const one = { enum: names };
    if (names.length > 0) properties[field] = { title, description, ...(list ? { anyOf: [one, { type: 'array', items: one }] } : one) };
  };
  offer('entry', 'domain', domains, false);
  offer('entry', 'source', sources, true);
  offer('chapter', 'source', sources, true);
}

function kindOf(file: string): string | undefined {
  const [year = '', second = '', third] = file.split('/');
  if (!/^\d{4}$/.test(year)) return undefined;
  if (second === 'yearbook.md') return 'yearbook';
  if (second === 'front' || second === 'back') return 'matter';
  return third === 'district.md' ? 'chapter' : third ? 'entry' : undefined;
}

/** A file that says the same already is left alone, so that no watcher wakes. */
async function writeJson(path: string, content: unknown): Promise<void> {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  if ((await readFile(path, 'utf8').catch(() => undefined)) === text) return;
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}
