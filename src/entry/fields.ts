import { z } from 'zod';

/** A schema field with the name an editor reads in messages and one line on what to write there. */
export const field = <T extends z.ZodType>(schema: T, title: string, description: string): T =>
  schema.meta({ title, description }) as T;

/** Every scalar arrives as written (YAML's failsafe schema), so `1.10` and `0755` stay themselves. */
export const textUpTo = (limit: number) => z.string().trim().min(1).max(limit);
export const text = textUpTo(2000);

/** A list whose single value may be written without brackets. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item));

/** An object that may be shortened to the one value of `key`. */
export const shortFor = <T extends z.ZodObject>(key: string, schema: T) =>
  z.preprocess((value) => (typeof value === 'string' ? { [key]: value } : value), schema);

/** `2015`, `2015-04` or `2015-04-16`, checked against the calendar. */
export const date = z.string().trim().refine(isCalendarDate, { params: { rule: 'schema/date' } });

export function isCalendarDate(value: string): boolean {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value);
  if (!parts) return false;
  const [year, month = 1, day = 1] = parts.slice(1).filter(Boolean).map(Number) as [number, number?, number?];
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** Path segments with a meaning of their own under `/<year>/`, `/<year>/<district>/` and in PDF names. */
export const RESERVED_SLUGS = ['front', 'back', 'page', 'a4', 'press', 'large'];

export const slug = z
  .string()
  .regex(/^[a-z0-9-]+$/)
  .refine((value) => !RESERVED_SLUGS.includes(value), { params: { rule: 'file/reserved' } });

export const url = z.string().trim().regex(/^https?:\/\/[^\s]+$/);
