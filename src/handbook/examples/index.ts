import type { RuleName } from '../../rules.ts';
import type { Example } from '../example.ts';
import { bookExamples } from './book.ts';
import { fieldExamples } from './fields.ts';
import { fileExamples } from './files.ts';
import { importExamples } from './imports.ts';
import { markdownExamples } from './markdown.ts';
import { numberExamples } from './numbers.ts';
import { styleExamples } from './style.ts';

/** A bad and a good example for every rule; a test sees to it that none is missing and each does what it says. */
export const examples: Partial<Record<RuleName, Example>> = {
  ...fileExamples,
  ...fieldExamples,
  ...bookExamples,
  ...styleExamples,
  ...numberExamples,
  ...markdownExamples,
  ...importExamples,
};
