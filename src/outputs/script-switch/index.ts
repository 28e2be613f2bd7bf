import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConverterFactory } from 'opencc-js/core';
import hkVariants from 'opencc-js/dict/HKVariants';
import hkVariantsPhrases from 'opencc-js/dict/HKVariantsPhrases';
import hkVariantsRev from 'opencc-js/dict/HKVariantsRev';
import hkVariantsRevPhrases from 'opencc-js/dict/HKVariantsRevPhrases';
import stCharacters from 'opencc-js/dict/STCharacters';
import stPhrases from 'opencc-js/dict/STPhrases';
import stRegionalPhrases from 'opencc-js/dict/STPhrases_GeneratedFromRegionalPhrases';
import tsCharacters from 'opencc-js/dict/TSCharacters';
import tsPhrases from 'opencc-js/dict/TSPhrases';
import { SCRIPT_FOLDER } from '../browser-scripts.ts';
import { compileTable, type Conversion } from './compile-table.ts';
import { encodeTable } from './convert.ts';
import { TO_SIMPLIFIED, TO_TRADITIONAL, USUAL_FORMS } from './overrides.ts';

const phrasesOf = (...dictionaries: string[]): string[] =>
  dictionaries.flatMap((dictionary) => dictionary.split('|').map((line) => line.split(' ')[0]!));

/** Simplified → Traditional in Hong Kong's standard forms (為, 裏), our own phrases first. */
export const toTraditional: Conversion = {
  convert: ConverterFactory([TO_TRADITIONAL, stPhrases, stRegionalPhrases, stCharacters], [hkVariantsPhrases, hkVariants], [USUAL_FORMS]),
  phrases: [...TO_TRADITIONAL.map(([from]) => from), ...phrasesOf(stPhrases, stRegionalPhrases)],
};

export const toSimplified: Conversion = {
  convert: ConverterFactory([TO_SIMPLIFIED, hkVariantsRevPhrases, hkVariantsRev], [tsPhrases, tsCharacters]),
  phrases: [...TO_SIMPLIFIED.map(([from]) => from), ...phrasesOf(tsPhrases)],
};

const HAN = /\p{Script=Han}/u;
/** Scripts and data are not read by anybody. */
const UNREAD = /<script\b[^>]*>.*?<\/script>/gs;
/** Text between tags, and the attributes a reader sees or hears. */
const TEXT = />([^<]+)</g;
const SPOKEN = /(?:title|aria-label|alt|placeholder)="([^"]+)"/g;

/** Writes the two tables that the reader's switch between scripts loads: exact for every text of the built pages. */
export async function writeScriptTables(outDir: string): Promise<void> {
  const paths = (await readdir(outDir, { recursive: true })).filter((path) => path.endsWith('.html'));
  const pages = await Promise.all(paths.map((path) => readFile(join(outDir, path), 'utf8')));
  const folder = join(outDir, SCRIPT_FOLDER);
  await mkdir(folder, { recursive: true });
  for (const name of ['hant', 'hans'] as const) await writeFile(join(folder, `${name}.json`), makeScriptTable(name, pages));
}

/** The table for the texts of some pages (HTML), as the browser reads it. */
export const makeScriptTable = (name: 'hant' | 'hans', pages: string[]): string =>
  JSON.stringify(encodeTable(compileTable(collectRuns(pages), name === 'hant' ? toTraditional : toSimplified)));

function collectRuns(pages: string[]): Set<string> {
  const runs = new Set<string>();
  for (const page of pages) {
    const html = page.replace(UNREAD, '');
    for (const pattern of [TEXT, SPOKEN]) {
      for (const [, run] of html.matchAll(pattern)) if (HAN.test(run!)) runs.add(run!.trim());
    }
  }
  return runs;
}
