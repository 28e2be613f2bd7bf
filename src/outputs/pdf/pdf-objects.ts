/**
 * A finished PDF as its numbered objects, for small changes that the typesetter does not offer. Typst writes a plain
 * file: one cross-reference table, no object streams, so an object is a stretch of bytes. A large volume has hundreds of
 * thousands, so only those that are changed become values of their own.
 */
export interface PdfObjects {
  readonly bytes: Buffer;
  /** Where an object begins and ends, by its number. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Numbers in the order of the file. */
  readonly order: Uint32Array;
  /** Where the last object ends. */
  readonly end: number;
  readonly trailer: string;
  readonly changed: Map<number, Buffer>;
}

/** A line of the cross-reference table: offset, generation, in use or free. */
const LINE = 20;
const FREE = '0000000000 65535 f\r\n';
const IN_USE = 'n'.charCodeAt(0);

export function readObjects(pdf: Uint8Array): PdfObjects {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 1024));
  const end = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(tail)![1]);
  const [head, count] = /^xref\s+0 (\d+)\s+/.exec(bytes.toString('latin1', end, end + 64))!;
  const table = end + head.length;
  const [starts, ends] = [new Uint32Array(Number(count)), new Uint32Array(Number(count))];
  const used: number[] = [];
  for (let number = 0; number < starts.length; number += 1) {
    const line = table + number * LINE;
    if (bytes[line + 17] !== IN_USE) continue;
    starts[number] = Number(bytes.toString('latin1', line, line + 10));
    used.push(number);
  }
  const order = Uint32Array.from(used).sort((a, b) => starts[a]! - starts[b]!);
  order.forEach((number, index) => {
    ends[number] = index + 1 < order.length ? starts[order[index + 1]!]! : end;
  });
  const trailer = bytes.toString('latin1', table + starts.length * LINE).replace(/^\s*trailer|startxref[\s\S]*$/g, '');
  return { bytes, starts, ends, order, end, trailer, changed: new Map() };
}

/** The file in pieces, to be written one after the other: a second copy of a large volume would be made to join them. */
export function writeObjects({ bytes, starts, ends, order, end, trailer, changed }: PdfObjects): Buffer[] {
  const pieces: Buffer[] = [];
  const table = Buffer.from(FREE.repeat(starts.length), 'latin1');
  let [from, shift] = [0, 0];
  for (const number of order) {
    const start = starts[number]!;
    table.write(`${String(start + shift).padStart(10, '0')} 00000 n`, number * LINE, 'latin1');
    const object = changed.get(number);
    if (!object) continue;
    pieces.push(bytes.subarray(from, start), object);
    from = ends[number]!;
    shift += object.length - (from - start);
  }
  const head = Buffer.from(`xref\n0 ${starts.length}\n`, 'latin1');
  return [...pieces, bytes.subarray(from, end), head, table, Buffer.from(`trailer${trailer}startxref\n${end + shift}\n%%EOF\n`, 'latin1')];
}

export const readObject = ({ bytes, starts, ends, changed }: PdfObjects, number: number): Buffer =>
  changed.get(number) ?? bytes.subarray(starts[number], ends[number]);

/** Numbers of the objects that hold some text as the file was read, in the order of the file. */
export function objectsWith({ bytes, starts, ends, order, end }: PdfObjects, text: string): number[] {
  const found: number[] = [];
  let index = 0;
  for (let at = bytes.indexOf(text, 0, 'latin1'); at !== -1 && at < end; at = bytes.indexOf(text, at, 'latin1')) {
    while (index < order.length && ends[order[index]!]! <= at) index += 1;
    const number = order[index]!;
    if (starts[number]! <= at) found.push(number);
    at = Math.max(at + 1, ends[number]!);
  }
  return found;
}

/** Number of the object a dictionary key points to, such as `/Metadata 43 0 R`. */
export function referenced(object: Buffer, key: string): number | undefined {
  const found = new RegExp(`/${key} (\\d+) 0 R`).exec(object.toString('latin1'));
  return found ? Number(found[1]) : undefined;
}

/** The catalog: the object everything in the file hangs from. */
export const catalogNumber = ({ trailer }: PdfObjects): number => Number(/\/Root (\d+) 0 R/.exec(trailer)![1]);

/** Numbers of the page objects, in the order of the book. */
export const pageNumbers = (pdf: PdfObjects): number[] => {
  const pages = referenced(readObject(pdf, catalogNumber(pdf)), 'Pages')!;
  const kids = /\/Kids \[([^\]]*)\]/.exec(readObject(pdf, pages).toString('latin1'))![1]!;
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number));
};

/** Text outside of streams, changed in place. */
export function editText(pdf: PdfObjects, number: number, edit: (text: string) => string): void {
  pdf.changed.set(number, Buffer.from(edit(readObject(pdf, number).toString('latin1')), 'latin1'));
}

const STREAM = Buffer.from('stream\n');
const END_STREAM = Buffer.from('\nendstream');

/** Bytes of a stream, changed; the dictionary keeps all but its length. */
export function editStream(pdf: PdfObjects, number: number, edit: (bytes: Buffer) => Buffer): void {
  const object = readObject(pdf, number);
  const start = object.indexOf(STREAM) + STREAM.length;
  const end = object.lastIndexOf(END_STREAM);
  const before = object.subarray(start, end);
  const after = edit(before);
  if (after === before) return;
  const dictionary = object.toString('latin1', 0, start).replace(/\/Length \d+/, `/Length ${after.length}`);
  pdf.changed.set(number, Buffer.concat([Buffer.from(dictionary, 'latin1'), after, object.subarray(end)]));
}
