import type { Source } from '../../book/schema.ts';
import { formatDate } from '../../book/format.ts';
import { printText } from './print-text.ts';

/** A source as the list at the end of a chapter prints it. */
export function citeSource({ title, publication, author, date, accessed }: Source): string {
  const details = [author, publication, date && formatDate(date), accessed && `${formatDate(accessed)}访问`].filter(Boolean);
  return printText(`${title}${details.length > 0 ? `．${details.join('，')}` : ''}`);
}
