/** The candidate most like `value` by edit distance, if any is near enough to be what was meant. */
export function nearest(value: string, candidates: Iterable<string>): string | undefined {
  const furthest = Math.max(2, Math.floor(value.length * 0.4));
  let best: string | undefined;
  let bestDistance = furthest + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - value.length) >= bestDistance) {
      const [short, long] = value.length < candidate.length ? [value, candidate] : [candidate, value];
      const contains = short.length >= 3 && short.length * 3 >= long.length && long.includes(short);
      if (!contains || best !== undefined) continue;
      best = candidate;
      continue;
    }
    const distance = editDistance(value, candidate, bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Mend sentence for a name that is not there: the nearest match, or what to do where there is none. */
export function suggest(value: string, candidates: Iterable<string>, otherwise: string): string {
  const match = nearest(value, candidates);
  return match ? `是否为“${match}”？` : otherwise;
}

/** Levenshtein distance, given up (and returned as `limit`) once it cannot fall below `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = previous[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(swap, previous[j]! + 1, row[j - 1]! + 1));
    }
    if (Math.min(...row) >= limit) return limit;
    previous = row;
  }
  return previous[b.length]!;
}
