import { administration } from './administration.ts';
import { culture } from './culture.ts';
import { discipline } from './discipline.ts';
import { ecology } from './ecology.ts';
import { economy } from './economy.ts';
import { governance } from './governance.ts';
import { law } from './law.ts';
import { livelihood } from './livelihood.ts';
import { party } from './party.ts';
import { rural } from './rural.ts';
import type { Topic } from './topic.ts';

export const TOPICS: Topic[] = [
  ...economy, ...administration, ...rural, ...ecology, ...law, ...culture, ...governance, ...livelihood, ...party, ...discipline,
];
