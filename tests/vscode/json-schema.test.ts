import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { contentSchemas } from '../../src/content-schemas.ts';
import { editorSettings } from '../../src/vscode/editor-settings.ts';
import { fieldExamples } from '../../src/handbook/field-examples.ts';
import { jsonSchema, jsonSchemas } from '../../src/vscode/json-schema.ts';

type Drawn = { properties: Record<string, { title?: string; description?: string }>; required: string[] };

describe.each(contentSchemas)('$id', (kind) => {
  const { items, ...object } = jsonSchema(kind);
  const drawn = (kind.list ? items : object) as Drawn;

  test('every field is drawn with its words', () => {
    expect(Object.keys(drawn.properties)).toEqual(Object.keys(kind.schema.shape));
    for (const { title, description } of Object.values(drawn.properties)) expect([title, description].every(Boolean)).toBe(true);
  });

  // An editor reads YAML by the core schema: 2024 is a number there.
  test.each(Object.entries(fieldExamples[kind.id]!))('%s: takes what the check takes', (key, { good }) => {
    const field = z.fromJSONSchema(drawn.properties[key] as never);
    expect(field.safeParse(parse(good)[key]).error?.issues).toBeUndefined();
  });
});

test('a wrong choice and an unknown field are refused', () => {
  const entry = z.fromJSONSchema(jsonSchemas()['entry'] as never);
  const good = { title: '甲', domain: 'a', source: 'b' };
  expect(entry.safeParse(good).success).toBe(true);
  expect(entry.safeParse({ ...good, type: '综述' }).success).toBe(false);
  expect(entry.safeParse({ ...good, sumary: '甲' }).success).toBe(false);
  expect(entry.safeParse({ title: '甲' }).success).toBe(false);
});

test('what stands in .vscode/ is up to date (npm run schema)', () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  for (const [name, content] of Object.entries(editorSettings('content'))) {
    expect([name, JSON.parse(readFileSync(`${root}.vscode/${name}`, 'utf8'))]).toEqual([name, JSON.parse(JSON.stringify(content))]);
  }
});

test('the task reads what the check prints', () => {
  const { tasks } = editorSettings('content')['tasks.json'] as { tasks: { problemMatcher: { pattern: { regexp: string } } }[] };
  const pattern = new RegExp(tasks[0]!.problemMatcher.pattern.regexp);
  expect(pattern.exec('::warning file=content/2024/jia/y.md,line=9,col=1,title=style/praise::“显著”是评价用语；请删去')?.slice(1)).toEqual([
    'warning', 'content/2024/jia/y.md', '9', '1', 'style/praise', '“显著”是评价用语；请删去',
  ]);
});
