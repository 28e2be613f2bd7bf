import type { Domain } from '../book/schema.ts';
import { FAMILIES, type FamilyName } from './domain-families.ts';
import { TOPICS } from './topics/all-topics.ts';
import { SAID_EVERYWHERE } from './topics/said-everywhere.ts';
import type { Topic } from './topics/topic.ts';
import { splitSentences } from './sentences.ts';
import { simplified } from './simplified.ts';

/** A domain with the words that speak for it, in Simplified script. */
export interface DomainWords {
  slug: string;
  name: string;
  /** A heading made of one of these is the domain's own. */
  headings: Set<string>;
  /** Word → how much it says. */
  weights: Map<string, number>;
}

export interface Judgement {
  slug: string;
  /** Words the judgement rests on, the weightiest first. */
  words: string[];
  /** Another domain is likely as well, or little speaks for any. */
  doubtful: boolean;
  /** Domains that come close, the likeliest first. */
  close: string[];
}

/** What headings say around a domain's name. */
const AROUND = /改革|制度|体制|机制|领域|领城|方面|板块|工作|建设|深化|推进|专项|小组|篇|的|与|和|[、，\s]/g;
const core = (name: string): string => simplified(name).replace(/^[一二三四五六七八九十\d]+[、.．]\s*|^[（(][一二三四五六七八九十\d]+[)）]\s*|[【】]/g, '').replace(AROUND, '');

const JOINED = /[、与和及暨]/;

const SIGN = 2;
/** A proof of two characters says as much as a sign of four. */
const PROOF = 8;
const OWN_WORD = 1.5;
/** Longer words say no more than this many characters. */
const LONGEST_WEIGHED = 5;

/** Words of each domain: of its name and description in the content folder, and of the topics that fall to it. */
export function buildVocabulary(domains: Domain[]): DomainWords[] {
  const topicsOf = shareOutTopics(domains);
  return domains.map(({ slug, name, description = '' }) => {
    const own = description.split(/[、，。；与和及]/).map((word) => simplified(word).trim()).filter((word) => word.length >= 2 && word.length <= 8);
    const topics = topicsOf.get(slug)!;
    const weights = new Map<string, number>();
    const weigh = (word: string, factor: number, least = 0) => weights.set(word, Math.max(Math.min(word.length, LONGEST_WEIGHED) * factor, least, weights.get(word) ?? 0));
    for (const word of topics.flatMap((topic) => topic.words)) weigh(word, 1);
    for (const word of topics.flatMap(({ signs }) => signs)) weigh(word, SIGN);
    for (const word of topics.flatMap(({ proofs }) => proofs)) weigh(word, SIGN, PROOF);
    for (const word of [...own, ...(core(name).length >= 2 ? [core(name)] : [])]) weigh(word, OWN_WORD);
    const headings = new Set([name, ...own, ...topics.flatMap((topic) => topic.headings)].map(core).filter(Boolean));
    return { slug, name, headings, weights };
  });
}

/** Each topic goes to the domains that name it, else to those whose description does, else to those of its family. */
function shareOutTopics(domains: Domain[]): Map<string, Topic[]> {
  const texts = domains.map(({ slug, name, description = '' }) => ({ slug, name: simplified(name), description: simplified(description) }));
  const families = familiesOf(texts);
  const topics = new Map(texts.map(({ slug }) => [slug, [] as Topic[]]));
  for (const topic of TOPICS) {
    const touched = (field: 'name' | 'description') => texts.filter((text) => topic.names.some((part) => speaksOf(text[field], part, topic.family))).map(({ slug }) => slug);
    const kin = families.get(topic.family)!;
    const [named, described] = [touched('name'), touched('description')];
    const chosen = named.length ? named : described.length && !described.some((slug) => kin.includes(slug)) ? described : kin;
    for (const slug of chosen) topics.get(slug)!.push(topic);
  }
  return topics;
}

function familiesOf(texts: { slug: string; name: string }[]): Map<FamilyName, string[]> {
  const names = Object.keys(FAMILIES) as FamilyName[];
  const asked = new Map(names.map((family) => [family, texts.filter(({ name }) => FAMILIES[family].names.some((part) => speaksOf(name, part, family))).map(({ slug }) => slug)]));
  return new Map(names.map((family) => [family, [family, ...FAMILIES[family].otherwise].map((one) => asked.get(one)!).find((slugs) => slugs.length > 0) ?? []]));
}

