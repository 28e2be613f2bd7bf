import { readdir, readFile, writeFile } from 'node:fs/promises';
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
/** Data is not read by anybody; of a script, what it says. */
const DATA = /<script\b[^>]*ld\+json[^>]*>.*?<\/script>/gs;
const SCRIPT = /<script\b[^>]*>(.*?)<\/script>/gs;
const SAID = /(["'`])((?:(?!\1)[^\\\n])*)\1/g;
/** Text between tags, and the attributes a reader sees or hears. */
const TEXT = />([^<]+)</g;
const SPOKEN = /(?:title|aria-label|alt|placeholder)="([^"]+)"/g;

/**
 * Writes the two tables that the reader's switch between scripts loads: exact for every text of the built pages and of the
 * scripts beside them.
 */
export async function writeScriptTables(outDir: string): Promise<void> {
  const runs = new Set<string>();
  const paths = (await readdir(outDir, { recursive: true })).filter((path) => path.endsWith('.html'));
  // One after another: a book of ten thousand pages need not lie in memory.
  for (const path of paths) collectRuns(await readFile(join(outDir, path), 'utf8'), runs);
  const folder = join(outDir, SCRIPT_FOLDER);
  for (const name of await readdir(folder)) if (name.endsWith('.js')) collectSaid(await readFile(join(folder, name), 'utf8'), runs);
  for (const name of ['hant', 'hans'] as const) await writeFile(join(folder, `${name}.json`), encodeFor(name, runs));
}

/** The table for the texts of one page (HTML), as the browser reads it. */
export const makeScriptTable = (name: 'hant' | 'hans', page: string): string => encodeFor(name, collectRuns(page));

const encodeFor = (name: 'hant' | 'hans', runs: Set<string>): string =>
  JSON.stringify(encodeTable(compileTable(runs, name === 'hant' ? toTraditional : toSimplified)));

function collectRuns(page: string, runs = new Set<string>()): Set<string> {
  const html = page.replace(DATA, '').replace(SCRIPT, (_, code: string) => {
    collectSaid(code, runs);
    return '';
  });
  for (const pattern of [TEXT, SPOKEN]) {
    for (const [, run] of html.matchAll(pattern)) if (HAN.test(run!)) runs.add(run!.trim());
  }
  return runs;
}

function collectSaid(code: string, runs: Set<string>): void {
  for (const [, , said] of code.matchAll(SAID)) if (HAN.test(said!)) runs.add(said!.trim());
}
