import type { Pilot } from '../entry/schema.ts';

const NAMES: Record<Pilot['level'], string> = { national: '国家级', provincial: '省级', city: '市级', district: '区级' };

export const pilotLevelName = (level: Pilot['level']): string => NAMES[level];
