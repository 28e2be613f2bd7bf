import type { Entry } from '../entry/parse.ts';
import { pilotLevels, type Pilot } from '../entry/schema.ts';

/** 试点 with the entry that tells of it. */
export interface BookPilot extends Pilot {
  entry: Entry;
}

/** Pilots whose entry names no status are filed under this. */
export const STATUS_UNKNOWN = '状态未载';

export const pilotStatus = ({ status }: Pilot): string => status ?? STATUS_UNKNOWN;

/** By level, national first; within a level by status, as statuses first occur, the unknown last; then in book order. */
export function collectPilots(entries: Entry[]): BookPilot[] {
  const pilots = entries.flatMap((entry) => (entry.pilot ? [{ ...entry.pilot, entry }] : []));
  const statuses = [...new Set(pilots.map(pilotStatus))];
  const rank = new Map(statuses.map((status, index) => [status, status === STATUS_UNKNOWN ? statuses.length : index]));
  const levels = new Map<string, number>(pilotLevels.map((level, index) => [level, index]));
  return pilots.toSorted(
    (a, b) => levels.get(a.level)! - levels.get(b.level)! || rank.get(pilotStatus(a))! - rank.get(pilotStatus(b))!,
  );
}
