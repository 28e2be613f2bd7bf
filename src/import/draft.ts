import { pilotLevelName } from '../book/pilot-levels.ts';
import type { District } from '../book/schema.ts';
import { parseEntry, proposeSlug } from '../entry/parse.ts';
import type { ChosenDomain } from './choose-domain.ts';
import type { DomainWords } from './domain.ts';
import { renderBody, type PlacedPicture } from './draft-body.ts';
import { draftFigures } from './draft-figures.ts';
import { renderField as field, renderItem, renderList as list, type Line } from './draft-frontmatter.ts';
import { findBodies } from './find-bodies.ts';
import { findDocuments, type FoundDocument } from './find-documents.ts';
import { findEvents } from './find-events.ts';
import { findPilot } from './find-pilot.ts';
import { stripNumbering } from './headings.ts';
import type { Section } from './sections.ts';
import type { Notice, Source } from './source.ts';
import { titleOf } from './title.ts';

/** Where drafts go and what they rest on. */
export interface Target {
  year: string;
  district: District;
  sourceId: string;
  vocabulary: DomainWords[];
  lang: 'zh-Hans' | 'zh-Hant';
}

/** A section, or a ledger's row with what its columns say. */
export interface DraftMatter extends Section {
  lead?: string[];
  partners?: string[];
  documents?: string[];
}

/** One draft entry, ready to be written. */
export interface Draft {
  slug: string;
  /** Relative to the content folder. */
  file: string;
  text: string;
  title: string;
  domain: string;
  /** 经济体制改革, as an editor knows it. */
  domainName: string;
  /** Blocks of the source it holds, first and last. */
  from: number;
  to: number;
  figures: { name: string; value: string; unit?: string; before?: string }[];
  documents: string[];
  eventCount: number;
  pictures: PlacedPicture[];
}

const LARGEST_SLUG_NUMBER = 10_000;

