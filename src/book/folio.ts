/** Where something stands in print: the page number as printed, and the page of the PDF (16开) that bears it. */
export interface Folio {
  folio: string;
  pdfPage: number;
}

/** Folios of the 16开 edition, as plain JSON. */
export interface Folios {
  /** By entry id, `<year>/<district>/<slug>`. */
  entries: Record<string, Folio>;
  /** By `<year>/<district>`. */
  chapters: Record<string, Folio>;
}
