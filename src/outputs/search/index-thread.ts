import { workerData } from 'node:worker_threads';
import type { Book } from '../../book/book.ts';
import { siteUrls } from '../../urls.ts';
import { writeSearchIndex } from './index.ts';

const { book, base, outDir } = workerData as { book: Book; base: string; outDir: string };
await writeSearchIndex(book, siteUrls(base), outDir);
