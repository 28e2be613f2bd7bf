import { expect, test } from 'vitest';
import { articleData, breadcrumbData, datasetData } from '../../src/views/structured-data.ts';
import { viewEntry } from '../../src/views/entry.ts';
import { bookOf, contextOf } from '../small-book.ts';
import { APPARATUS } from './fixture.ts';

const context = contextOf(bookOf(APPARATUS));
const entry = context.book.byId.get('2015/jia/base')!;

/** Properties schema.org knows of each type used here, so that a misspelt one is found. */
const KNOWN: Record<string, string[]> = {
  Article: ['url', 'headline', 'description', 'inLanguage', 'articleSection', 'keywords', 'temporalCoverage', 'spatialCoverage', 'datePublished', 'dateModified', 'author', 'publisher', 'license', 'isPartOf', 'isBasedOn'],
  Book: ['name', 'isbn', 'url', 'editor', 'publisher'],
  Organization: ['name'],
  Place: ['name', 'address'],
  CreativeWork: ['name', 'url'],
  BreadcrumbList: ['itemListElement'],
  ListItem: ['position', 'name', 'item'],
  Dataset: ['name', 'description', 'url', 'inLanguage', 'creator', 'license', 'isAccessibleForFree', 'temporalCoverage', 'spatialCoverage', 'distribution'],
  DataDownload: ['name', 'contentUrl', 'encodingFormat'],
};

function misspelt(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(misspelt);
  if (typeof value !== 'object' || value === null) return [];
  const { '@type': type, '@context': _, '@id': __, ...rest } = value as Record<string, unknown>;
  return Object.entries(rest).flatMap(([key, inner]) => [
    ...(KNOWN[type as string]?.includes(key) ? [] : [`${type}.${key}`]),
    ...misspelt(inner),
  ]);
}

test('an entry is an Article of its yearbook', () => {
  const data = JSON.parse(JSON.stringify(articleData(context, entry)));
  expect(misspelt(data)).toEqual([]);
  expect(data).toMatchObject({
    '@id': 'https://example.cn/yearbook/2015/jia/base/',
    headline: '审批制度改革',
    datePublished: '2016-10',
    dateModified: '2016-11-02',
    license: 'https://creativecommons.org/licenses/by/4.0/',
    isPartOf: { '@type': 'Book', name: '改革年鉴 2015' },
    isBasedOn: [{ name: '改革工作报告' }],
  });
});

test('breadcrumbs lead from the front page down, numbered from one', () => {
  const { crumbs, title } = viewEntry(context, entry, {});
  const data = breadcrumbData(context, crumbs, title) as { itemListElement: { position: number; name: string; item?: string }[] };
  expect(misspelt(data)).toEqual([]);
  expect(data.itemListElement.map(({ position, name }) => `${position} ${name}`)).toEqual(['1 改革年鉴', '2 2015年', '3 甲区', '4 经济体制改革', '5 审批制度改革']);
  expect(data.itemListElement.slice(0, -1).every(({ item }) => item?.startsWith('https://example.cn/yearbook/'))).toBe(true);
});

test('the open data is a Dataset with its files', () => {
  const data = datasetData(context, [{ name: 'figures.csv', url: '/yearbook/data/figures.csv', about: '数据' }]);
  expect(misspelt(data)).toEqual([]);
  expect(data).toMatchObject({ temporalCoverage: '2015/2018', distribution: [{ contentUrl: 'https://example.cn/yearbook/data/figures.csv', encodingFormat: 'text/csv' }] });
});
