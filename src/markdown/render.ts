import type { Root } from 'mdast';
import { rehype } from 'rehype';
import rehypeSanitize, { defaultSchema } from 'rehype-sanitize';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';
import { linkEntries } from './link-entries.ts';
import type { LinkTargets } from './link-targets.ts';
import { linkText } from './link-text.ts';
import { placePictures } from './place-pictures.ts';
import { frameTables, nameHeadings, type Heading } from './shape-html.ts';

export interface RenderedBody {
  html: string;
  headings: Heading[];
}

/** GitHub's allow-list, plus what our own plugins add. Ids are ours, so no prefix: it would break every footnote link. */
const allowed = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'figure', 'figcaption'],
  attributes: {
    ...defaultSchema.attributes,
    // The first rule for a property counts, so ours for classes stands in place of the default one.
    a: [...(defaultSchema.attributes?.['a'] ?? []).filter((rule) => rule[0] !== 'className'), 'title', ['className', 'term', 'document', 'data-footnote-backref']],
    img: [...(defaultSchema.attributes?.['img'] ?? []), 'loading', 'decoding'],
  },
} satisfies typeof defaultSchema;

const compiler = rehype().data('settings', { fragment: true });

/** A stored tree → HTML, with the Book in hand. `file` is the path of the text, which its pictures stand beside. */
export function renderBody(tree: Root, file: string, targets: LinkTargets): RenderedBody {
  const headings: Heading[] = [];
  const hast = unified()
    .use(linkEntries, { targets })
    .use(linkText, { targets })
    .use(placePictures, { targets, file })
    .use(remarkRehype, {
      clobberPrefix: '',
      footnoteLabel: '注释',
      footnoteBackLabel: '返回正文',
      footnoteLabelProperties: { className: ['footnotes-title'] },
    })
    .use(rehypeSanitize, allowed)
    .use(nameHeadings, { headings })
    .use(frameTables)
    .runSync(structuredClone(tree));
  return { html: compiler.stringify(hast as never), headings };
}
