import { matchTerms } from '../book/glossary.ts';
import type { Book } from '../book/book.ts';
import { problem, type Problem } from '../problem.ts';
import { allBodies, runsOfBody } from './body-texts.ts';
import { HIDDEN, hideQuotations } from './mask.ts';

const ABBREVIATION = /(?<![A-Za-z0-9.+\-/])[A-Z][A-Z0-9]*(?:[-/&+][A-Z0-9]+)*[A-Z][A-Z0-9]*s?(?![A-Za-z.\-/])/g;

/** Known to every reader, or names rather than abbreviations. */
const COMMON = new Set(
  'GDP CPI WTO ISO DNA IT AI VR AR IP PC TV CT CPU USB LED LNG CNG ATM KTV SUV CEO MBA VIP QQ WIFI APP ID OK UFO CBD PM PH GB NB CCTV HIV AIDS ETC BRT COVID NBA SCI EMS GPS GIS'.split(' '),
);

/** Latin abbreviations that neither the entry nor the glossary explains; each is told once a file. */
export function checkAbbreviations(book: Book): Problem[] {
  const { pattern } = matchTerms(book.glossary);
  return allBodies(book).flatMap(({ file, body }) => {
    const runs = runsOfBody({ file, body });
    const whole = runs.map(({ text }) => text).join('\n');
    const told = new Set<string>();
    return runs.flatMap(({ text, place }) => {
      if (!/[A-Z][A-Z0-9]/.test(text)) return [];
      const open = hideQuotations(pattern ? text.replace(pattern, (term) => HIDDEN.repeat(term.length)) : text);
      return [...open.matchAll(ABBREVIATION)].flatMap(({ 0: value }) => {
        if (told.has(value) || /^[IVX]+$/.test(value) || COMMON.has(value.replace(/[-\d]+$/, '')) || COMMON.has(value) || isExplained(value, whole)) return [];
        told.add(value);
        return [problem('style/abbreviation', place, { value })];
      });
    });
  });
}

/** （PPP）, （简称PPP）, （Public-Private Partnership，PPP）, PPP（政府和社会资本合作） or B2B平台（企业对企业……） somewhere in the text. */
function isExplained(value: string, text: string): boolean {
  for (let at = text.indexOf(value); at !== -1; at = text.indexOf(value, at + 1)) {
    if (/^(?:[”」’]?|\p{Script=Han}{0,4})[（(](?!\d)/u.test(text.slice(at + value.length, at + value.length + 8))) return true;
    const opened = text.slice(Math.max(0, at - 60), at).lastIndexOf('（');
    if (opened !== -1 && !text.slice(Math.max(0, at - 60), at).slice(opened).includes('）')) return true;
  }
  return false;
}
