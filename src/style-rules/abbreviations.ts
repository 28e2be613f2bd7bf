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

/**
 * Shorthand of policies that says nothing to who was not there. Slogans in general (“五个一”) are not looked for: half of
 * them are explained in the words beside them, or are names.
 */
const SHORTHAND =
  /放管服|双随机[、，]?一公开|雙隨機[、，]?一公開|[“「]?三权[”」]?分置|三權分置|两学一做|兩學一做|[多二三五六]证合一|[多三五]證合一|三改一拆|三去一降一补|三去一降一補|三重一大|三会一课|三會一課|三严三实|两不愁三保障|三医联动|三醫聯動|三社联动|三社聯動|一单两库一细则|两代表一委员|医共体|醫共體|医联体|醫聯體|六稳六保/g;

/** Abbreviations that neither the entry nor the glossary explains, Latin or of policies; each is told once a file. */
export function checkAbbreviations(book: Book): Problem[] {
  const { pattern } = matchTerms(book.glossary);
  return allBodies(book).flatMap(({ file, body }) => {
    const runs = runsOfBody({ file, body });
    const whole = runs.map(({ text }) => text).join('\n');
    const told = new Set<string>();
    return runs.flatMap(({ text, place }) => {
      const unexplained = pattern ? text.replace(pattern, (term) => HIDDEN.repeat(term.length)) : text;
      const latin = /[A-Z][A-Z0-9]/.test(text) ? [...hideQuotations(unexplained).matchAll(ABBREVIATION)] : [];
      // Shorthand stands in quotation marks; only titles of documents are others' words.
      const shorthand = [...unexplained.replace(/《[^》]*》/g, (title) => HIDDEN.repeat(title.length)).matchAll(SHORTHAND)];
      return [...latin, ...shorthand].flatMap(({ 0: value }) => {
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
    if (/^[^。；]{0,8}(?:[，,]即|是指|指的是|即[^将可])/.test(text.slice(at + value.length, at + value.length + 14))) return true;
    const opened = text.slice(Math.max(0, at - 60), at).lastIndexOf('（');
    if (opened !== -1 && !text.slice(Math.max(0, at - 60), at).slice(opened).includes('）')) return true;
  }
  return false;
}
