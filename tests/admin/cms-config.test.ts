import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { cmsConfig, formatName, type CmsCollection } from '../../src/admin/cms-config.ts';
import type { CmsField } from '../../src/admin/cms-field.ts';
import { fileShapes } from '../../src/admin/content-shape.ts';
import { deskConfig } from '../../src/admin/desk-config.ts';
import { entrySchema } from '../../src/entry/schema.ts';
import { ROOT } from '../run-script.ts';
import { bookOf, SMALL_BOOK } from '../small-book.ts';

const withRepository = (repository: string) => bookOf({ 'site.yaml': `${SMALL_BOOK['site.yaml']}repository: ${repository}\n` });
const configOf = (book = bookOf(), base = '/nianjian/') => cmsConfig(book, { base, folder: 'content' });
const collection = (name: string, config = configOf()): CmsCollection => config.collections.find((one) => one.name === name)!;
const field = (fields: CmsField[], name: string): CmsField => fields.find((one) => one.name === name)!;

describe('the form of an entry', () => {
  const fields = collection('entries').fields!;

  it.each(Object.entries(entrySchema.shape))('shows %s with its label', (name, schema) => {
    expect(field(fields, name)).toMatchObject({ label: schema.meta()!.title, required: !schema.safeParse(undefined).success });
  });

  it('explains what is typed, and not how a list is written in a file', () => {
    expect(field(fields, 'title').hint).toContain('18');
    expect(field(fields, 'figures').hint).toBeUndefined();
    expect(field(field(fields, 'figures')['fields'] as CmsField[], 'value').hint).toContain('照原文');
  });

  it('names the choices in Chinese', () => {
    expect(field(fields, 'type')['options']).toEqual([
      { value: 'overview', label: '综述' }, { value: 'composite', label: '综合' }, { value: 'single', label: '单一' },
    ]);
    expect(field(fields, 'state')['options']).toEqual([{ value: 'draft', label: '未定稿' }, { value: 'final', label: '定稿' }]);
    expect(field(fields, 'lang')['options']).toEqual([{ value: 'zh-Hans', label: '简体' }, { value: 'zh-Hant', label: '繁体' }]);
  });

  it('lets an editor choose what stands elsewhere', () => {
    expect(field(fields, 'domain')).toMatchObject({ widget: 'relation', collection: 'lists', file: 'domains' });
    expect(field(fields, 'source')).toMatchObject({ widget: 'relation', multiple: true, file: 'sources' });
    expect(field(field(fields, 'see')['fields'] as CmsField[], 'id')).toMatchObject({ widget: 'relation', collection: 'entries', value_field: '{{slug}}' });
  });

  it('asks for dates as the yearbook writes them', () => {
    const [pattern] = field(field(fields, 'dates')['fields'] as CmsField[], 'start')['pattern'] as [string, string];
    expect(['2015', '2015-04', '2015-04-16', '2015年4月'].map((date) => new RegExp(pattern).test(date))).toEqual([true, true, true, false]);
  });
});