const NAMES = [...Object.entries(FAMILIES).map(([family, { names }]) => ({ family, names })), ...TOPICS]
  .flatMap(({ family, names }) => names.map((name) => ({ family, name })))
  .sort((a, b) => b.name.length - a.name.length);

/** 营商环境 speaks of itself and not of 环境: a part inside a longer name of another family does not count. */
function speaksOf(text: string, part: string, family: FamilyName): boolean {
  const longer = NAMES.filter((one) => one.family !== family && one.name.length > part.length && one.name.includes(part));
  return longer.reduce((rest, { name }) => rest.replaceAll(name, '　'), text).includes(part);
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
  const found = vocabulary
    .flatMap(({ slug, headings }) => [...headings].filter((one) => one.length >= 2 && name.includes(one)).map((one) => ({ slug, one, length: one.length })))
    .sort((a, b) => b.length - a.length);
  const near = found[0];
  // 党建与纪检体制改革 names two domains.
  if (near && JOINED.test(written) && found.some(({ slug, one }) => slug !== near.slug && name.replace(near.one, '　').includes(one))) return undefined;
  return near && (marked || near.length >= name.length / 2) && name.length <= 8 ? near.slug : undefined;
}

const HEADING_WEIGHT = 2;
const ABOVE_WEIGHT = 1;
/** A paragraph opens with its matter, and its first clause names it. */
const FIRST_CLAUSE_WEIGHT = 2;
const FIRST_SENTENCE_WEIGHT = 1.5;
/** A word said again says less than a new one. */
const AGAIN = [1, 0.5, 0.25];
/** Without doubt a domain has twice the points of the next, and these besides. */
const LEAD = 4;
/** Another domain that has this share of the best one's points may be meant as well. */
const CLOSE = 0.4;

/**
 * The domain a text speaks of. `heading` counts twofold, the heading `above` it half as much.
 * Without any known word it is the first domain, doubtful.
 */
export function judgeDomain(heading: string, text: string, vocabulary: DomainWords[], above = ''): Judgement {
  const pieces = weighPieces(heading, text, above).map(({ text: piece, ...rest }) => ({ ...rest, found: findWords(piece, vocabulary) }));
  const scores = vocabulary.map(({ slug, weights }) => {
    const said = new Map<string, number[]>();
    let points = 0;
    for (const { found, factor } of pieces) {
      for (const word of found) {
        const weight = weights.get(word);
        if (!weight) continue;
        const times = said.get(word) ?? [];
        const worth = weight * factor * (AGAIN[times.length] ?? 0);
        said.set(word, [...times, worth]);
        points += worth;
      }
    }
    const total = (word: string) => said.get(word)!.reduce((sum, worth) => sum + worth, 0);
    return { slug, points, words: [...said.keys()].sort((a, b) => total(b) - total(a)).slice(0, 3) };
  });
  const [best, second] = scores.sort((a, b) => b.points - a.points);
  if (!best || best.points === 0) return { slug: vocabulary[0]?.slug ?? '', words: [], doubtful: true, close: [] };
  const close = scores.filter(({ points }) => points >= best.points * CLOSE).map(({ slug }) => slug);
  return { slug: best.slug, words: best.words, doubtful: best.points < 2 * (second?.points ?? 0) + LEAD, close };
}

/** What is read, with how much it counts. */
function weighPieces(heading: string, text: string, above: string): { text: string; factor: number }[] {
  const [first = '', ...others] = splitSentences(text);
  const clauseEnd = first.search(/[，、：,:]/);
  const [clause, rest] = clauseEnd === -1 ? [first, ''] : [first.slice(0, clauseEnd), first.slice(clauseEnd)];
  return [
    { text: heading, factor: HEADING_WEIGHT },
    { text: above, factor: ABOVE_WEIGHT },
    { text: clause, factor: FIRST_CLAUSE_WEIGHT },
    { text: rest, factor: FIRST_SENTENCE_WEIGHT },
    ...others.map((sentence) => ({ text: sentence, factor: 1 })),
  ];
}

const patterns = new WeakMap<DomainWords[], RegExp>();

/** Known words of a text in order; of two that overlap the first and longest: 集体经济 does not speak of 经济. */
function findWords(text: string, vocabulary: DomainWords[]): string[] {
  let pattern = patterns.get(vocabulary);
  if (!pattern) {
    const words = [...new Set([...vocabulary.flatMap(({ weights }) => [...weights.keys()]), ...SAID_EVERYWHERE])].sort((a, b) => b.length - a.length);
    pattern = new RegExp(words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g');
    patterns.set(vocabulary, pattern);
  }
  return simplified(text).match(pattern) ?? [];
}
