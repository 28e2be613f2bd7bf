import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { inject } from 'vitest';

/** A built page as a browser's parser reads it. */
export interface BuiltPage {
  /** Path in the built folder. */
  file: string;
  /** Path on the web, under the base. */
  url: string;
  tree: Root;
  elements: Element[];
}

const parser = unified().use(rehypeParse);

export const site = inject('builtSite');

/** Every file of the built site, by its path on the web. */
export const builtFiles: string[] = readdirSync(site.folder, { recursive: true, withFileTypes: true })
  .filter((item) => item.isFile())
  .map((item) => join(item.parentPath, item.name).slice(site.folder.length + 1).replaceAll('\\', '/'))
  .sort();

/** The editors' admin page is a program of others; it has no place in the book. */
export const builtPages: BuiltPage[] = builtFiles
  .filter((file) => file.endsWith('.html') && !file.startsWith('admin/'))
  .map((file) => {
    const tree = parser.parse(readFileSync(join(site.folder, file), 'utf8'));
    const elements: Element[] = [];
    visit(tree, 'element', (element) => void elements.push(element));
    return { file, url: `${site.base}${file.replace(/(^|\/)index\.html$/, '$1')}`, tree, elements };
  });

export const all = (page: BuiltPage, tagName: string): Element[] => page.elements.filter((element) => element.tagName === tagName);

export const attribute = (element: Element | undefined, name: string): string | undefined => {
  const value = element?.properties[name];
  return value === undefined || value === null ? undefined : Array.isArray(value) ? value.join(' ') : String(value);
};

export const textOf = (element: Element | undefined): string => (element ? toString(element).trim() : '');
