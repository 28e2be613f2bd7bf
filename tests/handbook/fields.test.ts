import { parse } from 'yaml';
import { describe, expect, test } from 'vitest';
import { contentSchemas } from '../../src/content-schemas.ts';
import { fieldExamples } from '../../src/handbook/field-examples.ts';
import { fieldsOf } from '../../src/handbook/fields.ts';
import { checkSnippet } from '../../src/handbook/run-example.ts';
import { SAMPLE_BOOK } from '../../src/handbook/sample-book.ts';

describe.each(contentSchemas)('$title ($path)', ({ id, schema }) => {
  const fields = fieldsOf(schema);

  test('every field has a title, a line on what to write and an example', () => {
    for (const { key, title, description } of fields) {
      expect([key, title]).not.toEqual([key, key]);
      expect([key, description]).not.toEqual([key, '']);
    }
    expect(Object.keys(fieldExamples[id]!).sort()).toEqual(fields.map(({ key }) => key).sort());
  });

  test.each(fields.map(({ key }) => key))('%s: the good example is read', (key) => {
    const value = parse(fieldExamples[id]![key]!.good, { schema: 'failsafe' }) as Record<string, unknown>;
    expect(schema.shape[key]!.safeParse(value[key]).error?.issues).toBeUndefined();
  });
});

/** Where a field's example stands in the sample book. */
const PLACES: Record<string, (yaml: string) => [file: string, text: string] | undefined> = {
  chapter: (yaml) => ['2024/shili/district.md', overlay(SAMPLE_BOOK['2024/shili/district.md']!, yaml)],
  yearbook: (yaml) => ['2024/yearbook.md', overlay(SAMPLE_BOOK['2024/yearbook.md']!, yaml)],
  matter: (yaml) => ['2024/front/fanli.md', overlay('---\ntitle: 凡例\n---\n\n一事一条。\n', yaml)],
  site: (yaml) => ['site.yaml', `${withoutKeys(SAMPLE_BOOK['site.yaml']!, yaml)}${yaml}\n`],
  events: (yaml) => ['2024/events.yaml', item('date: 2024-05-06\ntext: 某市召开会议\n', yaml)],
  districts: (yaml) => ['districts.yaml', item('slug: shili\ncode: "100001"\nname: 示例区\ncity: 某市\nprovince: 某省\n', yaml)],
  domains: (yaml) => ['domains.yaml', item('slug: administration\nname: 行政体制改革\n', yaml)],
  glossary: (yaml) => ['glossary.yaml', item('term: 网格员\ndefinition: 在社区网格中服务居民的人员。\n', yaml)],
  sources: (yaml) => ['sources.yaml', item('id: report-2024\ntitle: 示例区2024年改革工作报告\nauthor: 某办公室\n', yaml)],
};

const keyOf = (yaml: string): string => /^\w+/.exec(yaml)![0];
const withoutKeys = (text: string, yaml: string): string => text.replace(new RegExp(`^${keyOf(yaml)}:.*\\n`, 'm'), '');
const overlay = (text: string, yaml: string): string => withoutKeys(text, yaml).replace('---\n', `---\n${yaml}\n`);
const item = (base: string, yaml: string): string => `- ${`${withoutKeys(base, yaml)}${yaml}`.trim().replace(/\n/g, '\n  ')}\n`;

const wrong = Object.entries(fieldExamples).flatMap(([id, fields]) =>
  Object.entries(fields).map(([key, { bad }]) => ({ id, key, bad })),
);

test.each(wrong)('$id.$key: the check notices the bad example, and not the good one', ({ id, key, bad }) => {
  const said = (yaml: string) => {
    const placed = PLACES[id]?.(yaml);
    return checkSnippet(placed ? { [placed[0]]: placed[1] } : `---\n${yaml}\n`).map(({ rule, what }) => `${rule} ${what}`);
  };
  const right = said(fieldExamples[id]![key]!.good);
  expect(said(bad).filter((one) => !right.includes(one))).not.toEqual([]);
});
