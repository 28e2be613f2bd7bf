/** Id an in-text link means: without anchor, `.md` or leading slash; empty where it stays on its page. */
export const linkedId = (target: string): string => target.replace(/#.*$/, '').replace(/^\/|\/$/g, '').replace(/\.md$/, '');

/** Anchor of an in-text link, as a heading's id is written; nothing where there is none. */
export function linkedAnchor(target: string): string | undefined {
  const hash = /#(.+)$/s.exec(target)?.[1];
  if (hash === undefined) return undefined;
  try {
    return decodeURIComponent(hash);
  } catch {
    // A lone % is part of the heading.
    return hash;
  }
}
