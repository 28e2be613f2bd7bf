import type { Body } from '../entry/body.ts';
import type { Entry } from '../entry/parse.ts';
import type { Document } from '../entry/schema.ts';
import type { PicturePart } from './part.ts';
import type {
  ChapterFields, District, Domain, LooseEvent, MatterFields, Site, Source, Term, YearbookFields,
} from './schema.ts';

/** Entries of one reform domain inside a chapter. */
export interface Section {
  domain: Domain;
  entries: Entry[];
}

/** One district in one yearbook (区篇). */
export interface Chapter {
  year: string;
  district: District;
  /** The district's name in that year. */
  name: string;
  file: string;
  fields: ChapterFields;
  body: Body;
  entries: Entry[];
  sections: Section[];
}

export interface Matter {
  file: string;
  slug: string;
  fields: MatterFields;
  body: Body;
}

/** One record year (一卷). */
export interface Yearbook {
  year: string;
  fields: YearbookFields;
  body: Body;
  file: string;
  chapters: Chapter[];
  /** All entries of the volume in book order. */
  entries: Entry[];
  front: Matter[];
  back: Matter[];
  looseEvents: LooseEvent[];
}

/** A cross-reference with both ends known. */
export interface Reference {
  entry: Entry;
  why?: string;
}

/** A policy document with every entry that cites it. */
export interface BookDocument extends Document {
  citedBy: Entry[];
}

export interface BookTerm extends Term {
  usedIn: Entry[];
}

/** The whole yearbook, linked both ways: the one thing every page, volume and export is made from. */
export interface Book {
  site: Site;
  /** In order of year, oldest first. */
  yearbooks: Yearbook[];
  districts: District[];
  domains: Domain[];
  sources: Map<string, Source>;
  /** Every entry in book order: by year, then within the year. */
  entries: Entry[];
  byId: Map<string, Entry>;
  /** Id of an entry → where it is cross-referenced from. */
  seenFrom: Map<string, Reference[]>;
  /** Old id → the entry it became. */
  aliases: Map<string, Entry>;
  /** In pinyin order. */
  documents: BookDocument[];
  /** In pinyin order. */
  glossary: BookTerm[];
  pictures: Map<string, PicturePart>;
}

export const chapterOf = (book: Book, entry: Entry): Chapter =>
  yearbookOf(book, entry).chapters.find(({ district }) => district.slug === entry.district)!;

export const yearbookOf = (book: Book, entry: Entry): Yearbook =>
  book.yearbooks.find(({ year }) => year === entry.year)!;

export const domainOf = (book: Book, entry: Entry): Domain =>
  book.domains.find(({ slug }) => slug === entry.domain)!;

export const districtOf = (book: Book, entry: Entry): District =>
  book.districts.find(({ slug }) => slug === entry.district)!;
