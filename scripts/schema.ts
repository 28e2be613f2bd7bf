import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { listContentFiles, readContentFolder } from '../src/content-folder.ts';
import { editorSettings } from '../src/editor-settings.ts';
import { jsonSchemas, type JsonSchema } from '../src/json-schema.ts';
import { readSettings } from '../src/settings.ts';
import { folderName, run } from './report.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** `npm run schema`: the settings and schemas by which VS Code completes and checks the fields of a content folder. */
await run(async () => {
  const { settings } = readSettings(process.argv.slice(2), process.env);
  const files = editorSettings(folderName(settings.contentDir));
  for (const [name, content] of Object.entries(files)) await writeJson(join(root, '.vscode', name), content);
  await writeFrontmatterSchemas(resolve(settings.contentDir));
  console.log(`已写入 .vscode/：${Object.keys(files).length}个文件；重新打开 VS Code 后生效`);
});

/**
 * The Astro extension finds the schema of a Markdown file's frontmatter in `.astro/collections`, by the file's address
 * in lower case (`contentIntellisense`, as Astro itself writes it). Addresses are this machine's, so Git ignores them.
 */
async function writeFrontmatterSchemas(contentDir: string): Promise<void> {
  const markdown = (await listContentFiles(contentDir).catch(() => [])).filter((file) => file.endsWith('.md'));
  const entries = markdown.flatMap((file) => {
    const kind = kindOf(file);
    return kind ? [[decodeURIComponent(pathToFileURL(join(contentDir, file)).href).toLowerCase(), kind]] : [];
  });
  const folder = join(root, '.astro', 'collections');
  const schemas = jsonSchemas();
  await offerNames(schemas, contentDir);
  for (const name of Object.keys(schemas)) await writeJson(join(folder, `${name}.schema.json`), schemas[name]);
  const collections = Object.keys(schemas).map((name) => ({ name, hasSchema: true }));
  await writeJson(join(folder, 'collections.json'), { collections, entries: Object.fromEntries(entries) });
}

/** Domains and sources are offered by name: these schemas are one folder's own. */
async function offerNames(schemas: Record<string, JsonSchema>, contentDir: string): Promise<void> {
  const { parts } = await readContentFolder(contentDir);
  const domains = parts.flatMap((part) => (part.kind === 'domains' ? part.items.map(({ slug }) => slug) : []));
  const sources = parts.flatMap((part) => (part.kind === 'sources' ? part.items.map(({ id }) => id) : []));
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

async function writeJson(path: string, content: unknown): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`);
}
