import type { Block, Inline } from '../pdf/markup.ts';

/** Text with the characters XML gives a meaning of its own, without the joiners and breaks of the printed line. */
export const escape = (text: string): string =>
  text.replace(/[\u200B\u2060]/g, '').replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);

/** What the markup of one file of the EPUB needs to know of the others. */
export interface XhtmlOptions {
  /** Address of an entry as seen from this file; absent for an entry of another volume. */
  linkTo(id: string): string | undefined;
  /** Address of a picture as seen from this file. */
  picture(path: string): string;
}

/** The tree the printed volume is set from, as XHTML; footnotes are gathered for the end of the file. */
export class XhtmlWriter {
  readonly notes: string[] = [];
  readonly #options: XhtmlOptions;
  readonly #numbers = new Map<string, number>();

  constructor(options: XhtmlOptions) {
    this.#options = options;
  }

  blocks(blocks: Block[]): string {
    return blocks.map((block) => this.#block(block)).join('\n');
  }

  inlines(inlines: Inline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #block(block: Block): string {
    switch (block.t) {
      case 'p':
        return `<p>${this.inlines(block.c)}</p>`;
      case 'h':
        return `<h${block.level}>${this.inlines(block.c)}</h${block.level}>`;
      case 'list': {
        const items = block.items.map((item) => `<li>${this.blocks(item)}</li>`).join('\n');
        return block.ordered ? `<ol start="${block.start}">\n${items}\n</ol>` : `<ul>\n${items}\n</ul>`;
      }
      case 'quote':
        return `<blockquote>${this.blocks(block.b)}</blockquote>`;
      case 'code':
        return `<pre><code>${escape(block.v)}</code></pre>`;
      case 'rule':
        return '<hr/>';
      case 'table': {
        const row = (cells: Inline[][], tag: 'td' | 'th') =>
          `<tr>${cells.map((cell, index) => `<${tag} class="${block.align[index]}">${this.inlines(cell)}</${tag}>`).join('')}</tr>`;
        const body = block.rows.length > 0 ? `<tbody>${block.rows.map((cells) => row(cells, 'td')).join('\n')}</tbody>` : '';
        return `<table><thead>${row(block.head, 'th')}</thead>${body}</table>`;
      }
      case 'picture': {
        const caption = block.caption.length > 0 ? `<figcaption>${this.inlines(block.caption)}</figcaption>` : '';
        return `<figure><img src="${escape(this.#options.picture(block.path))}" alt="${escape(block.alt)}"/>${caption}</figure>`;
      }
    }
  }

  #inline(inline: Inline): string {
    if (typeof inline === 'string') return escape(inline);
    switch (inline.t) {
      case 'strong':
      case 'em':
      case 'del':
        return `<${inline.t}>${this.inlines(inline.c)}</${inline.t}>`;
      case 'code':
        return `<code>${escape(inline.v)}</code>`;
      case 'br':
        return '<br/>';
      case 'link':
        return `<a href="${escape(encodeURI(decodeAddress(inline.url)))}">${this.inlines(inline.c)}</a>`;
      case 'see': {
        const href = this.#options.linkTo(inline.id);
        return href === undefined ? this.inlines(inline.c) : `<a href="${href}">${this.inlines(inline.c)}</a>`;
      }
      case 'note': {
        const number = this.notes.length + 1;
        // Room for the note is taken before its text is made, as a note may hold notes.
        this.notes.push('');
        this.#numbers.set(inline.id, number);
        this.notes[number - 1] = this.inlines(inline.c);
        return `<a epub:type="noteref" role="doc-noteref" id="r${number}" href="#n${number}">〔${number}〕</a>`;
      }
      case 'note-again': {
        const number = this.#numbers.get(inline.id);
        return `<a epub:type="noteref" role="doc-noteref" href="#n${number}">〔${number}〕</a>`;
      }
    }
  }

  /** The footnotes of this file, where it has any. */
  footnotes(): string {
    return this.notes
      .map((note, index) => `<aside epub:type="footnote" role="doc-footnote" id="n${index + 1}"><p><a href="#r${index + 1}">〔${index + 1}〕</a>${note}</p></aside>`)
      .join('\n');
  }
}

/** Half-encoded addresses are encoded once. */
function decodeAddress(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

/** One XHTML file. */
export function xhtmlDocument(title: string, body: string, type = 'bodymatter'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="zh-Hans" xml:lang="zh-Hans">
<head><meta charset="UTF-8"/><title>${escape(title)}</title><link rel="stylesheet" type="text/css" href="style.css"/></head>
<body epub:type="${type}">
${body}
</body>
</html>
`;
}
