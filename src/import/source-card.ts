import { parseDocument, isSeq, stringify } from 'yaml';
import { extname } from 'node:path';
import { isCalendarDate } from '../entry/fields.ts';
import type { Source as BookSource } from '../book/schema.ts';
import { ImportError } from './import-error.ts';
import type { DraftedReport } from './draft-report.ts';
import type { Source } from './source.ts';

/** What the bylines of a report tell about its publication, as an item of sources.yaml. */
export function sourceCard(id: string, source: Source, { title, notices }: DraftedReport): Partial<BookSource> & Pick<BookSource, 'id' | 'title'> {
  const bylines = notices.filter(({ rule }) => rule === 'import/byline').map(({ text }) => text.normalize('NFKC')).join('\n');
  const [, year, month = '', day = ''] = /((?:19|20)\d{2})\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})/.exec(bylines) ?? [];
  const date = year && [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
  const publication = /(?:来源|來源|出处)\s*[:：]\s*([^\s|:：]{2,20})/.exec(bylines)?.[1];
  return {
    id,
    title: title ?? source.name.slice(0, source.name.length - extname(source.name).length),
    ...(publication ? { publication } : {}),
    ...(date && isCalendarDate(date) ? { date } : {}),
  };
}

/**
 * sources.yaml with one source more; what is there stays as it is, comments too.
 * @throws ImportError where the file is no plain list
 */
export function addSource(yaml: string, card: { id: string; title: string }): string {
  const { contents, errors } = parseDocument(yaml, { schema: 'failsafe' });
  const isEmpty = contents === null || (isSeq(contents) && contents.items.length === 0);
  if (errors.length > 0 || (!isEmpty && !(isSeq(contents) && !contents.flow))) {
    throw new ImportError('sources.yaml 的写法不便补写来源；请先在其中写好这份报告的来源，再用 --source 指明它的 id');
  }
  const kept = isEmpty ? yaml.replace(/^\s*\[\s*\]\s*$/m, '') : yaml;
  const item = stringify([card], { schema: 'failsafe', lineWidth: 0 });
  return `${kept.trimEnd()}${kept.trim() ? '\n' : ''}${item}`;
}
