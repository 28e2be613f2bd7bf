import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildBook } from '../../../src/book/build.ts';
import { readContentFolder } from '../../../src/content-folder.ts';
import { renderEpub } from '../../../src/outputs/epub/render-epub.ts';
import { removeFolder, temporaryFolder, writeContent } from '../../content-on-disk.ts';
import { entryText } from '../../small-book.ts';

let folder: string;
let bytes: Uint8Array;
let files: Record<string, string>;

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeContent(folder, {
    '2015/front/notes-on-use.md': '---\ntitle: 凡例\n---\n\n一事一条。\n',
    '2015/back/afterword.md': '---\ntitle: 后记\n---\n\n编完。\n',
    '2015/jia/rich.md': entryText(
      '总数由393家增至1457家[^1]，见[审批](2015/jia/base)与<https://example.cn/a?b=1&c=2>。\n\n| 项目 | 数 |\n| --- | --- |\n| A & B | 1 |\n\n> 引文\n\n1. 一\n   - 二\n\n![图](map.svg "图题")\n\n```\nif (a < b) {}\n```\n\n[^1]: 注文，再提[^1]。',
      {
        title: '组织<与>“总数”',
        figures: [
          { name: '总数', value: '1457', unit: '家', before: '393', date: '2015' },
          { name: '项目', value: '1', unit: '个', note: '见表' },
        ],
        events: [{ date: '2015-04-16', text: '甲区办理事项' }],
        documents: [{ title: '管理办法', issuer: '甲区人民政府' }],
        see: [{ id: '2015/jia/base', why: '前提' }],
      },
    ),
    '2015/jia/map.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="90" height="60"><script>alert(1)</script><rect width="90" height="60" onclick="alert(2)"/></svg>',
    '2015/yi/district.md': '---\nsource: report\nlang: zh-Hant\n---\n\n乙區概況。\n',
    '2015/yi/a.md': entryText('2015年，乙區辦理事項。', { title: '乙區事項', lang: 'zh-Hant', see: ['2015/jia/base'] }),
  });
  const { parts } = await readContentFolder(folder);
  const book = buildBook(parts).book!;
  const file = join(folder, 'out', '2015.epub');
  await renderEpub(book, book.yearbooks[0]!, { contentDir: folder, file });
  bytes = new Uint8Array(await readFile(file));
  files = Object.fromEntries(Object.entries(unzipSync(bytes)).map(([name, content]) => [name, strFromU8(content)]));
});

afterAll(() => removeFolder(folder));

test('is a valid EPUB 3', async () => {
  const { messages } = await EpubCheck.validate(bytes);
  expect(messages.filter(({ severity }) => severity !== 'info' && severity !== 'usage')).toEqual([]);
});

test('keeps the order of the printed book', () => {
  const order = [...files['EPUB/package.opf']!.matchAll(/<itemref idref="([^"]+)"/g)].map(([, id]) => id);
  expect(order).toEqual([
    'part-title', 'part-note', 'part-front-1', 'nav', 'part-chronicle', 'part-chapter-jia', 'part-chapter-yi', 'part-appendix', 'part-index', 'part-back-1',
  ]);
});

test('links entries, marks Traditional text and escapes what an editor wrote', () => {
  const chapter = files['EPUB/chapter-jia.xhtml']!;
  expect(chapter).toContain('<h3>【组织&lt;与&gt;“总数”】</h3>');
  expect(chapter).toContain('<a href="chapter-jia.xhtml#e-2015-jia-base">审批</a>');
  expect(chapter).toContain('if (a &lt; b) {}');
  expect(files['EPUB/chapter-yi.xhtml']).toContain('<section id="e-2015-yi-a" lang="zh-Hant" xml:lang="zh-Hant">');
  expect(files['EPUB/nav.xhtml']).toContain('<a href="chapter-yi.xhtml#e-2015-yi-a" lang="zh-Hant" xml:lang="zh-Hant">乙區事項</a>');
});

test('the words of the book stand in the script of the entry, and no script in a drawing', () => {
  expect(files['EPUB/chapter-yi.xhtml']).toContain('參見　<a href="chapter-jia.xhtml#e-2015-jia-base">');
  expect(files['EPUB/chapter-jia.xhtml']).toContain('参见　');
  expect(files['EPUB/pictures/1.svg']).toMatch(/<rect width="90" height="60"\/>/);
  expect(files['EPUB/pictures/1.svg']).not.toMatch(/script|onclick/);
});
