import { createHash } from 'node:crypto';
import type { Book } from '../../book/book.ts';
import { namedLicence } from '../../book/licence.ts';
import { dataTables, tableCsv, type DataTable } from './tables.ts';

/** The open data described for programs: a Frictionless Data Package (specs.frictionlessdata.io, version 1). */
export function renderDatapackage(book: Book, { homepage, entriesJson }: { homepage?: string; entriesJson: string }): string {
  const { title, publisher, licence, description } = book.site;
  const named = namedLicence(licence);
  const years = book.yearbooks.map(({ year }) => year);
  return `${JSON.stringify(
    {
      profile: 'data-package',
      name: 'reform-yearbook',
      title: `${title}开放数据`,
      description: [description, licence].flatMap((text) => text?.replace(/。$/, '') || []).join('。') || title,
      homepage,
      version: years.join('-') || undefined,
      contributors: [{ title: publisher, role: 'publisher' }],
      licenses: named && [named],
      resources: [
        ...dataTables(book).map(describeTable),
        {
          profile: 'data-resource',
          name: 'entries',
          path: 'entries.json',
          title: '条目',
          description: '全部条目的字段和正文',
          format: 'json',
          mediatype: 'application/json',
          encoding: 'utf-8',
          ...measure(entriesJson),
        },
      ],
    },
    null,
    2,
  )}\n`;
}

function describeTable(table: DataTable) {
  const { name, title, description, columns } = table;
  return {
    profile: 'tabular-data-resource',
    name,
    path: `${name}.csv`,
    title,
    description,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: columns.map((column) => ({
        name: column.name,
        title: column.title,
        description: column.description,
        type: column.type,
        ...(column.required ? { constraints: { required: true } } : {}),
      })),
      missingValues: [''],
    },
    ...measure(tableCsv(table)),
  };
}

const measure = (text: string) => ({
  bytes: Buffer.byteLength(text),
  hash: `sha256:${createHash('sha256').update(text).digest('hex')}`,
});
