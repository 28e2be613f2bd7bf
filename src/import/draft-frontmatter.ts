import { stringify } from 'yaml';

/** An item of a frontmatter list, with what an editor should know about it as a comment behind it. */
export interface Line {
  value: Record<string, unknown>;
  note: string;
}

/** Scalars in the failsafe schema: `150` needs no quotes, since nothing reads it as a number. */
const inline = (value: unknown): string => stringify(value, { schema: 'failsafe', collectionStyle: 'flow', lineWidth: 0, flowCollectionPadding: false }).trim();
const comment = (note: string | undefined): string => (note ? ` # ${note.replace(/\s+/g, ' ')}` : '');
export const renderField = (name: string, value: unknown, note = ''): string => `${name}: ${inline(withoutAbsent(value))}${comment(note)}`;
/** One item of a list, on a line of its own. */
export const renderItem = ({ value, note }: Line): string => `  - ${inline(withoutAbsent(value))}${comment(note)}`;
export const renderList = (name: string, lines: Line[]): string[] => (lines.length > 0 ? [`${name}:`, ...lines.map(renderItem)] : []);

const withoutAbsent = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== ''))
    : value;
