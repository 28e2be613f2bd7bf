import { z } from 'zod';
import { problem, type Problem } from '../problem.ts';
import type { RuleName } from '../rules.ts';
import { nearest } from './nearest.ts';
import type { YamlSource } from './yaml-source.ts';

type Path = readonly PropertyKey[];

/**
 * Holds a piece of YAML against its schema. Every issue becomes a problem at the value's own place, worded with the
 * field's title and description; unknown fields are advice, so that a newer content folder still builds.
 */
export function readFields<S extends z.ZodType>(
  schema: S,
  yaml: YamlSource,
): { value?: z.output<S>; problems: Problem[] } {
  const input = yaml.value ?? {};
  const parsed = schema.safeParse(input);
  const unknown = unknownFields(schema, input, [], yaml);
  if (parsed.success) return { value: parsed.data, problems: unknown };
  return { problems: [...unknown, ...parsed.error.issues.map((issue) => issueProblem(issue, schema, input, yaml))] };
}

function issueProblem(issue: z.core.$ZodIssue, schema: z.ZodType, input: unknown, yaml: YamlSource): Problem {
  const { path } = issue;
  const value = valueAt(input, path);
  const { title = fieldName(path), description = '请按编辑手册改写' } = metaAt(schema, path);
  const name = fieldName(path);
  if (value === undefined && path.length > 0) {
    return problem('schema/required', yaml.place(path), { field: name, label: title, description });
  }
  const place = yaml.place(path);
  if (issue.code === 'invalid_type') {
    return problem('yaml/shape', place, { expected: describeType(issue.expected), actual: describeValue(value) });
  }
  const shown = { field: name, value: typeof value === 'string' ? value : describeValue(value) };
  if (issue.code === 'invalid_value') {
    const choices = issue.values.map(String);
    const match = nearest(String(value), choices);
    const suggestion = match ? `是否为“${match}”？` : `可写：${choices.join('、')}`;
    return problem('schema/choice', place, { ...shown, suggestion });
  }
  if (issue.code === 'too_big' && typeof value === 'string') {
    return problem('schema/too-long', place, { field: name, length: value.length, limit: Number(issue.maximum) });
  }
  const rule = issue.code === 'custom' ? (issue.params?.['rule'] as RuleName | undefined) : undefined;
  if (rule === 'schema/date') return problem(rule, place, { ...shown, suggestion: dateSuggestion(String(value)) });
  if (rule === 'file/reserved') return problem(rule, place, { name: String(value), suggestion: `${String(value)}-1` });
  return problem('schema/form', place, { ...shown, description });
}

/** `2015年4月16日`, `2015.4.16` and `2015/4/16` are what Word and Excel leave behind. */
function dateSuggestion(value: string): string {
  const parts = /^(\d{4})\s*[年./-]\s*(?:(\d{1,2})\s*[月./-]?\s*(?:(\d{1,2})\s*日?)?)?$/.exec(value);
  if (!parts) return '';
  const [year, month, day] = parts.slice(1);
  const written = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
  return written === value ? '' : `，是否为 ${written}？`;
}

function unknownFields(schema: z.ZodType, value: unknown, path: Path, yaml: YamlSource): Problem[] {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodArray && Array.isArray(value)) {
    return value.flatMap((item, index) => unknownFields(inner.element as z.ZodType, item, [...path, index], yaml));
  }
  if (!(inner instanceof z.ZodObject) || !isRecord(value)) return [];
  const shape = inner.shape as Record<string, z.ZodType>;
  return Object.entries(value).flatMap(([key, child]) => {
    const childPath = [...path, key];
    if (Object.hasOwn(shape, key)) return unknownFields(shape[key]!, child, childPath, yaml);
    const match = nearest(key, Object.keys(shape));
    const suggestion = match ? `是否为“${match}”？` : '请核对字段名，或删去';
    return [problem('schema/unknown', yaml.keyPlace(childPath), { field: fieldName(childPath), suggestion })];
  });
}

/** The schema an editor's value is held against, below defaults, optionals and short forms. */
export function unwrap(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) {
    // A preprocess has its transform in front, a transform behind.
    const { in: first, out: second } = schema;
    return unwrap((first instanceof z.ZodTransform ? second : first) as z.ZodType);
  }
  return schema;
}

function metaAt(schema: z.ZodType, path: Path): { title?: string; description?: string } {
  let at = schema;
  let meta: { title?: string; description?: string } = at.meta() ?? {};
  for (const key of path) {
    const inner = unwrap(at);
    if (inner instanceof z.ZodArray) at = inner.element as z.ZodType;
    else if (inner instanceof z.ZodObject) at = (inner.shape as Record<string, z.ZodType>)[String(key)] ?? at;
    meta = at.meta() ?? meta;
  }
  return meta;
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((at, key) => (isRecord(at) || Array.isArray(at) ? (at as never)[key] : undefined), value);

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `figures[2].value`, counted from 1 as an editor counts. */
const fieldName = (path: Path): string =>
  path.reduce<string>(
    (name, key) => (typeof key === 'number' ? `${name}[${key + 1}]` : name ? `${name}.${String(key)}` : String(key)),
    '',
  ) || '（全部）';

const describeType = (expected: string): string =>
  ({ string: '一个值', array: '列表（每项以“- ”开头，或写成 […]）', object: '一组字段（写成 {字段: 值}）' })[expected] ?? expected;

function describeValue(value: unknown): string {
  if (value === undefined) return '没有写';
  if (Array.isArray(value)) return '列表';
  return isRecord(value) ? '一组字段' : `“${String(value)}”`;
}