/** A section → a draft that passes the checks; what is doubtful stands as a comment beside it and in a notice. */
export function buildDraft(matter: DraftMatter, { domain, note: domainNote }: ChosenDomain, target: Target, source: Pick<Source, 'name' | 'unit'>, order: number, taken: Set<string>): { draft: Draft; notices: Notice[] } {
  const { year, district, vocabulary } = target;
  const { unit } = source;
  const texts = matter.blocks.filter(({ kind }) => kind === 'text');
  const paragraphs = texts.map(({ text }) => text);
  const notices: Notice[] = [];
  const note = (rule: Notice['rule'], at: number, text: string, about: string) => notices.push({ rule, at, text, about });

  const { title, doubt: titleNote } = matter.overview ? { title: `${year}年${district.name}改革概况`, doubt: '' } : titleOf(matter.heading, paragraphs, vocabulary);
  if (titleNote) note('import/title-doubt', matter.at, title, titleNote);
  if (domainNote) note('import/domain-doubt', matter.at, title, domainNote);

  const { figures, leftOut } = draftFigures(matter.blocks, unit);
  const events = texts.flatMap(({ text, at }) => findEvents(text, year).map(({ doubtful, ...value }): Line & { at: number } => ({ value, note: `第${at}${unit}${doubtful ? '，待核：原文没有写年份' : ''}`, at })));
  const documents = uniqueDocuments([
    ...(matter.documents ?? []).map((title) => ({ title: title.replace(/^《(.*)》$/, '$1'), at: matter.at })),
    ...matter.blocks.flatMap(({ text, at }) => findDocuments(text).map((found) => ({ ...found, at }))),
  ]).map(({ at, ...value }): Line => ({ value: { ...value }, note: `第${at}${unit}` }));
  const pilot = matter.overview ? undefined : findPilot(matter.heading, paragraphs);
  const found = findBodies(paragraphs);
  const lead = matter.lead?.length ? { lead: matter.lead, doubtful: false } : found;
  const partners = matter.partners ?? found.partners;
  for (const { value, note: about } of figures) {
    if (about.includes('待核')) note('import/figure-doubt', Number(/\d+/.exec(about)![0]), `${value['name']} ${value['value']}${value['unit'] ?? ''}`, about);
  }
  for (const { value, note: about, at } of events) {
    if (about.includes('待核')) note('import/event-doubt', at, `${value['date']} ${value['text']}`, '原文没有写年份');
  }
  for (const { text, at, about } of leftOut) note('import/figure-doubt', at, text, about);
  if (lead.doubtful) note('import/lead-doubt', matter.at, lead.lead.join('、'), title);
  if (pilot) note('import/pilot-doubt', matter.at, `${pilot.name}（${pilotLevelName(pilot.level)}）`, pilot.sentence);

  const headings = [...matter.above, matter.heading].filter(Boolean);
  const slug = freeSlug(title, taken);
  const { body, pictures } = renderBody(matter.blocks, slug);
  const file = `${year}/${district.slug}/${slug}.md`;
  const [from, to] = [matter.at, Math.max(matter.at, ...matter.blocks.map(({ at }) => at))];
  const render = (kept: Line[]) => `${[
    '---',
    `# 导入自“${source.name}”第${from === to ? from : `${from}～${to}`}${unit}；核对各项后删去 state: draft 一行`,
    ...(headings.length > 0 ? [`# 原标题：${headings.join(' › ')}`] : []),
    field('title', title, titleNote && `待核：${titleNote}`),
    field('domain', domain, domainNote && `待核：${domainNote}`),
    ...(matter.localDomain ? [field('localDomain', stripNumbering(matter.localDomain).replace(/篇$/, ''))] : []),
    field('source', target.sourceId),
    ...(target.lang === 'zh-Hant' ? ['lang: zh-Hant'] : []),
    ...(matter.overview ? ['type: overview'] : []),
    ...(pilot ? [field('pilot', { level: pilot.level, name: pilot.name, date: pilot.date }, '待核：级别、名称')] : []),
    ...(lead.lead.length ? [field('lead', lead.lead, lead.doubtful ? '待核' : '')] : []),
    ...(partners.length ? [field('partners', partners, matter.partners ? '' : '待核')] : []),
    ...list('figures', kept), ...list('events', events), ...list('documents', documents),
    `order: ${order}`,
    'state: draft',
    '---',
  ].join('\n')}\n\n${body}\n`;
  const sound = soundFigures(figures, render(figures), file);
  for (const { value, note: about } of figures.filter((figure) => !sound.includes(figure))) {
    note('import/figure-doubt', matter.at, `${value['name']} ${value['value']}${value['unit'] ?? ''}`, `${about}，没有写进草稿`);
  }
  const draft: Draft = {
    slug, file, text: render(sound), title, domain, domainName: vocabulary.find(({ slug: one }) => one === domain)?.name ?? domain, from, to, pictures, eventCount: events.length,
    figures: sound.map(({ value }) => value as Draft['figures'][number]),
    documents: documents.map(({ value }) => String(value['title'])),
  };
  return { draft, notices };
}

const uniqueDocuments = <T extends FoundDocument>(documents: T[]): T[] => [...new Map(documents.map((found) => [found.title, found])).values()];

/** Figures the checks find in the text; drafting may not bring an error into the book. */
function soundFigures(figures: Line[], text: string, file: string): Line[] {
  const absent = parseEntry(text, file).problems.filter(({ rule }) => rule === 'text/figure-absent' || rule === 'text/before-absent');
  const lines = text.split('\n');
  return figures.filter((figure) => !absent.some(({ line }) => lines[line - 1] === renderItem(figure)));
}

/** The title's pinyin with a number where it is taken; `taken` grows by it. */
function freeSlug(title: string, taken: Set<string>): string {
  const proposed = proposeSlug(title);
  for (let number = 1; number < LARGEST_SLUG_NUMBER; number += 1) {
    const slug = number === 1 ? proposed : `${proposed}-${number}`;
    if (slug === 'district' || taken.has(slug)) continue;
    taken.add(slug);
    return slug;
  }
  throw new Error(`no free name for ${proposed}`);
}
