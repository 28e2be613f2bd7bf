import type { Body } from '../entry/body.ts';
import type { Entry, Places } from '../entry/parse.ts';
import type {
  ChapterFields, District, Domain, LooseEvent, MatterFields, Site, Source, Term, YearbookFields,
} from './schema.ts';

interface ListPart<K extends string, T> {
  kind: K;
  file: string;
  items: T[];
  /** Place of item N under the key `N`. */
  places: Places;
}

export interface YearbookPart {
  kind: 'yearbook';
  file: string;
  year: string;
  fields: YearbookFields;
  body: Body;
}

/** Front or back matter of a volume: 特载, 凡例 … 后记. */
export interface MatterPart {
  kind: 'matter';
  file: string;
  year: string;
  part: 'front' | 'back';
  slug: string;
  fields: MatterFields;
  body: Body;
}

export interface ChapterPart {
  kind: 'chapter';
  file: string;
  year: string;
  district: string;
  fields: ChapterFields;
  body: Body;
  places: Places;
}

export interface PicturePart {
  kind: 'picture';
  file: string;
  /** Pixels; absent where the format does not tell. */
  width?: number;
  height?: number;
}

/** What one file of the content folder holds. */
export type Part =
  | { kind: 'site'; file: string; site: Site; places: Places }
  | ListPart<'districts', District>
  | ListPart<'domains', Domain>
  | ListPart<'sources', Source>
  | ListPart<'glossary', Term>
  | (ListPart<'events', LooseEvent> & { year: string })
  | YearbookPart
  | MatterPart
  | ChapterPart
  | { kind: 'entry'; file: string; entry: Entry }
  | PicturePart
  /** A file that is there and cannot be read as what it should be: it is not missing, and what points to it is not wrong. */
  | { kind: 'broken'; file: string };

/** Parts sorted by kind. */
export type Parts = { [K in Part['kind']]: Extract<Part, { kind: K }>[] };
