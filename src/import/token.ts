import type { Figure } from '../entry/schema.ts';

/** A number of a sentence with its unit. */
export interface Token {
  /** Offsets of the number's first character and of the end of its unit, in the sentence as written. */
  from: number;
  to: number;
  value: string;
  unit: string;
  approx?: Figure['approx'];
  doubts: string[];
  /** The place in a ranking: where the words that say so begin. */
  ranking?: number;
}
