import { workerData } from 'node:worker_threads';
import { makeHeadingFonts } from './heading-font.ts';

const { outDir, cacheDir } = workerData as { outDir: string; cacheDir: string };
await makeHeadingFonts(outDir, cacheDir);
