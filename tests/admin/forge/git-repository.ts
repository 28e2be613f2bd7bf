import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A bare git repository in a temporary folder, worked by git's own plumbing: what a forge keeps behind its API. */
export interface GitRepository {
  /** Commit a branch points to; nothing where there is no such branch. */
  head(branch: string): Promise<string | undefined>;
  branches(): Promise<string[]>;
  /** Commit of a branch or of a commit's own name. */
  resolve(ref: string): Promise<string | undefined>;
  files(ref: string): Promise<TreeFile[]>;
  blob(sha: string): Promise<Buffer | undefined>;
  file(ref: string, path: string): Promise<Buffer | undefined>;
  /** Commits that touched a path, newest first. */
  log(ref: string, options?: { path?: string; limit?: number }): Promise<Commit[]>;
  changed(from: string, to: string): Promise<Change[]>;
  mergeBase(a: string, b: string): Promise<string>;
  /** A commit on top of `parent`; the branch is made or moved to it. */
  commit(options: { branch: string; parent: string; message: string; author: Author; put?: Record<string, Uint8Array | string>; remove?: string[] }): Promise<Commit>;
  setBranch(branch: string, sha: string): Promise<void>;
  deleteBranch(branch: string): Promise<void>;
  /** The branch merged into `into`; nothing where git finds a conflict. */
  merge(branch: string, options: { into: string; message: string; author: Author }): Promise<string | undefined>;
  close(): Promise<void>;
}

export interface TreeFile { path: string; sha: string; size: number }
export interface Author { name: string; email: string }
export interface Commit { sha: string; message: string; author: Author; date: string }
export interface Change { path: string; kind: 'ADDED' | 'MODIFIED' | 'DELETED' }

/** Who wrote what stood in the repository before anybody signed in. */
const FIRST: Author = { name: '管理员', email: 'admin@example.cn' };

export async function createRepository(files: Record<string, Uint8Array | string>): Promise<GitRepository> {
  const folder = await mkdtemp(join(tmpdir(), 'yearbook-forge-'));
  let indexes = 0;

  function git(args: string[], { input, env = {} }: { input?: Uint8Array | string; env?: Record<string, string> } = {}): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      const child = execFile('git', ['-c', 'core.quotePath=false', ...args], {
        cwd: folder, env: { PATH: process.env['PATH'], HOME: folder, GIT_DIR: folder, GIT_CONFIG_NOSYSTEM: '1', ...env }, encoding: 'buffer', maxBuffer: 64 << 20,
      }, (error, stdout, stderr) => (error ? reject(new Error(`git ${args[0]}: ${String(stderr)}`)) : resolve(stdout)));
      // A command that reads nothing may be gone before its input is closed.
      child.stdin!.on('error', () => undefined).end(input ?? '');
    });
  }
  const line = async (args: string[], options = {}) => String(await git(args, options)).trim();
  const maybe = <T>(promise: Promise<T>) => promise.catch(() => undefined);
  const by = ({ name, email }: Author, date = new Date().toISOString()) => ({
    GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_AUTHOR_DATE: date, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email, GIT_COMMITTER_DATE: date,
  });
  const index = () => ({ GIT_INDEX_FILE: join(folder, `index-${indexes++}`) });

  const repository: GitRepository = {
    head: (branch) => maybe(line(['rev-parse', '--verify', '-q', `refs/heads/${branch}`])),
    branches: async () => (await line(['for-each-ref', '--format=%(refname:lstrip=2)', 'refs/heads'])).split('\n').filter(Boolean),
    resolve: async (ref) => (await repository.head(ref)) ?? maybe(line(['rev-parse', '--verify', '-q', `${ref}^{commit}`])),
    files: async (ref) =>
      String(await git(['ls-tree', '-rzl', ref])).split('\0').filter(Boolean).map((entry) => {
        const [, , sha = '', size = '', path = ''] = /^(\d+) blob (\w+) +(\d+)\t(.*)$/s.exec(entry)!;
        return { path, sha, size: Number(size) };
      }),
    blob: (sha) => maybe(git(['cat-file', 'blob', sha])),
    file: (ref, path) => maybe(git(['cat-file', 'blob', `${ref}:${path}`])),
    log: async (ref, { path, limit = 100 } = {}) =>
      String(await git(['log', `-${limit}`, '--format=%H%x00%B%x00%an%x00%ae%x00%cI%x01', ref, ...(path ? ['--', path] : [])])).split('\x01').slice(0, -1).map((entry) => {
        const [sha = '', message = '', name = '', email = '', date = ''] = entry.trimStart().split('\0');
        return { sha, message: message.trim(), author: { name, email }, date };
      }),
    changed: async (from, to) => {
      const parts = String(await git(['diff-tree', '-r', '-z', '--no-renames', '--name-status', from, to])).split('\0');
      const kinds = { A: 'ADDED', D: 'DELETED' } as Record<string, Change['kind']>;
      return Array.from({ length: Math.floor(parts.length / 2) }, (_, at) => ({ kind: kinds[parts[at * 2]!] ?? 'MODIFIED', path: parts[at * 2 + 1]! }));
    },
    mergeBase: (a, b) => line(['merge-base', a, b]),
    commit: async ({ branch, parent, message, author, put = {}, remove = [] }) => {
      const env = index();
      if (parent) await git(['read-tree', parent], { env });
      for (const path of remove) await git(['update-index', '-z', '--index-info'], { env, input: `0 ${'0'.repeat(40)}\t${path}\0` });
      for (const [path, content] of Object.entries(put)) {
        const sha = await line(['hash-object', '-w', '--stdin'], { input: content });
        await git(['update-index', '--add', '--cacheinfo', `100644,${sha},${path}`], { env });
      }
      const tree = await line(['write-tree'], { env });
      const sha = await line(['commit-tree', tree, ...(parent ? ['-p', parent] : []), '-F', '-'], { input: message, env: by(author) });
      await repository.setBranch(branch, sha);
      return (await repository.log(sha, { limit: 1 }))[0]!;
    },
    setBranch: async (branch, sha) => void (await git(['update-ref', `refs/heads/${branch}`, sha])),
    deleteBranch: async (branch) => void (await git(['update-ref', '-d', `refs/heads/${branch}`])),
    merge: async (branch, { into, message, author }) => {
      const [ours, theirs] = [await repository.head(into), await repository.head(branch)] as [string, string];
      const base = await repository.mergeBase(ours, theirs);
      const workTree = await mkdtemp(join(folder, 'tree-'));
      const env = { ...index(), GIT_WORK_TREE: workTree };
      await git(['read-tree', '-im', '--aggressive', base, ours, theirs], { env });
      if ((await maybe(git(['merge-index', 'git-merge-one-file', '-a'], { env }))) === undefined) return undefined;
      const tree = await line(['write-tree'], { env });
      const sha = await line(['commit-tree', tree, '-p', ours, '-p', theirs, '-F', '-'], { input: message, env: by(author) });
      await repository.setBranch(into, sha);
      return sha;
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
  await git(['init', '-q', '--bare', folder]);
  await git(['symbolic-ref', 'HEAD', 'refs/heads/main']);
  await repository.commit({ branch: 'main', parent: '', message: '建立稿件仓库', author: FIRST, put: files });
  return repository;
}
