import { districtOf, domainOf, type Book } from '../../book/book.ts';
import { pilotLevelName } from '../../book/pilot-levels.ts';
import type { Entry } from '../../entry/parse.ts';
import { pilotLevels } from '../../entry/schema.ts';
import { encodeColumn, type Facet, type Facets } from './facets.ts';

const TYPES: [Entry['type'], string][] = [['overview', '综述'], ['composite', '综合条目'], ['single', '单一条目']];
const HAS: [string, string][] = [['figures', '有数据'], ['documents', '有文件']];

/** The facets of a Book. Only values that some entry has are offered. */
export function facetsOf(book: Book): Facets {
  const alike = Map.groupBy(book.districts, ({ name }) => name);
  const districtLabel = ({ name, city }: Book['districts'][number]) => (alike.get(name)!.length > 1 ? `${name}（${city}）` : name);
  return {
    year: facet(book, '年份', book.yearbooks.map(({ year }) => [year, `${year}年`]), ({ year }) => [year]),
    district: facet(
      book,
      '区',
      book.districts.map((district) => [district.slug, districtLabel(district)]),
      (entry) => [districtOf(book, entry).slug],
    ),
    domain: facet(
      book,
      '领域',
      book.domains.map(({ slug, name }) => [slug, name]),
      (entry) => [domainOf(book, entry).slug],
    ),
    type: facet(book, '条目类型', TYPES, ({ type }) => [type]),
    level: facet(
      book,
      '试点级别',
      pilotLevels.map((level) => [level, pilotLevelName(level)]),
      ({ pilot }) => (pilot ? [pilot.level] : []),
    ),
    has: facet(book, '附有', HAS, ({ figures, documents }) => [
      ...(figures.length > 0 ? ['figures'] : []),
      ...(documents.length > 0 ? ['documents'] : []),
    ]),
  };
}

function facet(book: Book, title: string, values: [string, string][], valuesOf: (entry: Entry) => string[]): Facet {
  const codes: string[][] = [];
  const codeOf = new Map<string, number>();
  const column = book.entries.map((entry) => {
    const own = valuesOf(entry);
    const key = own.join(' ');
    const code = codeOf.get(key) ?? codes.push(own) - 1;
    codeOf.set(key, code);
    return code;
  });
  const occurring = new Set(codes.flat());
  return { title, values: values.filter(([value]) => occurring.has(value)), codes, column: encodeColumn(column) };
}
