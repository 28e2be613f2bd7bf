import { contentSchemas, type ContentSchema } from '../content-schemas.ts';
import type { Example, Snippet } from '../handbook/example.ts';
import { examples } from '../handbook/examples/index.ts';
import { fieldExamples, type FieldExample } from '../handbook/field-examples.ts';
import { fieldsOf, type FieldDoc } from '../handbook/fields.ts';
import { exampleProblem } from '../handbook/run-example.ts';
import { formatProblem } from '../problem.ts';
import type { Rule } from '../rule.ts';
import { rules, type RuleName } from '../rules.ts';

/** A piece of a file as the handbook prints it. */
export interface Listing {
  file?: string;
  text: string;
}

export interface RuleView {
  /** Permanent name, and the anchor. */
  name: RuleName;
  severity: Rule['severity'];
  what: string;
  mend: string;
  why?: string;
  bad: Listing[];
  good: Listing[];
  /** The line that `npm run check` prints for the bad example. */
  message?: string;
}

export interface RuleGroup {
  id: string;
  title: string;
  rules: RuleView[];
}

export interface FieldGroup extends Omit<ContentSchema, 'schema' | 'glob'> {
  fields: (FieldDoc & { id: string; example?: FieldExample })[];
}

/** First part of a rule's name → what its rules are about, in the order of the handbook. */
const GROUPS: Record<string, string> = {
  file: '文件和文件夹',
  yaml: '字段的写法',
  schema: '字段的值',
  text: '正文和图片',
  book: '文件之间的对应',
  title: '条目标题',
  style: '用语和标点',
  number: '数据',
  markdown: 'Markdown',
  repeat: '重复',
  index: '主题索引',
  source: '来源',
  site: '网站',
  print: '印刷',
  import: '导入',
};

const groupOf = (name: string): string => name.slice(0, name.indexOf('/'));

/** Every rule with its examples, by what it is about. */
export function viewRules(): RuleGroup[] {
  const byGroup = Map.groupBy(Object.keys(rules) as RuleName[], groupOf);
  const known = Object.keys(GROUPS).filter((id) => byGroup.has(id));
  const others = [...byGroup.keys()].filter((id) => !(id in GROUPS));
  return [...known, ...others].map((id) => ({ id, title: GROUPS[id] ?? '其他', rules: byGroup.get(id)!.map(viewRule) }));
}

function viewRule(name: RuleName): RuleView {
  const { severity, what, mend } = rules[name];
  const example: Example | undefined = examples[name];
  const found = example && exampleProblem(name, example);
  return {
    name,
    severity,
    what: withoutSlots(what),
    // A mend that is one slot is worked out from the value; the example's message shows it.
    mend: /^\{\w+\}$/.test(mend) ? '' : withoutSlots(mend),
    why: example?.why,
    bad: example ? listings(example, 'bad') : [],
    good: example ? listings(example, 'good') : [],
    message: found && (example.message ? `${found.what}；${found.mend}(${name})` : formatProblem(found, 'content')),
  };
}

const withoutSlots = (sentence: string): string => sentence.replace(/“?\{\w+\}”?/g, '…').replace(/（…）/g, '');

function listings({ shown, ...example }: Example, side: 'bad' | 'good'): Listing[] {
  if (shown) return [{ text: shown[side] }];
  const snippet: Snippet = example[side];
  if (typeof snippet === 'string') return [{ text: snippet.replace(/\n+$/, '') }];
  return Object.entries(snippet).map(([file, text]) => ({ file, text: String(text).trimEnd() }));
}

/** Every field of every kind of file, from the schema that checks it. */
export function viewFields(): FieldGroup[] {
  return contentSchemas.map(({ schema, glob: _, ...kind }) => ({
    ...kind,
    fields: fieldsOf(schema).map((field) => ({ ...field, id: `${kind.id}/${field.key}`, example: fieldExamples[kind.id]?.[field.key] })),
  }));
}
