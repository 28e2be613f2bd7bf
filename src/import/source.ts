import type { RuleName } from '../rules.ts';

/** A picture taken out of a source, to be laid beside the draft that shows it. */
export interface Picture {
  /** `png`, `jpeg`, `emf` …, without dot. */
  extension: string;
  bytes: Uint8Array;
  alt: string;
}

/** One line, paragraph, table or picture of a source, in reading order. */
export interface Block {
  kind: 'text' | 'table' | 'picture';
  /** What it says, as the source has it; of a table all cells, of a picture nothing. */
  text: string;
  /** Line of a text file or paragraph of any other, counted from 1. */
  at: number;
  /** Heading level where the source declares one (a Word style, `<h2>`, `##`). */
  level?: number;
  /** The whole paragraph is bold: how clerks mark headings where they use no styles. */
  bold?: boolean;
  /** The line is set in: how plain text marks the beginning of a paragraph. */
  indented?: boolean;
  rows?: string[][];
  picture?: Picture;
}

/** Something the editor should know about the source: what was left out and why, what is doubtful. */
export interface Notice {
  rule: RuleName;
  /** As of blocks; 0 where it stands beside them, as comments and page headers do. */
  at: number;
  /** The words of the source it is about, in full, so that nothing left out is lost. */
  text: string;
  /** What happened to them, where the rule's name does not say it all. */
  about?: string;
}

/** One row of a 改革台账, by the meaning of its columns. */
export interface LedgerRow {
  at: number;
  title: string;
  /** Where the ledger is one of several years or districts. */
  year?: string;
  district?: string;
  domain?: string;
  lead: string[];
  partners: string[];
  documents: string[];
  /** Paragraphs: progress first, then `列名：值` of whatever else the row holds. */
  body: string[];
}

/** A report or ledger as read, whatever its format. */
export interface Source {
  /** File name, for messages and the report. */
  name: string;
  sha256: string;
  /** What `at` counts. */
  unit: '行' | '段';
  blocks: Block[];
  notices: Notice[];
  /** Rows of a ledger; a report has none. */
  rows?: LedgerRow[];
}
