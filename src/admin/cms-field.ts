import { z } from 'zod';
import { unwrap } from '../entry/read-fields.ts';

/** A field of the browser editor's form, in the terms of its configuration. */
export interface CmsField {
  name: string;
  label: string;
  widget: string;
  hint?: string;
  required?: boolean;
  [option: string]: unknown;
}

/** A field whose value names something that stands elsewhere in the content. */
export interface Reference {
  collection: string;
  file?: string;
  value_field: string;
  display_fields: string[];
}

/** Path of a field (`see.id`) → what its value names. */
export type References = Record<string, Reference>;

/** Words for choices whose own description does not give them. */
const CHOICE_LABELS: Record<string, string> = { 'zh-Hans': '简体', 'zh-Hant': '繁体' };

/** Fields that hold sentences get a box of several lines. */
const SENTENCES = new Set(['summary', 'definition', 'description', 'text', 'was', 'now', 'note']);

/** The form of an object's fields, labelled and explained by the schema. */
export const cmsFields = (schema: z.ZodObject, references: References = {}, path = ''): CmsField[] =>
  Object.entries(schema.shape as Record<string, z.ZodType>).map(([name, value]) => cmsField(name, value, references, `${path}${name}`));

function cmsField(name: string, schema: z.ZodType, references: References, path: string): CmsField {
  const { title = name, description } = schema.meta() ?? {};
  const required = !schema.safeParse(undefined).success;
  const inner = unwrap(schema);
  const reference = references[path];
  // Of references, choices and objects the schema explains how they are written in a file; in a form one sees it.
  const isTyped = !reference && !(inner instanceof z.ZodObject) && !(inner instanceof z.ZodEnum) && !isObjectList(inner);
  const field = { name, label: title, ...(isTyped ? { hint: description } : {}), required };
  if (inner instanceof z.ZodObject) {
    return { ...field, widget: 'object', collapsed: 'auto', fields: cmsFields(inner, references, `${path}.`) };
  }
  if (inner instanceof z.ZodArray) return { ...field, ...listOptions(inner, title, references, path) };
  if (reference) return { ...field, widget: 'relation', ...reference };
  if (inner instanceof z.ZodEnum) return { ...field, widget: 'select', options: choices(inner, description) };
  return { ...field, widget: SENTENCES.has(name) ? 'text' : 'string', ...textOptions(inner, description) };
}

const isObjectList = (schema: z.ZodType): boolean => schema instanceof z.ZodArray && unwrap(schema.element as z.ZodType) instanceof z.ZodObject;

function listOptions(list: z.ZodArray, label: string, references: References, path: string): Partial<CmsField> & { widget: string } {
  const item = unwrap(list.element as z.ZodType);
  const reference = references[path];
  if (reference) return { widget: 'relation', multiple: true, ...reference };
  if (!(item instanceof z.ZodObject)) {
    return { widget: 'list', label_singular: label, field: { name: 'item', label, widget: 'string' } };
  }
  const fields = cmsFields(item, references, `${path}.`);
  const shown = fields.filter(({ required }) => required).map(({ name }) => `{{fields.${name}}}`);
  return { widget: 'list', label_singular: label, collapsed: 'auto', summary: shown.join(' '), fields };
}

/** `national 国家级、provincial 省级…` of a field's description names its choices. */
function choices(schema: z.ZodEnum, description = ''): { label: string; value: string }[] {
  return schema.options.map(String).map((value) => {
    const word = /^[a-z]/.test(value) ? new RegExp(`${value} ([\\p{Script=Han}]+?)(?=[（、\\s]|或|$)`, 'u').exec(description)?.[1] : undefined;
    return { value, label: word ?? CHOICE_LABELS[value] ?? value };
  });
}

/** What the schema asks of a text, as far as the form can say it while it is typed. */
function textOptions(schema: z.ZodType, description = ''): Partial<CmsField> {
  if (!(schema instanceof z.ZodString)) return {};
  const isDate = schema.def.checks?.some((check) => (check._zod.def as { params?: { rule?: string } }).params?.rule === 'schema/date');
  const pattern = isDate ? /^\d{4}(-\d{2}(-\d{2})?)?$/ : patternOf(schema);
  return {
    // An emoji list that opens at a colon only gets in the way of a yearbook.
    use_emoji_autocomplete: false,
    ...(pattern ? { pattern: [pattern.source, description] } : {}),
  };
}

function patternOf(schema: z.ZodString): RegExp | undefined {
  for (const check of schema.def.checks ?? []) {
    const { format, pattern } = check._zod.def as { format?: string; pattern?: RegExp };
    if (format === 'regex' && pattern) return pattern;
  }
  return undefined;
}
