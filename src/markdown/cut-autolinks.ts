import type { Link, Root, Text } from 'mdast';
import { findAndReplace } from 'mdast-util-find-and-replace';
import { SKIP, visit } from 'unist-util-visit';

const CHINESE = /[\u2E80-\u9FFF\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFFEF\u2014\u2018-\u201F\u2026\u00B7\u{20000}-\u{3FFFF}]/u;

/** An address that GFM overlooks: behind Han characters, or behind another address and a Chinese mark. */
const OVERLOOKED = /(?<![A-Za-z0-9./@-])(?:https?:\/\/|www\.)[A-Za-z0-9-]+\.[\w\-.~:/?#@!$&*+,;=%]*[\w/=]/gi;

/** Ends a bare link before the Chinese that follows it: GFM knows no full-width punctuation and swallows the sentence. */
export function cutAutolinks() {
  return (tree: Root, file: { value: unknown }) => {
    const source = String(file.value);
    visit(tree, 'link', (link: Link, index, parent) => {
      const [label] = link.children;
      const isBare =
        link.children.length === 1 &&
        label?.type === 'text' &&
        source.slice(link.position?.start.offset, link.position?.end.offset) === label.value;
      if (!isBare || index === undefined || !parent) return undefined;
      const cut = label.value.search(CHINESE);
      if (cut <= 0) return undefined;
      const rest: Text = { type: 'text', value: label.value.slice(cut) };
      // A bare www. or mail address differs from its label by a prefix only.
      const prefix = link.url.slice(0, link.url.length - label.value.length);
      label.value = label.value.slice(0, cut);
      link.url = prefix + label.value;
      parent.children.splice(index + 1, 0, rest);
      return [SKIP, index + 1];
    });
    const link = (address: string): Link => ({
      type: 'link',
      url: /^www/i.test(address) ? `http://${address}` : address,
      children: [{ type: 'text', value: address }],
    });
    findAndReplace(tree, [OVERLOOKED, link], { ignore: ['link', 'linkReference'] });
  };
}
