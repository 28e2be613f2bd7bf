import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import type { District, Domain } from '../src/book/schema.ts';
import { buildVocabulary } from '../src/import/domain.ts';
import { draftReport } from '../src/import/draft-report.ts';
import { readSource } from '../src/import/read-source.ts';
import { skeleton } from '../src/import/sentences.ts';

const FOLDER = fileURLToPath(new URL('../tests/import/', import.meta.url));

/** A truth table, written by hand from the report. Values are strings, as the failsafe schema gives them. */
interface Truth {
  report: string;
  district: District;
  year: string;
  headings?: string[];
  outside?: { text: string; rule: string }[];
  figures?: { line: string; value: string; unit: string; before?: string }[];
  documents?: string[];
  domains?: { lines: [string, string]; domain: string }[];
  repeats?: { from: string; to: string }[];
  twoLineHeadings?: string[];
}

/** How much of one kind was found, and what was not. */
export interface Share {
  found: number;
  of: number;
  missed: string[];
}

/** One report against its truth table; a share is absent where the table does not judge it. */
export interface ImportScore {
  report: string;
  drafts: number;
  /** Sentences and headings that stand in drafts. */
  sentences?: Share;
  /** Of all that do not stand in drafts: named in the import report. */
  outside?: Share;
  figures?: Share;
  /** Drafted figures that are in the truth table. */
  figurePrecision?: Share;
  documents?: Share;
  domains?: Share;
  repeats?: Share;
  twoLineHeadings?: Share;
  /** Sentences of the report found nowhere. */
  unplaced: number;
}

const share = <T>(items: T[], isFound: (item: T) => boolean, name: (item: T) => string): Share => {
  const missed = items.filter((item) => !isFound(item));
  return { found: items.length - missed.length, of: items.length, missed: missed.map(name) };
};

/** Imports every report that has a truth table, in memory, and scores it. */
export async function benchImport(folder = FOLDER): Promise<ImportScore[]> {
  const truths = (await readdir(join(folder, 'truth'))).filter((file) => file !== 'domains.yaml' && file.endsWith('.yaml')).sort();
  const domains = parse(await readFile(join(folder, 'truth/domains.yaml'), 'utf8'), { schema: 'failsafe' }) as Domain[];
  const scores: ImportScore[] = [];
  for (const file of truths) {
    const truth = parse(await readFile(join(folder, 'truth', file), 'utf8'), { schema: 'failsafe' }) as Truth;
    scores.push(await scoreReport(truth, join(folder, 'reports'), domains));
  }
  return scores;
}

async function scoreReport(truth: Truth, reports: string, domains: Domain[]): Promise<ImportScore> {
  const path = join(reports, truth.report);
  const source = await readSource(path);
  const { drafts, notices, account } = draftReport(
    source, { year: truth.year, district: truth.district, sourceId: 'report', vocabulary: buildVocabulary(domains) }, new Set(),
  );
  const said = notices.map(({ rule, text }) => ({ rule, letters: skeleton(text) }));
  const names = (rule: string | undefined, text: string) => said.some((one) => (!rule || one.rule === rule) && one.letters.includes(skeleton(text)));
  const score: ImportScore = { report: truth.report, drafts: drafts.length, unplaced: account.unplaced.length };
  if (truth.headings) {
    const whole = drafts.map(({ text }) => skeleton(text)).join('\n');
    const bodies = drafts.map(({ text }) => skeleton(text.slice(text.indexOf('\n---\n')))).join('\n');
    // Deliberately simpler than the importer's own splitting.
    const lines = (await readFile(path, 'utf8')).split('\n').flatMap((line, index) =>
      line.split(/[。！？；!?;]/).filter((piece) => skeleton(piece)).map((piece) => ({ text: piece, isHeading: truth.headings!.includes(String(index + 1)) })),
    );
    score.sentences = share(lines, ({ text, isHeading }) => (isHeading ? whole : bodies).includes(skeleton(text)), ({ text }) => text);
    const left = lines.filter(({ text }) => score.sentences!.missed.includes(text));
    score.outside = share(left, ({ text }) => names(undefined, text) || bodies.includes(skeleton(text.replace(/[（(].*$/, ''))), ({ text }) => text);
  } else if (truth.outside) score.outside = share(truth.outside, ({ rule, text }) => names(rule, text), ({ text }) => text);
  if (truth.figures) {
    const key = ({ value, unit = '', before = '' }: { value: string; unit?: string; before?: string }) => `${value}${unit}${before ? `←${before}` : ''}`;
    const drafted = drafts.flatMap(({ figures }) => figures).map(key);
    const expected = truth.figures.map(key);
    score.figures = matchOff(expected, drafted);
    score.figurePrecision = matchOff(drafted, expected);
  }
  if (truth.documents) {
    const drafted = new Set(drafts.flatMap(({ documents }) => documents.map(skeleton)));
    score.documents = share(truth.documents, (title) => drafted.has(skeleton(title)), (title) => title);
  }
  if (truth.domains) {
    const judged = drafts.flatMap((draft) => {
      const expected = truth.domains!.find(({ lines: [first, last] }) => draft.from >= Number(first) && draft.from <= Number(last));
      return expected ? [{ ...draft, expected: expected.domain }] : [];
    });
    score.domains = share(judged, ({ domain, expected }) => domain === expected, ({ title, domain, expected }) => `${title}：${domain}，应为${expected}`);
  }
  if (truth.repeats) {
    score.repeats = share(truth.repeats, ({ from, to }) => said.some(({ rule, letters }) => rule === 'import/repeat' && letters.includes(skeleton(from)) && letters.includes(skeleton(to))), ({ from }) => from);
  }
  if (truth.twoLineHeadings) score.twoLineHeadings = share(truth.twoLineHeadings, (text) => names('import/two-line-heading', text), (text) => text);
  return score;
}

/** Each of `wanted` takes one of `given`: a figure told twice must be found twice. */
function matchOff(wanted: string[], given: string[]): Share {
  const left = [...given];
  return share(wanted, (one) => {
    const at = left.indexOf(one);
    if (at !== -1) left.splice(at, 1);
    return at !== -1;
  }, (one) => one);
}

const COLUMNS: [keyof ImportScore, string][] = [
  ['sentences', '句子入稿'], ['outside', '稿外说明'], ['figures', '数据'], ['figurePrecision', '数据准确'], ['documents', '文件'],
  ['domains', '领域'], ['repeats', '重复段'], ['twoLineHeadings', '两行标题'],
];

/** The scores as lines of a table, then what was missed. */
export function importTable(scores: ImportScore[]): string[] {
  const show = (value: unknown): string => {
    if (typeof value !== 'object' || value === null) return '—';
    const { found, of } = value as Share;
    return `${of === 0 ? '100.0' : ((found / of) * 100).toFixed(1)}% (${found}/${of})`;
  };
  return [
    ['报告', '草稿', ...COLUMNS.map(([, name]) => name), '无去处'].join('\t'),
    ...scores.map((score) => [score.report, score.drafts, ...COLUMNS.map(([key]) => show(score[key])), score.unplaced].join('\t')),
    ...scores.flatMap((score) => COLUMNS.flatMap(([key, name]) => ((score[key] as Share | undefined)?.missed ?? []).map((missed) => `${score.report} ${name} 缺：${missed}`))),
  ];
}

if (import.meta.main) console.log(importTable(await benchImport()).join('\n'));
