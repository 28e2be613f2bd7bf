import type { Draft } from './draft.ts';
import { skeleton, splitSentences } from './sentences.ts';
import type { Notice } from './source.ts';

/** Where each sentence of a source went. */
export interface Account {
  sentences: number;
  inDrafts: number;
  inNotices: number;
  /** Sentences found in neither: named in the report, so that none vanishes unsaid. */
  unplaced: { at: number; text: string }[];
}

/** Holds every sentence of the source against the text of the drafts and the notices, by letters and digits only. */
export function accountSentences(lines: { at: number; text: string }[], drafts: Draft[], notices: Notice[]): Account {
  const texts = drafts.map(({ text, from, to }) => ({ from, to, letters: skeleton(text) }));
  const everywhere = texts.map(({ letters }) => letters).join('\n');
  // Most sentences stand in a draft as they are, and are found without reading all drafts through.
  const whole = new Set(drafts.flatMap(({ text }) => splitSentences(text).map(skeleton)));
  const said = skeleton(notices.map(({ text }) => text).join(' '));
  const account: Account = { sentences: 0, inDrafts: 0, inNotices: 0, unplaced: [] };
  for (const { at, text } of lines) {
    for (const sentence of splitSentences(text)) {
      const letters = skeleton(sentence);
      account.sentences += 1;
      const near = whole.has(letters) || texts.some(({ from, to, letters: draft }) => at >= from && at <= to && draft.includes(letters));
      if (near || everywhere.includes(letters)) account.inDrafts += 1;
      else if (said.includes(letters) || clauses(sentence).every((clause) => everywhere.includes(clause) || said.includes(clause))) account.inNotices += 1;
      else account.unplaced.push({ at, text: sentence });
    }
  }
  return account;
}

/** A repetition cut out of the middle leaves the halves of a sentence in two places. */
const clauses = (sentence: string): string[] => sentence.split(/[，、：,:（）()“”]/).map(skeleton).filter(Boolean);
