/** Id an in-text link means: without anchor, `.md` or leading slash. */
export const linkedId = (target: string): string => target.replace(/#.*$/, '').replace(/^\/|\/$/g, '').replace(/\.md$/, '');
