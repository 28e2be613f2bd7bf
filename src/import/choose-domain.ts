import { domainOfHeading, judgeDomain, type DomainWords, type Judgement } from './domain.ts';
import type { Section } from './sections.ts';

/** A draft's domain, and what an editor should know about the choice. */
export interface ChosenDomain {
  domain: string;
  /** Empty where there is no doubt. */
  note: string;
}

/** How far to look for neighbours that leave no doubt. */
const REACH = 2;

/** The domain of each section, in reading order: of a heading that names it, else of its words, else of those around it. */
export function chooseDomains(sections: Section[], vocabulary: DomainWords[]): ChosenDomain[] {
  const judged = sections.map((section) => judgeSection(section, vocabulary));
  const sure = (index: number): string | undefined => (judged[index] && !judged[index].doubtful ? judged[index].slug : undefined);
  const nearest = (index: number, step: 1 | -1): string | undefined =>
    Array.from({ length: REACH }, (_, away) => sure(index + step * (away + 1))).find((slug) => slug !== undefined);
  return sections.map(({ overview }, index) => {
    const { slug, words, doubtful, close } = judged[index]!;
    if (overview) return { domain: slug, note: '概况不属于某一领域' };
    if (!doubtful) return { domain: slug, note: '' };
    const around = nearest(index, -1);
    const isBetween = around !== undefined && around === nearest(index, 1);
    if (isBetween && around !== slug && (words.length === 0 || close.includes(around))) return { domain: around, note: '前后两条都属这一领域' };
    if (words.length > 0) return { domain: slug, note: `依据“${words.join('、')}”判断` };
    // Reports go through their domains one after the other.
    return around ? { domain: around, note: '没有找到依据，随前一条' } : { domain: slug, note: '没有找到依据' };
  });
}

/** A heading above that names a domain leaves no doubt; an overview's own judgement tells its neighbours nothing. */
function judgeSection({ domain, localDomain, heading, over, overview, blocks }: Section, vocabulary: DomainWords[]): Judgement {
  const named = overview ? undefined : (domain ?? (localDomain && domainOfHeading(localDomain, vocabulary)));
  if (named) return { slug: named, words: [], doubtful: false, close: [] };
  const text = blocks.flatMap(({ kind, text: words }) => (kind === 'text' ? [words] : [])).join('\n');
  const judgement = judgeDomain([heading, localDomain].filter(Boolean).join(' '), text, vocabulary, over);
  return overview ? { ...judgement, doubtful: true } : judgement;
}
