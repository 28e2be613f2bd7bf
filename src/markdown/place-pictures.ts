import type { Image, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { picturePath } from '../book/pictures.ts';
import type { LinkTargets } from './link-targets.ts';

/** Pictures beside the file → their URL, with their size so that the text below does not jump when they arrive. */
export function placePictures({ targets, file }: { targets: LinkTargets; file: string }) {
  return (tree: Root) => {
    visit(tree, 'image', (image: Image) => {
      const path = picturePath(file, image.url);
      if (path === undefined) return;
      const { width, height } = targets.pictureSize(path) ?? {};
      image.url = targets.pictureUrl(path);
      image.data = { hProperties: { width, height, loading: 'lazy', decoding: 'async' } };
    });
    // A picture alone in its paragraph stands as a block, its title below as caption.
    visit(tree, 'paragraph', (paragraph) => {
      const [image] = paragraph.children;
      if (paragraph.children.length !== 1 || image?.type !== 'image') return;
      paragraph.data = { hName: 'figure' };
      if (image.title) {
        paragraph.children.push({ type: 'emphasis', children: [{ type: 'text', value: image.title }], data: { hName: 'figcaption' } });
        image.title = null;
      }
    });
  };
}
