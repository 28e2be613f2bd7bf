import { z } from 'zod';
import { unwrap } from '../entry/read-fields.ts';

/** A field as the handbook explains it, read off the schema that checks it. */
export interface FieldDoc {
  key: string;
  title: string;
  description: string;
  required: boolean;
  /** A list may be written, or several values. */
  many: boolean;
  choices: string[];
  /** What holds where nothing is written. */
  byDefault?: string;
  children: FieldDoc[];
}

/** Fields of a schema in the order in which they are declared. */
export function fieldsOf(schema: z.ZodObject): FieldDoc[] {
  return Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, field]) => {
    const { title = key, description = '' } = field.meta() ?? {};
    const inner = unwrap(field);
    const many = inner instanceof z.ZodArray;
    const item = many ? unwrap(inner.element as z.ZodType) : inner;
    const left = field.safeParse(undefined);
    return {
      key,
      title,
      description,
      required: !left.success,
      many,
      choices: item instanceof z.ZodEnum ? item.options.map(String) : [],
      byDefault: left.success && typeof left.data === 'string' ? left.data : undefined,
      children: item instanceof z.ZodObject ? fieldsOf(item) : [],
    };
  });
}
