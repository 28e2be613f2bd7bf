import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openCache } from '../../src/build-cache.ts';
import { readSettings } from '../../src/settings.ts';
import { readTree, removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { ROOT, runScript } from '../run-script.ts';
import { entryText, type Files } from '../small-book.ts';

let folder: string;
const caches = new Set<string>();
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => {
  for (const cache of caches) await rm(cache, { recursive: true, force: true });
  await removeFolder(folder);
});

/** Builds a content folder as `npm run build` does; what it keeps for the next build is thrown away at the end. */
async function build(content: string, out: string, options: string[] = []) {
  const args = ['--content', content, '--out', out, '--pdf', 'none', ...options];
  const { settings } = readSettings(args, {});
  const finished = await runScript('build', args);
  if (finished.code === 0) caches.add(openCache(ROOT, { ...settings, site: settings.site ?? (content.endsWith('north') ? 'https://beifang.example.cn' : undefined) }));
  return finished;
}

async function killHalfWay(content: string, out: string): Promise<void> {
  const child = spawn(process.execPath, ['scripts/build.ts', '--content', content, '--out', out, '--pdf', 'none'], { cwd: ROOT, stdio: 'ignore' });
  const ended = new Promise((resolve) => child.on('close', resolve));
  while (!existsSync(join(dirname(out), '.dist-next')) && child.exitCode === null) await setTimeout(5);
  child.kill('SIGKILL');
  await ended;
}

/** Two folders of one form that share no word but those of the form. */
const NORTH: Files = {
  'site.yaml': 'title: 北方改革年鉴\npublisher: 北方编辑部\nurl: https://beifang.example.cn/\n',
  'districts.yaml': '- {slug: jia, code: "990077", name: 北风区, city: 北方市, province: 北方省}\n',
  '2015/jia/north.md': entryText('北风站建成。', { title: '北风站', documents: [{ title: '北风办法' }], ...Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`unknown-${index}`, 'x'])) }),
  '2015/jia/draft.md': entryText('待决之事。', { title: '待决之稿', state: 'draft' }),
};
const SOUTH: Files = {
  'site.yaml': 'title: 南方改革年鉴\npublisher: 南方编辑部\n',
  'districts.yaml': '- {slug: jia, code: "990088", name: 丙区, city: 别市, province: 别省}\n',
  '2015/jia/south.md': entryText('南风站建成。', { title: '南风站' }),
};

describe('two content folders, one after the other into one place', () => {
  let north: Awaited<ReturnType<typeof build>>;
  let south: Awaited<ReturnType<typeof build>>;
  let trees: Record<string, string>[];
  let killed: { tree: Record<string, string>; beside: string[] };

  beforeAll(async () => {
    const out = join(folder, 'one-place/dist');
    const contents = [await writeContent(join(folder, 'north'), NORTH), await writeContent(join(folder, 'south'), SOUTH)];
    const before = await Promise.all(contents.map(readTree));
    north = await build(contents[0]!, out);
    trees = [await readTree(out)];
    await killHalfWay(contents[1]!, out);
    killed = { tree: await readTree(out), beside: await readdir(dirname(out)) };
    south = await build(contents[1]!, out);
    trees.push(await readTree(out));
    expect(await Promise.all(contents.map(readTree)), 'the content is untouched').toEqual(before);
  });

  const grep = (tree: Record<string, string>, word: string) =>
    Object.keys(tree).filter((path) => path.includes(word) || Buffer.from(tree[path]!, 'base64').includes(word));

  test('both are built', () => {
    expect([north.code, south.code]).toEqual([0, 0]);
    expect(north.stdout).toMatch(/已生成“.*”：2个条目，\d+个网页，用时[\d.]+秒/);
    expect(north.stdout).toContain('1篇草稿没有收入；定稿后删去其中的 state: draft 一行，再生成一次');
    expect(Object.keys(trees[0]!)).toEqual(expect.arrayContaining(['index.html', '404.html', '2015/jia/north/index.html', '2015/jia/base/index.html']));
    expect(Object.keys(trees[1]!)).toContain('2015/jia/south/index.html');
  });

  test('nothing of one is in the other', () => {
    for (const word of ['北方', '北风', '990077', 'beifang.example.cn']) expect([word, grep(trees[1]!, word)]).toEqual([word, []]);
    for (const word of ['南方', '南风', '丙区', '990088', '别省']) expect([word, grep(trees[0]!, word)]).toEqual([word, []]);
  });

  test('three thousand pieces of advice stop nothing and are counted, not shown', () => {
    expect(north.stdout).toMatch(/另有30\d\d条建议，可运行 npm run check 查看/);
    expect(north.stdout.split('\n').length).toBeLessThan(20);
  });

  test('a build killed half way leaves the site as it was, byte for byte', () => {
    expect(killed.tree).toEqual(trees[0]);
    expect(killed.beside).toEqual(['.dist-next', 'dist']);
  });

  test('a draft is nowhere', () => {
    expect(grep(trees[0]!, '待决')).toEqual([]);
  });

  test('full addresses only where the address is known', () => {
    expect(Object.keys(trees[0]!)).toContain('sitemap-index.xml');
    expect(Object.keys(trees[1]!).filter((path) => /sitemap|feed/.test(path))).toEqual([]);
    expect(grep(trees[1]!, 'rel="canonical"')).toEqual([]);
  });

  test('nothing is left beside the site, not even of the one that was killed', async () => {
    expect(await readdir(join(folder, 'one-place'))).toEqual(['dist']);
  });
});

describe('whatever fails, the site stays as it was, byte for byte', () => {
  const site = async (name: string) => {
    const out = join(folder, name);
    await mkdir(join(out, 'style'), { recursive: true });
    for (const file of ['404.html', 'index.html', 'style/site.css']) await writeFile(join(out, file), `old ${file}`);
    return { out, before: await readTree(out) };
  };

  test('an error in the content: shown first, advice not, exit 1', async () => {
    const { out, before } = await site('kept-on-error');
    const content = await writeContent(join(folder, 'wrong'), { '2015/jia/item.md': entryText('正文。', { domain: 'econmy', sumary: '摘要' }) });
    const { code, stdout } = await build(content, out);
    expect([code, stdout]).toEqual([
      1,
      `${content}/2015/jia/item.md:3:9 domains.yaml 中没有领域“econmy”；是否为“economy”？(book/domain)\n有1个错误，没有生成网站；“${out}”保持原样\n`,
    ]);
    expect(await readTree(out)).toEqual(before);
  });

  test('a folder of somebody else', async () => {
    const out = join(folder, 'documents');
    await mkdir(out);
    await writeFile(join(out, '总结.docx'), 'x');
    const { code, output } = await build(await writeContent(join(folder, 'right')), out);
    expect([code, output]).toEqual([1, `输出文件夹“${out}”里有不是本程序生成的内容（如 总结.docx）；请先清空它，或把 OUT_DIR 或 --out 改成单独的文件夹，如 dist\n`]);
    expect(await readTree(out)).toEqual({ '总结.docx': 'eA==' });
  });

  test.each(['.', 'src', 'tests', '/'])('the generator itself: --out %s', async (out) => {
    const { code, output } = await build(join(folder, 'right'), out);
    expect([code, output]).toEqual([1, expect.stringMatching(/^输出文件夹“.*请/)]);
  });
});
