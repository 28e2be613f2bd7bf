import type { Domain } from '../book/schema.ts';
import { CONCEPTS } from './domain-words.ts';
import { simplified } from './simplified.ts';

/** A domain with the words that speak for it, in Simplified script. */
export interface DomainWords {
  slug: string;
  /** A heading made of one of these is the domain's own. */
  headings: Set<string>;
  /** Word → how much it says. */
  weights: Map<string, number>;
}

export interface Judgement {
  slug: string;
  /** Words the judgement rests on, the weightiest first. */
  words: string[];
  /** Another domain is nearly as likely. */
  doubtful: boolean;
}

/** What headings say around a domain's name. */
const AROUND = /改革|制度|体制|机制|领域|领城|方面|板块|工作|建设|深化|推进|专项|小组|篇|的|与|和|[、，\s]/g;
const core = (name: string): string => simplified(name).replace(/^[一二三四五六七八九十\d]+[、.．]\s*|^[（(][一二三四五六七八九十\d]+[)）]\s*|[【】]/g, '').replace(AROUND, '');

/** Words of each domain: of its name and description in the content folder, and of the concepts its name touches. */
export function buildVocabulary(domains: Domain[]): DomainWords[] {
  return domains.map(({ slug, name, description = '' }) => {
    const own = description.split(/[、，。；与和及]/).map((word) => simplified(word).trim()).filter((word) => word.length >= 2 && word.length <= 8);
    const concepts = CONCEPTS.filter(({ names }) => names.some((part) => name.includes(part)));
    const weights = new Map<string, number>();
    const weigh = (word: string, weight: number) => weights.set(word, Math.max(weight, weights.get(word) ?? 0));
    for (const word of concepts.flatMap((concept) => concept.words)) weigh(word, word.length);
    for (const word of own) weigh(word, word.length * 1.5);
    weigh(core(name), core(name).length * 2);
    const headings = new Set([name, ...own, ...concepts.flatMap((concept) => concept.headings)].map(core).filter(Boolean));
    return { slug, headings, weights };
  });
}

/** A heading that names a domain and nothing else: `经济体制改革`, `三、社会治理领域`, `投融资改革篇`. */
export function domainOfHeading(heading: string, vocabulary: DomainWords[]): string | undefined {
  const written = simplified(heading).replace(/[【】]/g, '').trim();
  const marked = /(?:领域|领城|篇|板块)$/.test(written);
  // A heading that tells what was done opens with a verb.
  if (!marked && /^(?:深化|推进|推动|加强|强化|完善|创新|建立|健全|构建|积极|全面|加快|开展|坚持|优化|破解)/.test(written)) return undefined;
  if (!marked && !/改革$|体制$|制度$/.test(written) && !vocabulary.some(({ headings }) => headings.has(core(written)) && core(written).length >= 4)) return undefined;
  const name = core(written);
  if (name.length === 0 || name.length > 12) return undefined;
  const exact = vocabulary.find(({ headings }) => headings.has(name));
  if (exact) return exact.slug;
  // 城镇化和农村牧区 and the like: every part names the same domain, or the whole is hardly longer than one name.
  const near = vocabulary
    .flatMap(({ slug, headings }) => [...headings].filter((one) => one.length >= 2 && name.includes(one)).map((one) => ({ slug, length: one.length })))
    .sort((a, b) => b.length - a.length)[0];
  return near && (marked || near.length >= name.length / 2) && name.length <= 8 ? near.slug : undefined;
}

const HEADING_WEIGHT = 3;
const ABOVE_WEIGHT = 1.5;
const MOST_COUNTED = 3;

/**
 * The domain a text speaks of. `heading` counts threefold, the heading `above` it half as much; a word of the text counts up to three times.
 * Without any known word it is the first domain, doubtful.
 */
export function judgeDomain(heading: string, text: string, vocabulary: DomainWords[], above = ''): Judgement {
  const [title, body, over] = [simplified(heading), simplified(text), simplified(above)];
  const scores = vocabulary.map(({ slug, weights }) => {
    const found = [...weights].flatMap(([word, weight]) => {
      const times = Math.min(MOST_COUNTED, body.split(word).length - 1) + (title.includes(word) ? HEADING_WEIGHT : over.includes(word) ? ABOVE_WEIGHT : 0);
      return times > 0 ? [{ word, points: times * weight }] : [];
    });
    found.sort((a, b) => b.points - a.points);
    return { slug, points: found.reduce((sum, { points }) => sum + points, 0), words: found.slice(0, 3).map(({ word }) => word) };
  });
  const [best, second] = scores.sort((a, b) => b.points - a.points);
  if (!best || best.points === 0) return { slug: vocabulary[0]?.slug ?? '', words: [], doubtful: true };
  return { slug: best.slug, words: best.words, doubtful: best.points < 6 || best.points < (second?.points ?? 0) * 1.25 };
}
