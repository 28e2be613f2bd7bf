import { parseBody } from '../../src/entry/body.ts';
import { renderBody, type RenderedBody } from '../../src/markdown/render.ts';
import { bookOf, contextOf, entryText, type Files } from '../small-book.ts';

/** Markdown of an entry of the small book → its HTML under `/yearbook/`, as the entry's page shows it. */
export function rendered(markdown: string, files: Files = {}): RenderedBody {
  const { targets } = contextOf(bookOf(files));
  const { body } = parseBody(markdown, '2015/jia/base.md', 1);
  return renderBody(body.tree, '2015/jia/base.md', targets);
}

export const html = (markdown: string, files?: Files): string => rendered(markdown, files).html;

/** An entry that cites 《试行办法》 and a picture beside it: what text can link to and show. */
export const CITED: Files = {
  '2015/jia/cited.md': entryText('正文。', { documents: [{ title: '试行办法' }] }),
};
