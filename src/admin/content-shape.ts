import { z } from 'zod';
import { contentSchemas, type ContentSchema } from '../content-schemas.ts';
import { unwrap } from '../entry/read-fields.ts';

/** How one value is written in a content file, as plain data that travels to the browser. */
export interface FieldShape {
  list?: true;
  /** A list whose single value is written without brackets. */
  bare?: true;
  /** An object with this key alone is written as its value. */
  short?: string;
  /** Keys of an object, or of the objects of a list, in the order they are written. */
  fields?: Record<string, FieldShape>;
}

/** How one kind of content file is written. */
export interface FileShape {
  /** Frontmatter and body; otherwise the file is YAML. */
  markdown: boolean;
  /** The file is one list. */
  list: boolean;
  fields: Record<string, FieldShape>;
}

export type FileShapes = Record<string, FileShape>;

/** The shape of every kind of content file, by the id of its schema. */
export const fileShapes = (): FileShapes =>
  Object.fromEntries(contentSchemas.map((kind) => [kind.id, fileShape(kind)]));

export const isMarkdown = ({ glob }: ContentSchema): boolean => glob.endsWith('.md');

const fileShape = (kind: ContentSchema): FileShape => ({
  markdown: isMarkdown(kind),
  list: kind.list ?? false,
  fields: objectShape(kind.schema),
});

const objectShape = (schema: z.ZodObject): Record<string, FieldShape> =>
  Object.fromEntries(Object.entries(schema.shape as Record<string, z.ZodType>).map(([key, value]) => [key, fieldShape(value)]));

function fieldShape(schema: z.ZodType): FieldShape {
  const inner = unwrap(schema);
  if (inner instanceof z.ZodObject) return { fields: objectShape(inner) };
  if (!(inner instanceof z.ZodArray)) return {};
  const element = inner.element as z.ZodType;
  const item = unwrap(element);
  const shape: FieldShape = { list: true };
  // Lists that must be there point to something, and mostly to one thing.
  if (!schema.safeParse(undefined).success) shape.bare = true;
  const short = shortKey(element);
  if (short) shape.short = short;
  if (item instanceof z.ZodObject) shape.fields = objectShape(item);
  return shape;
}

/** `shortFor` leaves no name behind: what it makes of a string tells the key. */
function shortKey(element: z.ZodType): string | undefined {
  if (!(element instanceof z.ZodPipe) || !(element.in instanceof z.ZodTransform)) return undefined;
  const made: unknown = element.in.parse('probe');
  return typeof made === 'object' && made !== null && !Array.isArray(made) ? Object.keys(made)[0] : undefined;
}
