import type { Book, Yearbook } from '../../book/book.ts';
import type { Entry } from '../../entry/parse.ts';
import type { VolumeData } from './volume.ts';

/** Part of a volume: every given key narrows it. */
export interface Selection {
  district?: string;
  domain?: string;
}

/** The volume reduced to what is selected; a reference to what is left out names its title without a page. */
export function selectFrom(book: Book, yearbook: Yearbook, { district, domain }: Selection): Yearbook {
  const wanted = (entry: Entry) => (!district || entry.district === district) && (!domain || entry.domain === domain);
  const chapters = yearbook.chapters.flatMap((chapter) => {
    const entries = chapter.entries.filter(wanted);
    if (entries.length === 0) return [];
    const sections = chapter.sections
      .map((section) => ({ ...section, entries: section.entries.filter(wanted) }))
      .filter((section) => section.entries.length > 0);
    return [{ ...chapter, entries, sections }];
  });
  const names = [
    district && (book.districts.find(({ slug }) => slug === district)?.name ?? district),
    domain && (book.domains.find(({ slug }) => slug === domain)?.name ?? domain),
  ].filter(Boolean);
  const looseEvents = yearbook.looseEvents.filter((event) => (!district || event.district === district) && (!domain || event.domain === domain));
  const fields = { ...yearbook.fields, subtitle: [...names, '选编'].join('　') };
  return { ...yearbook, fields, chapters, entries: yearbook.entries.filter(wanted), looseEvents };
}

/** One chapter of a finished volume, with the folios of the whole. */
export function chapterOfVolume(volume: VolumeData, chapterId: string, folios: Record<string, string>): VolumeData {
  const chapter = volume.chapters.find(({ id }) => id === chapterId)!;
  return {
    ...volume,
    kind: 'chapter',
    subtitle: chapter.name,
    chapters: [chapter],
    front: [],
    special: [],
    back: [],
    appendix: { chronicle: [], documents: [], figures: [], figureWidths: undefined, indicators: [], pilots: [], glossary: [], errata: [], pinyin: [], stroke: [] },
    folios,
    firstFolio: Number(folios[chapterId] ?? 1),
  };
}
