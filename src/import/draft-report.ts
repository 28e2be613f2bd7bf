import { accountSentences, type Account } from './account.ts';
import { cutRepeats } from './cut-repeats.ts';
import { chooseDomains } from './choose-domain.ts';
import { buildDraft, type Draft, type DraftMatter, type Target } from './draft.ts';
import { domainOfHeading } from './domain.ts';
import { findHeadings } from './headings.ts';
import { restorePunctuation } from './punctuation.ts';
import { rejoinLines } from './rejoin-lines.ts';
import { buildSections, splitSection } from './sections.ts';
import { isTraditional } from './simplified.ts';
import type { Block, LedgerRow, Notice, Source } from './source.ts';
import { stripChrome } from './strip-chrome.ts';

/** A source turned into drafts, with everything there is to say about it. */
export interface DraftedReport {
  drafts: Draft[];
  notices: Notice[];
  account: Account;
  /** The report's own title, where it has one. */
  title?: string;
}

/** Source → drafts. Pure; `taken` holds the names already used in the chapter and grows. */
export function draftReport(source: Source, target: Omit<Target, 'lang'>, taken: Set<string>): DraftedReport {
  const original = source.rows ? source.rows.map(rowText) : source.blocks.map(({ at, text }) => ({ at, text }));
  const { matters, title, notices } = source.rows ? ledgerMatters(source.rows, target) : reportMatters(source.blocks, target);
  // A ledger may hold other districts' rows, in another script.
  const lang = isTraditional(matters.flatMap(({ blocks }) => blocks.map(({ text }) => text)).join('\n')) ? 'zh-Hant' : 'zh-Hans';
  const domains = chooseDomains(matters, target.vocabulary);
  const built = matters.map((matter, index) => buildDraft(matter, domains[index]!, { ...target, lang }, source, (index + 1) * 10, taken));
  const drafts = built.map(({ draft }) => draft);
  const allNotices = [...source.notices, ...notices, ...built.flatMap((one) => one.notices)];
  const account = accountSentences(original, drafts, allNotices);
  const unplaced = account.unplaced.map(({ at, text }): Notice => ({ rule: 'import/unplaced', at, text }));
  return { drafts, notices: [...allNotices, ...unplaced], account, title };
}

function reportMatters(blocks: Block[], { vocabulary }: Pick<Target, 'vocabulary'>): { matters: DraftMatter[]; title?: string; notices: Notice[] } {
  const restored = blocks.map((block) => ({ ...block, text: restorePunctuation(block.text), rows: block.rows?.map((row) => row.map(restorePunctuation)) }));
  const stripped = stripChrome(restored);
  const rejoined = rejoinLines(stripped.blocks);
  const cut = cutRepeats(rejoined.blocks);
  const { items, notices } = findHeadings(cut.blocks, vocabulary);
  const truncated = rejoined.notices.filter(({ rule, at }) => rule !== 'import/truncated' || items.some((item) => item.kind === 'body' && item.block.at === at));
  const { sections, title, notices: sectionNotices } = buildSections(items);
  const matters = sections.flatMap((section) => splitSection(section, vocabulary, sections.length === 1));
  return {
    matters,
    title: title ?? (sections.length === 1 ? matters[0]?.above[0] : undefined),
    notices: [...stripped.notices, ...truncated, ...cut.notices, ...notices, ...sectionNotices],
  };
}

/** Rows of the chapter's own district and year; the others are named and left out. */
function ledgerMatters(rows: LedgerRow[], { vocabulary, year, district }: Omit<Target, 'lang'>): { matters: DraftMatter[]; title?: string; notices: Notice[] } {
  const isOurs = (row: LedgerRow) =>
    (row.year === undefined || row.year === year) && (row.district === undefined || [district.name, district.slug, district.code].includes(row.district));
  const matters = rows.filter(isOurs).map(({ at, title, domain, body, ...rest }): DraftMatter => ({
    ...rest, heading: title, above: [], at,
    domain: domain && domainOfHeading(domain, vocabulary), localDomain: domain,
    blocks: body.map((text): Block => ({ kind: 'text', text: restorePunctuation(text), at })),
  }));
  const others = rows.filter((row) => !isOurs(row)).map((row): Notice => ({ rule: 'import/other-chapter', ...rowText(row), about: [row.year, row.district].filter(Boolean).join(' ') }));
  return { matters, notices: others };
}

const rowText = ({ at, title, body, lead, partners, documents }: LedgerRow) => ({ at, text: [title, ...body, ...lead, ...partners, ...documents].join('\n') });
