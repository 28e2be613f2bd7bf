/** On an entry page: marks the words a search led here with. Nothing is loaded without such words in the address. */
export function mountArrival(base: string): void {
  const mark = () => {
    if (!location.hash.startsWith('#q=')) return;
    const text = decodeURIComponent(location.hash.slice(3));
    void import('./highlight.ts').then(({ highlight }) => highlight(text, base));
  };
  try {
    mark();
  } catch {
    // An address cut off in the middle of a character: the page is there all the same.
  }
}
