import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { rules } from '../src/rules.ts';
import { ROOT } from './run-script.ts';

interface Import {
  from: string;
  to: string;
  /** Erased before the program runs. */
  isType: boolean;
}

const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

const filesIn = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => relative(ROOT, join(item.parentPath, item.name)).replaceAll('\\', '/'))
    .sort();

const code = [...filesIn('src'), ...filesIn('scripts')].filter((file) => /\.(ts|astro)$/.test(file));

const importsOf = (file: string): Import[] =>
  [...read(file).matchAll(/^\s*(?:import|export)\s+(type\s)?(?:[^'"();]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/gm)].map(([, isType, stated, called]) => ({
    from: file,
    to: (stated ?? called)!.startsWith('.') ? normalize(join(dirname(file), (stated ?? called)!)).replaceAll('\\', '/').replace(/\?.*$/, '') : (stated ?? called)!,
    isType: isType !== undefined,
  }));

const imports = code.flatMap(importsOf);
const inHouse = imports.filter(({ to }) => to.startsWith('src/') || to.startsWith('scripts/'));
const say = ({ from, to }: Import) => `${from} → ${to}`;

test('the reader of imports sees them', () => {
  expect(inHouse.length).toBeGreaterThan(300);
  expect(importsOf('src/entry/parse.ts').map(({ to }) => to)).toContain('src/entry/body.ts');
});

describe('arrows run one way only', () => {
  const WORDING = ['src/problem.ts', 'src/rules.ts', 'src/rule.ts', 'src/rules/'];
  /** The Markdown dialect: text → tree, below the model. The other plugins work with the Book in hand, above it. */
  const DIALECT = ['parse-markdown', 'dialect', 'cut-autolinks', 'join-soft-breaks', 'inline-pictures'].map((name) => `src/markdown/${name}.ts`);
  const MODEL = ['src/book/', 'src/entry/', 'src/urls.ts', ...WORDING];

  /** What a room may use besides itself. */
  const MAY_USE: Record<string, string[]> = {
    'src/entry/': [...WORDING, ...DIALECT],
    'src/book/': [...MODEL, 'src/style-rules/'],
    'src/style-rules/': [...MODEL, ...DIALECT],
    'src/markdown/': MODEL,
    'src/views/': [...MODEL, 'src/markdown/', 'src/handbook/', 'src/content-schemas.ts'],
    'src/outputs/': [...MODEL, 'src/markdown/', 'src/outputs/'],
    'src/components/': [...MODEL, 'src/markdown/', 'src/views/', 'src/styles/', 'src/layouts/', 'src/site.ts', 'src/outputs/search/page/', 'src/browser/'],
  };

  test.each(Object.entries(MAY_USE))('%s', (room, may) => {
    const wrong = inHouse.filter(({ from, to }) => from.startsWith(room) && ![room, ...may].some((allowed) => to.startsWith(allowed)));
    expect(wrong.map(say)).toEqual([]);
  });

  test('the wording of problems rests on nothing', () => {
    const wrong = inHouse.filter(({ from, to }) => WORDING.some((file) => from.startsWith(file)) && ![...WORDING, 'src/style-rules/wording.ts'].some((file) => to.startsWith(file)));
    expect(wrong.map(say)).toEqual([]);
  });

  test('the dialect knows nothing of the book', () => {
    expect(inHouse.filter(({ from, to }) => DIALECT.includes(from) && !DIALECT.includes(to)).map(say)).toEqual([]);
  });

  test('nobody uses pages, and src uses no script', () => {
    expect(inHouse.filter(({ to }) => to.startsWith('src/pages/')).map(say)).toEqual([]);
    expect(inHouse.filter(({ from, to }) => from.startsWith('src/') && to.startsWith('scripts/')).map(say)).toEqual([]);
  });

  test('no two files need each other', () => {
    const needs = Map.groupBy(inHouse.filter(({ isType }) => !isType), ({ from }) => from);
    const circles: string[] = [];
    const done = new Set<string>();
    const walk = (file: string, path: string[]): void => {
      if (path.includes(file)) {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      if (done.has(file)) return;
      for (const { to } of needs.get(file) ?? []) walk(to, [...path, file]);
      done.add(file);
    };
    for (const file of code) walk(file, []);
    expect(circles).toEqual([]);
  });
});

describe('the model is pure', () => {
  test('astro: imports stand where Astro reads them only', () => {
    const wrong = imports.filter(({ from, to }) => to.startsWith('astro:') && !/^src\/(pages|components|layouts)\/|^src\/(site|content\.config)\.ts$/.test(from));
    expect(wrong.map(say)).toEqual([]);
  });

  test('entry, book, markdown and views touch no disk, no process, no framework', () => {
    const pure = /^src\/(entry|book|markdown|views)\//;
    const wrong = imports.filter(({ from, to, isType }) => !isType && pure.test(from) && /^(?:node:(?!path$)|astro|vite)/.test(to));
    expect(wrong.map(say)).toEqual([]);
    expect(code.filter((file) => pure.test(file) && /\bprocess\.|\bimport\.meta\.env\b/.test(read(file)))).toEqual([]);
  });
});

test('nothing of a particular district stands in the generator', () => {
  const districts = parse(read('content/districts.yaml'), { schema: 'failsafe' }) as { slug: string; code: string; name: string; city: string }[];
  const words = districts.flatMap(({ slug, code: number, name, city }) => [slug, number, name, name.replace(/区$/, ''), city.replace(/市$/, '')]);
  const found = [...filesIn('src'), ...filesIn('scripts')].flatMap((file) => words.filter((word) => read(file).includes(word)).map((word) => `${file}: ${word}`));
  expect(found).toEqual([]);
});

test('the top level is fixed', () => {
  const found = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !['node_modules', 'dist'].includes(name));
  expect(found.sort()).toEqual(
    ['LICENSE', 'README.md', 'astro.config.mjs', 'content', 'package-lock.json', 'package.json', 'public', 'scripts', 'src', 'tests', 'tsconfig.json'],
  );
});

test('no drawer for what has no name', () => {
  const drawers = [...filesIn('src'), ...filesIn('scripts'), ...filesIn('tests')].filter((file) => /(?:^|[/-])(?:utils?|helpers?|common|lib|manager|misc)(?:[./-]|$)/i.test(file));
  expect(drawers).toEqual([]);
});

test('every rule is used somewhere', () => {
  const users = code.filter((file) => !/^src\/(rules\.ts|rules\/|style-rules\/wording\.ts|handbook\/)/.test(file)).map(read).join('\n');
  expect(Object.keys(rules).filter((rule) => !users.includes(`'${rule}'`))).toEqual([]);
});

test('every dependency says in the README what it is for', () => {
  const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Record<string, Record<string, string>>;
  // Its row of the table: names in the first cell, the purpose in the second.
  const rows = read('README.md').split('\n').map((line) => /^\|([^|]+)\|([^|]+)\|$/.exec(line.trim())).filter((row) => row && row[2]!.trim() !== '');
  const named = new Set(rows.flatMap((row) => row![1]!.split(/[,、\s`]+/)));
  expect(Object.keys({ ...dependencies, ...devDependencies }).filter((name) => !named.has(name))).toEqual([]);
});

test('every script of package.json runs a file that is there, under the runner that comes with it', () => {
  const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
  const files = Object.values(scripts).flatMap((line) => [...line.matchAll(/\bnode (\S+\.ts)/g)].map(([, file]) => file!));
  expect(files).toContain('scripts/build.ts');
  expect(files.filter((file) => !code.includes(file))).toEqual([]);
});
