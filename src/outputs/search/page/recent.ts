const KEY = 'yearbook-recent-queries';
const KEPT = 8;

/** Queries of this reader, newest first; none where the browser keeps nothing. */
export function recentQueries(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((query) => typeof query === 'string') : [];
  } catch {
    return [];
  }
}

export function rememberQuery(query: string): void {
  store([query, ...recentQueries().filter((other) => other !== query)].slice(0, KEPT));
}

export const forgetQueries = (): void => store([]);

function store(queries: string[]): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(queries));
  } catch {
    // Private browsing or a full disk: recent queries are a convenience.
  }
}
