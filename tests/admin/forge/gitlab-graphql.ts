import { OWNER, REPO, type Person } from './forge.ts';
import type { GitRepository, TreeFile } from './git-repository.ts';
import { answerGraphql, type Args, type Type } from './graphql.ts';

/** GitLab gives lists out in pages of this length. */
const PAGE = 100;

/** The part of GitLab's GraphQL schema that an editor of content asks for. */
export function gitlabGraphql(repository: GitRepository, person: Person) {
  const page = <T>(type: string, nodes: T[], after: string, make: (node: T) => Type): Type => {
    const from = after ? Number(after) : 0;
    const end = Math.min(from + PAGE, nodes.length);
    return {
      type,
      fields: {
        nodes: () => nodes.slice(from, end).map(make),
        pageInfo: () => ({ type: 'PageInfo', fields: { endCursor: () => String(end), hasNextPage: () => end < nodes.length } }),
      },
    };
  };
  const treeBlob = ({ path, sha }: TreeFile): Type => ({ type: 'Blob', fields: { type: () => 'blob', path: () => path, sha: () => sha } });
  const blobType = ({ path, sha, size }: TreeFile): Type => ({
    type: 'RepositoryBlob',
    fields: {
      path: () => path, oid: () => sha, size: () => String(size),
      rawTextBlob: async () => {
        const bytes = (await repository.blob(sha))!;
        return bytes.includes(0) ? null : bytes.toString();
      },
    },
  });
  const repositoryType: Type = {
    type: 'Repository',
    fields: {
      rootRef: () => 'main',
      tree: async ({ ref }: Args) => {
        const head = await repository.resolve((ref as string | null) ?? 'main');
        if (!head) return null;
        const last = (await repository.log(head, { limit: 1 }))[0]!;
        return {
          type: 'Tree',
          fields: {
            lastCommit: () => ({ type: 'Commit', fields: { sha: () => last.sha, message: () => last.message } }),
            blobs: async ({ after }: Args) => page('BlobConnection', await repository.files(head), (after as string | null) ?? '', treeBlob),
          },
        };
      },
      blobs: async ({ ref, paths }: Args) => {
        const head = await repository.resolve((ref as string | null) ?? 'main');
        const files = head ? await repository.files(head) : [];
        const found = (paths as string[]).flatMap((path) => files.find((file) => file.path === path) ?? []);
        return page('RepositoryBlobConnection', found, '', blobType);
      },
    },
  };
  const query: Type = {
    type: 'Query',
    fields: {
      project: ({ fullPath }: Args) => (fullPath === `${OWNER}/${REPO}` && person.member ? { type: 'Project', fields: { repository: () => repositoryType } } : null),
    },
  };
  return (body: Record<string, unknown>) => answerGraphql(body['query'] as string, (body['variables'] ?? {}) as Args, { query });
}
