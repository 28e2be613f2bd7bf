import type { VolumeData } from './volume.ts';

/** A picture as placed: its share of the measure. */
export interface PlacedPicture {
  share: number;
}

/** All a child process needs to set one PDF. */
export interface PrintData {
  volume: VolumeData & {
    pictures: Record<string, PlacedPicture>;
    /** Thickness of the volume in millimetres, and whether its spine bears the title: for the cover sheet. */
    spine?: number;
    spineTitled?: boolean;
  };
  /** Path of a picture as the data names it → file on disk. */
  pictureFiles: Record<string, string>;
}