describe('the files', () => {
  it('has one for each list, volume and chapter, and the next volume', () => {
    const files = (name: string) => collection(name).files!.map(({ file }) => file);
    expect(files('lists')).toEqual(['site.yaml', 'districts.yaml', 'domains.yaml', 'sources.yaml', 'glossary.yaml']);
    expect(files('volumes')).toEqual(['2015/yearbook.md', '2015/jia/district.md', '2015/yi/district.md', '2015/events.yaml', '2016/yearbook.md']);
  });

  it('lets an editor add to the front and back matter of the newest volume', () => {
    expect(collection('front-2015')).toMatchObject({ folder: '2015/front', create: true, format: formatName('matter') });
    expect(collection('back-2015', configOf(withRepository('{provider: github, repo: a/b, folder: content}'))).folder).toBe('content/2015/back');
  });

  it('lets an editor add to those of the three newest volumes, and change what stands in older ones', () => {
    const volumes = ['2012', '2013', '2014'].flatMap((year) => [[`${year}/yearbook.md`, SMALL_BOOK['2015/yearbook.md']!], [`${year}/front/fanli.md`, '---\ntitle: 凡例\n---\n\n本卷记述改革。\n']]);
    const { collections } = configOf(bookOf(Object.fromEntries(volumes)));
    expect(collections.map(({ name }) => name).filter((name) => /\d/.test(name))).toEqual(['front-2015', 'back-2015', 'front-2014', 'back-2014', 'front-2013', 'back-2013']);
    expect(collections.find(({ name }) => name === 'volumes')!.files!.map(({ file }) => file).filter((file) => file.includes('/front/'))).toEqual(['2012/front/fanli.md']);
  });

  it('names every file once and with a format that is registered', () => {
    const { formats } = deskConfig(bookOf(), { base: '/', contentDir: 'content' });
    expect(Object.keys(formats)).toEqual(Object.keys(fileShapes()));
    for (const { files = [] } of configOf().collections) {
      expect(new Set(files.map(({ name }) => name)).size).toBe(files.length);
      for (const { format } of files) expect(Object.values(formats)).toContain(format);
    }
    expect(collection('entries')['format']).toBe(formatName('entry'));
  });

  it('stands where the repository keeps the content', () => {
    const config = configOf(withRepository('{provider: github, repo: nianjian/yearbook, folder: content/}'));
    expect(collection('entries', config).folder).toBe('content');
    expect(collection('lists', config).files![0]!.file).toBe('content/site.yaml');
  });
});

describe('where it saves', () => {
  const backend = (repository: string) => configOf(withRepository(repository));

  it('is a folder on the disk where the site names no repository', () => {
    expect(configOf()).toMatchObject({ publish_mode: 'simple', backend: { repo: 'local/content', auth_methods: ['token'] } });
    expect(deskConfig(bookOf(), { base: '/', contentDir: '/somewhere/稿件' })).toMatchObject({ onDisk: true, root: '', cms: { backend: { repo: 'local/稿件' } } });
  });

  it('is GitHub with drafts as branches, by access token where no sign-in service is named', () => {
    expect(backend('{provider: github, repo: a/b, branch: main}')).toMatchObject({
      publish_mode: 'editorial_workflow', backend: { name: 'github', repo: 'a/b', branch: 'main', auth_methods: ['token'] },
    });
    expect(backend('{provider: github, repo: a/b, signInUrl: "https://login.example.cn"}').backend).toMatchObject({ base_url: 'https://login.example.cn', auth_methods: ['oauth', 'token'] });
  });

  it('is a GitHub of the office’s own, which has GraphQL below its API', () => {
    expect(backend('{provider: github, repo: a/b, url: "https://git.example.cn/"}').backend).toMatchObject({
      api_root: 'https://git.example.cn/api/v3', graphql_api_root: 'https://git.example.cn/api/graphql',
    });
  });

  it('is a GitLab or Gitea of the office’s own', () => {
    expect(backend('{provider: gitlab, repo: a/b/c, url: "https://git.example.cn/", appId: x1}').backend).toMatchObject({
      name: 'gitlab', api_root: 'https://git.example.cn/api/v4', base_url: 'https://git.example.cn', app_id: 'x1', auth_type: 'pkce',
    });
    expect(backend('{provider: gitea, repo: a/b, url: "https://git.example.cn"}')).toMatchObject({ publish_mode: 'simple', backend: { api_root: 'https://git.example.cn/api/v1' } });
  });
});

describe('the editor program’s own JSON schema', () => {
  const schema = JSON.parse(readFileSync(join(ROOT, 'node_modules/@sveltia/cms/schema/sveltia-cms.json'), 'utf8')) as object;
  const validate = new Ajv({ strict: false, validateFormats: false, allErrors: false }).compile(schema);

  it.each([
    ['a folder', undefined],
    ['GitHub', '{provider: github, repo: a/b, folder: content}'],
    ['GitLab', '{provider: gitlab, repo: a/b, appId: x}'],
    ['Gitea', '{provider: gitea, repo: a/b, url: "https://git.example.cn"}'],
  ])('accepts the configuration for %s', (_, repository) => {
    validate(configOf(repository ? withRepository(repository) : bookOf()));
    expect(validate.errors ?? []).toEqual([]);
  });
});
