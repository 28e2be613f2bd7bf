import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import subsetFont from 'subset-font';
import { FORGE_CHANGES } from './forge-changes.ts';
import { MISSING_WORDS, OTHER_WORDS } from './interface-words.ts';

/**
 * The editor program (Sveltia CMS) as we serve it. As published it asks CDNs for its language, its fonts and whether it
 * is the newest; here all of it comes from the site itself. The places to change are looked up by their exact text, so a
 * new version of the package stops the build instead of quietly phoning out.
 */
export interface ServedFile {
  /** Name under `/admin/`. */
  name: string;
  read(): Promise<string | Uint8Array>;
}

/** Fonts of the interface: the address in the script, the name we serve, the file in the package. */
const FONTS = [
  ['source-sans-3:vf@5.3.0/latin-wght-normal.woff2', 'text.woff2', 'source-sans-3-latin-wght-normal-BqRLTx4X.woff2'],
  ['noto-mono@5.3.0/latin-400-normal.woff2', 'code.woff2', 'noto-mono-latin-400-normal-DiC8lJru.woff2'],
  ['material-symbols-outlined:vf@5.3.7/latin-wght-normal.woff2', 'icons.woff2', 'material-symbols-outlined-latin-wght-normal-_Z1IJPLg.woff2'],
] as const;

/** Thrown where the installed editor program is not the one these changes were made for. */
export class VendorError extends Error {}

/** Replaces text that must occur exactly `times` times. */
function replaceExactly(script: string, from: string, to: string, times = 1): string {
  const found = script.split(from).length - 1;
  if (found !== times) throw new VendorError(`在线编辑程序与预期不符：“${from}”应有${times}处，实有${found}处；换用新版 @sveltia/cms 时请先核对 src/admin/vendored-cms.ts`);
  return script.replaceAll(from, () => to);
}

/** The script of the editor program with every address and habit of its own turned to this site's. */
export function adaptScript(source: string, base: string): string {
  const admin = `${base}admin`;
  let script = FONTS.reduce((text, [url, name]) => replaceExactly(text, `https://cdn.jsdelivr.net/fontsource/fonts/${url}`, `${admin}/${name}`), source);
  script = replaceExactly(script, 'USe=`${iP}@${rP}/locales`', `USe=\`${admin}\``);
  // The version it finds is its own, so it never offers to fetch another.
  script = replaceExactly(script, 'NSe=`${iP}/package.json`', `NSe=\`${admin}/version.json\``);
  // What it loads for maps, PDF previews, pictures of iPhones and code in colours is not served: it goes on without.
  script = replaceExactly(script, 'https://unpkg.com', `${admin}/absent`, 4);
  // Editors of a Chinese yearbook work in Chinese, whatever their browser was installed in; no other language is served.
  script = replaceExactly(script, 'return e&&jQ.includes(e)?e:AQ', 'return`zh-CN`');
  script = replaceExactly(script, '`ar,bg,ca,cs,da,de,el,en-CA,en-GB,en-US,es-CO,fa,fi,fr,hr,it,ja,ko,nl,pl,pt-BR,pt-PT,ru,sv,tr,uk,vi,zh-CN,zh-TW`', '`en-US,zh-CN`');
  // An office without git edits a plain folder, on any address of the site: what must be in the folder is the content.
  script = replaceExactly(
    script,
    'try{await n.getDirectoryHandle(`.git`)}catch(e){if(e.name===`TypeMismatchError`)await n.getFileHandle(`.git`);else throw e}',
    'await window.yearbookDesk.checkFolder(n);',
  );
  script = replaceExactly(script, 'ZR.isLocalHost=e===', 'ZR.isLocalHost=window.yearbookDesk.onDisk||e===');
  // A folder of the tree shows all that is below it: entries stand two folders down, in the folder of a year there are none.
  script = replaceExactly(script, 'return i?a?t===2:t<=2:t===1}', 'return i?a?t===2:t<=2:!0}');
  // Without a repository there is nothing to sign in to.
  script = replaceExactly(script, '!R(s)&&!R(p)&&e(g)', '!window.yearbookDesk.onDisk&&!R(s)&&!R(p)&&e(g)');
  script = FORGE_CHANGES.reduce((text, [from, to, times]) => replaceExactly(text, from, to, times), script);
  // Our own script starts the program once it has taught it to read content files.
  script = replaceExactly(script, '!window.CMS_MANUAL_INIT&&', '!1&&');
  return replaceExactly(script, '//# sourceMappingURL=sveltia-cms.js.map', '');
}

function adaptWords(source: string): string {
  // A clerk knows no slug; the schema calls it 网址名.
  const words = JSON.parse(source.replaceAll('别名', '网址名')) as Words;
  for (const [path, text] of Object.entries(OTHER_WORDS)) {
    const { parent, key } = placeOf(words, path);
    if (typeof parent[key] !== 'string') throw new VendorError(`在线编辑程序的中文界面里没有“${path}”；请核对 src/admin/interface-words.ts`);
    parent[key] = text;
  }
  for (const [path, text] of Object.entries(MISSING_WORDS)) {
    const { parent, key } = placeOf(words, path);
    parent[key] ??= text;
  }
  return JSON.stringify(words);
}

type Words = { [key: string]: string | Words };

function placeOf(words: Words, path: string): { parent: Words; key: string } {
  const keys = path.split('.');
  const key = keys.pop()!;
  return { parent: keys.reduce((at, name) => (at[name] ??= {}) as Words, words), key };
}

/** Letters of the icons' names, which the font turns into pictures. */
const ICON_LETTERS = ' 0123456789_abcdefghijklmnopqrstuvwxyz';

/** The icons in the one weight the interface uses: a third of the font. Cut once for each installation, as it takes seconds. */
async function iconFont(file: string): Promise<Uint8Array> {
  const cache = join(file.slice(0, file.lastIndexOf('node_modules')), 'node_modules', '.cache', 'yearbook');
  const cut = join(cache, basename(file));
  if (existsSync(cut)) return readFile(cut);
  const font = await subsetFont(await readFile(file), ICON_LETTERS, { targetFormat: 'woff2', variationAxes: { wght: 400 } });
  await mkdir(cache, { recursive: true });
  // Two builds at once must not read each other's half.
  await writeFile(`${cut}.${process.pid}`, font);
  await rename(`${cut}.${process.pid}`, cut);
  return font;
}

/** Every file of the editor program that the site serves. */
export async function vendoredFiles(base: string): Promise<ServedFile[]> {
  const folder = packageFolder('@sveltia/cms');
  const text = (path: string) => readFile(join(folder, path), 'utf8');
  return [
    { name: 'sveltia-cms.js', read: async () => adaptScript(await text('dist/sveltia-cms.js'), base) },
    { name: 'zh-CN.json', read: async () => adaptWords(await text('locales/zh-CN.json')) },
    { name: 'version.json', read: async () => JSON.stringify({ version: (JSON.parse(await text('package.json')) as { version: string }).version }) },
    ...FONTS.map(([, name, file]) => ({
      name,
      read: () => (name === 'icons.woff2' ? iconFont : readFile)(join(folder, 'npm/assets', file)),
    })),
  ];
}

/** Root folder of an installed package that does not export its `package.json`. */
function packageFolder(name: string): string {
  let folder = dirname(createRequire(import.meta.url).resolve(name));
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
}
