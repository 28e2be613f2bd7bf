import type { Edition } from './editions.ts';

/** Thickness of a leaf of 80 g offset paper, and of both boards of the cover together, in millimetres. */
const LEAF = 0.1;
const BOARDS = 0.6;

/** A spine narrower than this bears no title. */
export const NARROWEST_TITLED_SPINE = 5;

/** Thickness of a volume in millimetres, to half a millimetre. */
export const spineWidth = (pages: number): number => Math.ceil((Math.ceil(pages / 2) * LEAF + BOARDS) * 2) / 2;

/** Back board, spine and front board, trimmed, in millimetres. */
export const coverSize = ({ width, height }: Edition, spine: number): { width: number; height: number } => ({
  width: width * 2 + spine,
  height,
});
