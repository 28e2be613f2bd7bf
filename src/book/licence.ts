/** A Creative Commons licence named in the publisher's own words, as SPDX and address; nothing for any other wording. */
export function namedLicence(text: string | undefined): { name: string; path: string } | undefined {
  const [, zero, kind, version] = /\b(CC0)\b|\bCC[ -](BY(?:-NC)?(?:-SA|-ND)?)[ -](\d\.\d)/i.exec(text ?? '') ?? [];
  if (zero) return { name: 'CC0-1.0', path: 'https://creativecommons.org/publicdomain/zero/1.0/' };
  if (!kind || !version) return undefined;
  return { name: `CC-${kind.toUpperCase()}-${version}`, path: `https://creativecommons.org/licenses/${kind.toLowerCase()}/${version}/` };
}
