/**
 * A finished PDF as its numbered objects, for small changes that the typesetter does not offer. Typst writes a plain
 * file: one cross-reference table, no object streams, so an object is a stretch of bytes.
 */
export interface PdfObjects {
  header: Buffer;
  objects: Map<number, Buffer>;
  trailer: string;
}

export function readObjects(pdf: Uint8Array): PdfObjects {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)?.[1]);
  const end = bytes.toString('latin1', start);
  const [table = '', trailer = ''] = end.split('trailer');
  const offsets = [...table.matchAll(/^(\d{10}) \d{5} ([nf])/gm)].flatMap(([, offset, use], number) =>
    use === 'n' ? [{ number, offset: Number(offset) }] : [],
  );
  offsets.sort((a, b) => a.offset - b.offset);
  const objects = new Map<number, Buffer>();
  offsets.forEach(({ number, offset }, index) => {
    objects.set(number, bytes.subarray(offset, offsets[index + 1]?.offset ?? start));
  });
  return { header: bytes.subarray(0, offsets[0]!.offset), objects, trailer: trailer.replace(/startxref[\s\S]*$/, '') };
}

export function writeObjects({ header, objects, trailer }: PdfObjects): Buffer {
  const numbers = [...objects.keys()].sort((a, b) => a - b);
  const size = (numbers.at(-1) ?? 0) + 1;
  const chunks: Buffer[] = [header];
  const lines = [`0000000000 65535 f\r\n`];
  let at = header.length;
  for (let number = 1; number < size; number += 1) {
    const object = objects.get(number);
    if (!object) {
      lines.push(`0000000000 65535 f\r\n`);
      continue;
    }
    lines.push(`${String(at).padStart(10, '0')} 00000 n\r\n`);
    chunks.push(object);
    at += object.length;
  }
  const end = `xref\n0 ${size}\n${lines.join('')}trailer${trailer}startxref\n${at}\n%%EOF\n`;
  return Buffer.concat([...chunks, Buffer.from(end, 'latin1')]);
}

/** Number of the object a dictionary key points to, such as `/Metadata 43 0 R`. */
export function referenced(object: Buffer, key: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(object.toString('latin1'));
  return found ? Number(found[1]) : undefined;
}

/** The catalog: the object everything in the file hangs from. */
export const catalogNumber = ({ trailer }: PdfObjects): number => Number(/\/Root (\d+) 0 R/.exec(trailer)![1]);

/** Numbers of the page objects, in the order of the file. */
export const pageNumbers = ({ objects }: PdfObjects): number[] =>
  [...objects].flatMap(([number, object]) => (/\/Type \/Page\s/.test(object.toString('latin1', 0, 400)) ? [number] : []));

/** Text outside of streams, changed in place. */
export function editText(pdf: PdfObjects, number: number, edit: (text: string) => string): void {
  pdf.objects.set(number, Buffer.from(edit(pdf.objects.get(number)!.toString('latin1')), 'latin1'));
}

const STREAM = Buffer.from('stream\n');
const END_STREAM = Buffer.from('\nendstream');

/** Bytes of a stream, changed; the dictionary keeps all but its length. */
export function editStream(pdf: PdfObjects, number: number, edit: (bytes: Buffer) => Buffer): void {
  const object = pdf.objects.get(number)!;
  const start = object.indexOf(STREAM) + STREAM.length;
  const end = object.lastIndexOf(END_STREAM);
  const before = object.subarray(start, end);
  const after = edit(before);
  if (after === before) return;
  const dictionary = object.toString('latin1', 0, start).replace(/\/Length \d+/, `/Length ${after.length}`);
  pdf.objects.set(number, Buffer.concat([Buffer.from(dictionary, 'latin1'), after, object.subarray(end)]));
}
