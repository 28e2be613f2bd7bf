import type { Yearbook } from '../book/book.ts';
import type { SiteContext } from './site-context.ts';

export interface Download {
  label: string;
  details: string;
  url: string;
}

/** The printed forms of a volume that stand beside the pages. */
export function viewDownloads({ urls, volumes }: SiteContext, { year }: Pick<Yearbook, 'year'>): Download[] {
  const pdf = (name: string) => urls.file(`pdf/${name}.pdf`);
  const book = { label: '16开本', details: 'PDF，185×260毫米', url: pdf(year) };
  if (volumes === 'none') return [];
  if (volumes === 'book') return [book];
  return [
    book,
    { label: 'A4本', details: 'PDF，供办公打印', url: pdf(`${year}-a4`) },
    { label: '大字本', details: 'PDF，A4，字号17磅', url: pdf(`${year}-large`) },
    { label: '电子书', details: 'EPUB 3', url: urls.file(`epub/${year}.epub`) },
    { label: '印刷用稿', details: 'PDF，16开，带出血和裁切线', url: pdf(`${year}-press`) },
    { label: '印刷用封面', details: 'PDF，含书脊', url: pdf(`${year}-cover`) },
  ];
}

/** The chapter alone, with the page numbers of the 16开本. */
export const chapterPdf = ({ urls, volumes }: SiteContext, year: string, district: string): string | undefined =>
  volumes === 'all' ? urls.file(`pdf/${year}-${district}.pdf`) : undefined;
