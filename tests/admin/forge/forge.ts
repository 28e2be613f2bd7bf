import type { Author, GitRepository } from './git-repository.ts';
import type { Loopback } from './loopback.ts';

/** A stand-in for a forge: the real shapes of its API over a real repository. */
export interface Forge extends Loopback {
  repository: GitRepository;
  /** Open requests to merge a branch, as the forge would list them. */
  requests(): { title: string; body: string; branch: string; labels: string[]; draft: boolean; state: string }[];
}

export interface Person extends Author { id: number; login: string; token: string; member: boolean }

export const OWNER = 'nianjian';
export const REPO = 'gaojian';

export const CLERK: Person = { id: 7, login: 'bianji', name: '编辑甲', email: 'bianji@example.cn', token: 'token-of-bianji', member: true };
export const COLLEAGUE: Person = { id: 8, login: 'fubian', name: '编辑乙', email: 'fubian@example.cn', token: 'token-of-fubian', member: true };
export const STRANGER: Person = { id: 9, login: 'luren', name: '路人', email: 'luren@example.cn', token: 'token-of-luren', member: false };

/** Whose token an `Authorization` header carries. */
export const personOf = (header: string | undefined, scheme: RegExp): Person | undefined =>
  [CLERK, COLLEAGUE, STRANGER].find(({ token }) => header?.replace(scheme, '') === token);

/** A request to merge a branch: GitHub's pull request, GitLab's merge request. */
export interface MergeRequest {
  number: number;
  title: string;
  body: string;
  branch: string;
  base: string;
  labels: string[];
  draft: boolean;
  state: 'open' | 'closed' | 'merged';
  author: Person;
  created: string;
  updated: string;
}
