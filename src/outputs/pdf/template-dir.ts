import { join } from 'node:path';

/** The Typst template; it reads one file of data and nothing else. */
export const TEMPLATE_DIR = join(import.meta.dirname, 'template');
