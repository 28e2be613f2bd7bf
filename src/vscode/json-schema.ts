import { z } from 'zod';
import { unwrap } from '../entry/read-fields.ts';
import { contentSchemas, type ContentSchema } from '../content-schemas.ts';

export type JsonSchema = Record<string, unknown>;

/**
 * JSON Schema of one kind of file, for editors that complete and check while one types. It is drawn from the schema
 * that `npm run check` uses and never stricter: an editor's YAML reads `10` as a number where ours keeps the text.
 */
export function jsonSchema({ id, title, about, schema, list }: ContentSchema): JsonSchema {
  const item = objectSchema(schema);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: `${title}（${id}）`,
    description: about,
    ...(list ? { type: 'array', items: item } : item),
  };
}

export const jsonSchemas = (): Record<string, JsonSchema> => Object.fromEntries(contentSchemas.map((kind) => [kind.id, jsonSchema(kind)]));

function objectSchema(schema: z.ZodObject): JsonSchema {
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>);
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([key, field]) => [key, described(field)])),
    required: fields.filter(([, field]) => !field.safeParse(undefined).success).map(([key]) => key),
    additionalProperties: false,
  };
}

/** A field's form under the words that the handbook and the messages use. */
function described(field: z.ZodType): JsonSchema {
  const { title, description } = field.meta() ?? {};
  const left = field.safeParse(undefined);
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...(left.success && typeof left.data === 'string' ? { default: left.data } : {}),
    ...form(field),
  };
}

function form(field: z.ZodType): JsonSchema {
  const inner = unwrap(field);
  if (inner instanceof z.ZodArray) {
    const items = form(inner.element as z.ZodType);
    const list = { type: 'array', items };
    return takesOne(field) ? { anyOf: [items, list] } : list;
  }
  if (inner instanceof z.ZodObject) {
    const object = objectSchema(inner);
    return takesOne(field) ? { anyOf: [{ type: ['string', 'number'] }, object] } : object;
  }
  if (inner instanceof z.ZodEnum) return { enum: inner.options };
  return scalar(inner);
}

/** Only the pattern is carried over: it speaks of text, and JSON Schema leaves numbers alone that meet one. */
function scalar(inner: z.ZodType): JsonSchema {
  const drawn = z.toJSONSchema(inner, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const { pattern, maxLength } = drawn;
  return { type: ['string', 'number'], ...(pattern ? { pattern } : {}), ...(maxLength ? { maxLength } : {}) };
}

/** Whether one value may stand for the list, or for the object. */
function takesOne(field: z.ZodType): boolean {
  if (field instanceof z.ZodOptional || field instanceof z.ZodDefault) return takesOne(field.unwrap() as z.ZodType);
  return field instanceof z.ZodPipe && field.in instanceof z.ZodTransform;
}
