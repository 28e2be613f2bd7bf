import { describe, expect, test } from 'vitest';
import { examples } from '../../src/handbook/examples/index.ts';
import { checkSnippet, exampleProblem } from '../../src/handbook/run-example.ts';
import { formatProblem } from '../../src/problem.ts';
import { rules, type RuleName } from '../../src/rules.ts';

const names = Object.keys(rules) as RuleName[];
const read = names.filter((name) => examples[name] && !examples[name].message);

test('the sample book has no problem', () => {
  expect(checkSnippet({})).toEqual([]);
});

test.each(names)('%s has an example', (name) => {
  expect(examples[name]).toBeDefined();
});

describe.each(read)('%s', (name) => {
  const example = examples[name]!;

  test('the bad example brings it up', () => {
    expect(checkSnippet(example.bad).map(({ rule }) => rule)).toContain(name);
  });

  test('the good example has no problem at all', () => {
    expect(checkSnippet(example.good).map((found) => formatProblem(found, 'content'))).toEqual([]);
  });

  test('the message is complete', () => {
    expect(formatProblem(exampleProblem(name, example)!, 'content')).not.toMatch(/\{\w+\}|undefined|NaN/);
  });
});

test.each(names.filter((name) => examples[name]?.message))('%s is worded from its slots', (name) => {
  expect(formatProblem(exampleProblem(name, examples[name]!)!, 'content')).not.toMatch(/\{\w+\}/);
});
