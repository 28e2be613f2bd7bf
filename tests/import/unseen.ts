import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Domain } from '../../src/book/schema.ts';
import { buildVocabulary } from '../../src/import/domain.ts';
import { draftReport } from '../../src/import/draft-report.ts';
import { readSource } from '../../src/import/read-source.ts';
import { skeleton } from '../../src/import/sentences.ts';
import { gbk } from './gbk.ts';

const FOLDER = join(import.meta.dirname, 'unseen');

/** What an invented report holds, written by hand; figures as `90%←9.9`. */
interface Truth {
  report: string;
  encoding?: string;
  year: string;
  outside: string[];
  /** How repeated text begins. */
  repeats?: string[];
  figures: string[];
  /** Figures one may take or leave. */
  lenient?: string[];
  documents: string[];
  domains: { text: string; domain: string }[];
  titles?: string[];
}

export interface UnseenScore {
  unplaced: string[];
  /** Expected outside the drafts, and not named in the import report, or in a draft all the same. */
  outside: string[];
  /** In the import report without being expected there. */
  left: string[];
  figuresMissed: string[];
  figuresWrong: string[];
  documentsMissed: string[];
  documentsWrong: string[];
  domainsWrong: string[];
  titles: string[];
  counts: { sentences: number; figures: number; drafted: number; documents: number; domains: number };
}

/** Imports one report, in memory, and holds it against its truth table. */
export async function scoreUnseen(name: string, bytes?: Uint8Array): Promise<UnseenScore> {
  const truth = parse(await readFile(join(FOLDER, `${name}.yaml`), 'utf8'), { schema: 'failsafe' }) as Truth;
  const domains = parse(await readFile(join(FOLDER, '../truth/domains.yaml'), 'utf8'), { schema: 'failsafe' }) as Domain[];
  const folder = await mkdtemp(join(tmpdir(), 'unseen-'));
  const path = join(folder, truth.report);
  const text = bytes ?? (await readFile(join(FOLDER, truth.report)));
  await writeFile(path, truth.encoding ? gbk(Buffer.from(text).toString()) : text);
  const source = await readSource(path).finally(() => rm(folder, { recursive: true }));
  const { drafts, notices, account } = draftReport(
    source,
    { year: truth.year, district: { slug: 'qu', code: '000000', name: '某区', city: '某市', province: '某省' }, sourceId: 'report', vocabulary: buildVocabulary(domains) },
    new Set(),
  );
  const bodies = drafts.map((draft) => ({ ...draft, letters: skeleton(draft.text.slice(draft.text.indexOf('\n---\n'))) }));
  const said = skeleton(notices.filter(({ rule }) => !/-doubt$/.test(rule)).map((notice) => notice.text).join('\n'));
  const figures = drafts.flatMap((draft) => draft.figures).map(({ value, unit = '', before }) => `${value}${unit}${before ? `←${before}` : ''}`);
  const documents = drafts.flatMap((draft) => draft.documents);
  const repeated = notices.filter(({ rule }) => rule === 'import/repeat');
  const outside = [
    ...truth.outside.filter((one) => !said.includes(skeleton(one)) || bodies.some(({ letters }) => letters.includes(skeleton(one)))),
    ...(truth.repeats ?? []).filter((one) => !repeated.some(({ text: words }) => skeleton(words).startsWith(skeleton(one)))),
  ];
  const isOutside = (one: string) => [...truth.outside, ...(truth.repeats ?? [])].some((wanted) => skeleton(one).includes(skeleton(wanted)) || skeleton(wanted).includes(skeleton(one)));
  const lenient = new Set(truth.lenient);
  return {
    unplaced: account.unplaced.map((one) => one.text), outside,
    left: notices.filter(({ rule, text: words }) => /import\/(?:chrome|byline|caption|title|repeat|truncated|unplaced|empty-heading)$/.test(rule) && !isOutside(words)).map(({ rule, text: words }) => `${rule} ${words}`),
    figuresMissed: without(truth.figures, figures).filter((one) => !lenient.has(one)),
    figuresWrong: without(figures, truth.figures).filter((one) => !lenient.has(one)),
    documentsMissed: truth.documents.filter((one) => !documents.map(skeleton).includes(skeleton(one))),
    documentsWrong: documents.filter((one) => !truth.documents.map(skeleton).includes(skeleton(one))),
    domainsWrong: truth.domains.flatMap(({ text: words, domain }) => {
      const draft = bodies.find(({ letters }) => letters.includes(skeleton(words)));
      return draft?.domain === domain ? [] : [`${words}：${draft?.domain ?? '没有草稿'}，应为${domain}`];
    }),
    titles: drafts.map(({ title }) => title),
    counts: { sentences: account.sentences, figures: truth.figures.length, drafted: figures.length, documents: truth.documents.length, domains: truth.domains.length },
  };
}

/** What is left of `wanted` once each of `given` has taken one of it. */
function without(wanted: string[], given: string[]): string[] {
  const left = [...given];
  return wanted.filter((one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}
