import type { GitRepository } from './git-repository.ts';

export interface Action { action: string; file_path: string; previous_path?: string; content?: string; encoding?: string; last_commit_id?: string }

/** What the actions of a commit put and remove, or GitLab's reason to refuse them. */
export async function commitActions(repository: GitRepository, parent: string, actions: Action[]): Promise<{ put: Record<string, Uint8Array>; remove: string[] } | string> {
  const present = new Set((await repository.files(parent)).map(({ path }) => path));
  const put: Record<string, Uint8Array> = {};
  const remove: string[] = [];
  for (const { action, file_path: path, previous_path: previous, content = '', encoding, last_commit_id: last } of actions) {
    const old = previous ?? path;
    if (action === 'create' && present.has(path)) return 'A file with this name already exists';
    if (action !== 'create' && !present.has(old)) return `A file with this name doesn't exist`;
    if (last && (await repository.log(parent, { path: old, limit: 1 }))[0]?.sha !== last) return 'You are attempting to update a file that has changed since you started editing it.';
    if (action === 'delete') remove.push(path);
    else put[path] = Buffer.from(content, encoding === 'base64' ? 'base64' : 'utf8');
    if (action === 'move') remove.push(old);
  }
  return { put, remove };
}
