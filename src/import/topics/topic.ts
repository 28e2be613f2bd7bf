import type { FamilyName } from '../domain-families.ts';

/**
 * A topic of which reform reports of any place speak, with its words. It follows the domain that names it (in its
 * name, else in its description), and otherwise its family. What is said of several domains stands under each.
 */
export interface Topic {
  family: FamilyName;
  /** Parts of a domain's name or description that call for this topic. */
  names: string[];
  /** With one of these a heading is a domain's own. */
  headings: string[];
  /** What all but settles the matter, however short the word: 巡察, 河长, 宅基地. */
  proofs: string[];
  /** Bodies and objects that hardly anyone mentions who speaks of something else: they count double. */
  signs: string[];
  /** Words that speak for the topic without proving it. */
  words: string[];
}

const list = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** A topic with its lists written as words with spaces between. */
export const topic = (family: FamilyName, lists: Record<'names' | 'headings' | 'proofs' | 'signs' | 'words', string>): Topic => ({
  family, names: list(lists.names), headings: list(lists.headings), proofs: list(lists.proofs), signs: list(lists.signs), words: list(lists.words),
});
