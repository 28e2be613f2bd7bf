import { domainOfHeading, judgeDomain, type DomainWords, type Judgement } from './domain.ts';
import type { Section } from './sections.ts';

/** A draft's domain, and what an editor should know about the choice. */
export interface ChosenDomain {
  domain: string;
  /** Empty where there is no doubt. */
  note: string;
}

/** A section; in a ledger the leading bodies stand in a column of their own. */
type Matter = Section & { lead?: string[] };

/** Where the neighbours stand, the nearest before it first. */
const NEAR = [-1, -2, 1, 2];
/** So many of them must agree before a draft leans to their domain. */
const ENOUGH_NEIGHBOURS = 2;

/** The domain of each section, in reading order: of a heading that names it, else of its words, else of those around it. */
export function chooseDomains(sections: Matter[], vocabulary: DomainWords[]): ChosenDomain[] {
  const judged = sections.map((section) => judgeSection(section, vocabulary));
  const sure = (index: number): string | undefined => (judged[index] && !judged[index].doubtful ? judged[index].slug : undefined);
  return sections.map(({ overview, over }, index) => {
    const { slug, words, doubtful, close } = judged[index]!;
    if (overview) return { domain: slug, note: '概况不属于某一领域' };
    if (!doubtful) return { domain: slug, note: '' };
    const neighbours = NEAR.flatMap((step) => (sections[index + step]?.over === over ? (sure(index + step) ?? []) : []));
    const count = (one: string): number => neighbours.filter((neighbour) => neighbour === one).length;
    const common = (words.length === 0 ? neighbours : close).reduce<string | undefined>((most, one) => (most === undefined || count(one) > count(most) ? one : most), undefined);
    if (common && common !== slug && count(common) >= ENOUGH_NEIGHBOURS && count(slug) === 0) return { domain: common, note: '相邻几条都属这一领域' };
    if (words.length > 0) return { domain: slug, note: `依据“${words.join('、')}”判断` };
    // Reports go through their domains one after the other.
    const before = sure(index - 1) ?? sure(index - 2);
    return before ? { domain: before, note: '没有找到依据，随前一条' } : { domain: slug, note: '没有找到依据' };
  });
}

/** A heading above that names a domain leaves no doubt; an overview's own judgement tells its neighbours nothing. */
function judgeSection({ domain, localDomain, heading, over = '', lead = [], overview, blocks }: Matter, vocabulary: DomainWords[]): Judgement {
  const named = overview ? undefined : (domain ?? (localDomain && domainOfHeading(localDomain, vocabulary)));
  if (named) return { slug: named, words: [], doubtful: false, close: [] };
  const text = blocks.flatMap(({ kind, text: words }) => (kind === 'text' ? [words] : [])).join('\n');
  const judgement = judgeDomain([heading, localDomain].filter(Boolean).join(' '), text, vocabulary, [over, ...lead].join(' '));
  return overview ? { ...judgement, doubtful: true } : judgement;
}
