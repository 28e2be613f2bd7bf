import remarkCjkFriendly from 'remark-cjk-friendly';
import remarkGfm from 'remark-gfm';
import type { PluggableList } from 'unified';
import { cutAutolinks } from './cut-autolinks.ts';
import { inlinePictures } from './inline-pictures.ts';
import { joinSoftBreaks } from './join-soft-breaks.ts';

/**
 * The Markdown an editor writes: GitHub-flavoured, made safe for Chinese. A single ~ is a range (3~5个), ** closes next
 * to full-width punctuation, a bare address ends where Chinese begins, a line break inside a paragraph is no space.
 */
export const dialect: PluggableList = [
  [remarkGfm, { singleTilde: false }],
  remarkCjkFriendly,
  cutAutolinks,
  joinSoftBreaks,
  inlinePictures,
];
