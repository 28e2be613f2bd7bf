/** What the browser needs to convert the texts of one book from one script to the other. */
export interface ScriptTable {
  characters: Map<string, string>;
  /** Phrases win over characters, the longest first. */
  phrases: Map<string, string>;
}

/** The table as it travels: characters in pairs, phrases as `from to|from to`. */
export interface EncodedTable {
  characters: string;
  phrases: string;
}

/** Length of the longest phrase that begins with a character. */
type Longest = Map<string, number>;

const known = new WeakMap<ScriptTable, { size: number; longest: Longest }>();

/** Found again only when the table has grown. */
function longestPhrases(table: ScriptTable): Longest {
  const found = known.get(table);
  if (found?.size === table.phrases.size) return found.longest;
  const longest: Longest = new Map();
  for (const phrase of table.phrases.keys()) {
    const first = String.fromCodePoint(phrase.codePointAt(0)!);
    longest.set(first, Math.max(longest.get(first) ?? 0, phrase.length));
  }
  known.set(table, { size: table.phrases.size, longest });
  return longest;
}

/** Converts a text: at each place the longest phrase that fits, else the character. */
export function convertWith(table: ScriptTable, text: string): string {
  const longest = longestPhrases(table);
  let converted = '';
  for (let at = 0; at < text.length; ) {
    const character = String.fromCodePoint(text.codePointAt(at)!);
    let taken = character;
    let written = table.characters.get(character) ?? character;
    for (let length = longest.get(character) ?? 0; length > character.length; length--) {
      const phrase = table.phrases.get(text.slice(at, at + length));
      if (phrase === undefined) continue;
      taken = text.slice(at, at + length);
      written = phrase;
      break;
    }
    converted += written;
    at += taken.length;
  }
  return converted;
}

export const encodeTable = ({ characters, phrases }: ScriptTable): EncodedTable => ({
  characters: [...characters].flat().join(''),
  phrases: [...phrases].map((pair) => pair.join(' ')).join('|'),
});

export function decodeTable({ characters, phrases }: EncodedTable): ScriptTable {
  const letters = [...characters];
  const pairs = letters.flatMap((from, index) => (index % 2 === 0 ? [[from, letters[index + 1]!] as const] : []));
  return {
    characters: new Map(pairs),
    phrases: new Map(phrases ? phrases.split('|').map((line) => line.split(' ') as [string, string]) : []),
  };
}
