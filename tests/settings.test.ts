import { describe, expect, test } from 'vitest';
import { readSettings, settingsEnv, SettingsError, withSiteAddress } from '../src/settings.ts';

const read = (args: string[] = [], env: NodeJS.ProcessEnv = {}) => readSettings(args, env).settings;

test('without options and environment there are defaults', () => {
  expect(read()).toEqual({ contentDir: 'content', outDir: 'dist', site: undefined, base: '/', pdf: 'all' });
});

test('the environment is honoured, an option goes before it, an empty variable counts as none', () => {
  const env = { CONTENT_DIR: 'a', OUT_DIR: 'b', SITE: 'https://example.cn/', BASE: 'c', PDF: 'none' };
  expect(read([], env)).toEqual({ contentDir: 'a', outDir: 'b', site: 'https://example.cn', base: '/c/', pdf: 'none' });
  expect(read(['--content', 'd', '--out=e', '--base', '/f/', '--site', 'http://g.cn', '--pdf', 'book'], env)).toEqual({
    contentDir: 'd', outDir: 'e', site: 'http://g.cn', base: '/f/', pdf: 'book',
  });
  expect(read([], { CONTENT_DIR: '', BASE: '', SITE: '' })).toEqual(read());
});

test('settings survive the way through the environment', () => {
  const settings = read(['--content', 'a b', '--out', 'é', '--site', 'https://example.cn', '--base', 'yearbook', '--pdf', 'none']);
  expect(read([], settingsEnv(settings))).toEqual(settings);
  expect(read([], settingsEnv(read()))).toEqual(read());
});

describe('what is mistyped is said in one sentence', () => {
  const message = (args: string[], env: NodeJS.ProcessEnv = {}) => {
    try {
      read(args, env);
    } catch (cause) {
      expect(cause).toBeInstanceOf(SettingsError);
      return (cause as Error).message;
    }
    return 'nothing';
  };

  test.each([
    [['--contnet', 'x'], '没有选项“--contnet”；是否为“--content”？'],
    [['--content'], '选项“--content”后面没有写值；请写成 --content 加空格和值'],
    [['--content', '--out', 'x'], '选项“--content”后面没有写值；请写成 --content 加空格和值'],
    [['--quux'], '没有选项“--quux”；可用的选项：--content、--out、--site、--base、--pdf'],
    [['--pdf', 'yes'], 'PDF 的值“yes”不对；可写 none、book 或 all'],
    [['--site', 'example.cn'], 'SITE 的值“example.cn”不是网址；写成 https://yearbook.example.cn'],
    [['--site', 'ftp://example.cn'], 'SITE 的值“ftp://example.cn”不是网址；写成 https://yearbook.example.cn'],
  ])('%j', (args, sentence) => {
    expect(message(args)).toBe(sentence);
  });

  test('an option that npm kept for itself, for want of --', () => {
    expect(message(['x'], { npm_config_content: 'true', npm_lifecycle_event: 'build' })).toBe('选项“--content”给了 npm，没有给脚本；请在选项前加 -- 和空格：npm run build -- --content ……');
  });

  test('in the environment too', () => {
    expect(message([], { PDF: 'both' })).toBe('PDF 的值“both”不对；可写 none、book 或 all');
  });
});

describe('the address of site.yaml', () => {
  test('serves where nothing else names one, with its path as base', () => {
    expect(withSiteAddress(read(), 'https://example.cn/yearbook/')).toMatchObject({ site: 'https://example.cn', base: '/yearbook/' });
    expect(withSiteAddress(read(['--base', 'other']), 'https://example.cn/yearbook/')).toMatchObject({ site: 'https://example.cn', base: '/other/' });
  });

  test('gives way to SITE', () => {
    expect(withSiteAddress(read(['--site', 'https://test.cn']), 'https://example.cn/yearbook/')).toMatchObject({ site: 'https://test.cn', base: '/' });
  });

  test('may be absent', () => {
    expect(withSiteAddress(read(), undefined)).toEqual(read());
  });
});
