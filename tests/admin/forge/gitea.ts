import { OWNER, personOf, REPO, type Forge } from './forge.ts';
import { createRepository, type Commit, type TreeFile } from './git-repository.ts';
import { json, listen, type Answer, type Call } from './loopback.ts';

interface FileOperation { operation: string; path: string; from_path?: string; content?: string; sha?: string }

/** Gitea, or Forgejo from the same stem: REST below `/api/v1`. */
export async function startGitea(files: Record<string, Uint8Array | string>, { version = '1.24.6' } = {}): Promise<Forge> {
  const repository = await createRepository(files);
  const api = '/api/v1';
  const here = `${api}/repos/{owner}/{repo}`;
  const person = (call: Call) => personOf(call.headers.authorization, /^(?:token|Bearer) /i);
  const refuse = (status: number, message: string): Answer => json(status, { message, url: `${server.origin}/api/swagger` });
  const missing = () => refuse(404, "The target couldn't be found.");
  const inside = (act: (call: Call, parts: Record<string, string>) => Promise<Answer> | Answer) => (call: Call, parts: Record<string, string>) =>
    parts['owner'] === OWNER && parts['repo'] === REPO && person(call)!.member ? act(call, parts) : missing();
  const commitJson = ({ sha, message, author, date }: Commit) => ({
    sha, created: date, commit: { message, author: { name: author.name, email: author.email, date } }, author: null,
  });
  const contentJson = async ({ path, sha, size }: TreeFile) => ({ path, sha, size, type: 'file', encoding: 'base64', content: (await repository.blob(sha))!.toString('base64') });

  /** Gitea's own checks of an operation on a file; a new or old file must be known by its blob. */
  function fault({ operation, path, from_path: from, sha }: FileOperation, present: Map<string, string>): Answer | undefined {
    if (operation === 'create') return present.has(path) ? refuse(422, `repository file already exists [path: ${path}]`) : undefined;
    const old = present.get(from ?? path);
    if (!old) return refuse(404, `repository file does not exist [path: ${from ?? path}]`);
    if (!sha) return refuse(422, 'a SHA or commit ID must be proved when updating a file');
    return sha === old ? undefined : refuse(422, `sha does not match [given: ${sha}, expected: ${old}]`);
  }

  const server = await listen({
    [`GET ${api}/version`]: () => json(200, { version }),
    [`GET ${api}/settings/api`]: () => json(200, { max_response_items: 50, default_paging_num: 30, default_git_trees_per_page: 1000, default_max_blob_size: 10485760, default_max_response_size: 104857600 }),
    [`GET ${api}/user`]: (call) => {
      const { id, login, name, email } = person(call)!;
      return json(200, { id, login, full_name: name, email, avatar_url: `${server.origin}/avatars/${login}`, html_url: `${server.origin}/${login}` });
    },
    [`GET ${here}`]: inside(() => json(200, { id: 1, name: REPO, default_branch: 'main', permissions: { admin: false, push: true, pull: true } })),
    [`GET ${here}/branches/{branch*}`]: inside(async (_, { branch }) => {
      const head = await repository.head(branch!);
      return head ? json(200, { name: branch, commit: { id: head, message: (await repository.log(head, { limit: 1 }))[0]!.message } }) : missing();
    }),
    [`GET ${here}/git/trees/{sha}`]: inside(async (_, { sha }) => {
      const commit = await repository.resolve(sha!);
      return commit ? json(200, { sha: commit, truncated: false, page: 1, tree: (await repository.files(commit)).map((file) => ({ ...file, mode: '100644', type: 'blob' })) }) : missing();
    }),
    [`POST ${here}/file-contents`]: inside(async ({ query, body }) => {
      const found = await repository.files(query.get('ref') ?? 'main');
      return json(200, await Promise.all((body['files'] as string[]).map((path) => {
        const file = found.find((one) => one.path === path);
        return file ? contentJson(file) : null;
      })));
    }),
    [`GET ${here}/git/blobs`]: inside(async ({ query }) =>
      json(200, await Promise.all((query.get('shas') ?? '').split(',').map(async (sha) => ({ sha, encoding: 'base64', content: (await repository.blob(sha))!.toString('base64') }))))),
    [`GET ${here}/media/{branch}/{path*}`]: inside(async (_, { branch, path }) => {
      const bytes = await repository.file(branch!, path!);
      return bytes ? { status: 200, bytes, type: 'application/octet-stream' } : missing();
    }),
    [`GET ${here}/commits`]: inside(async ({ query }) => {
      const path = query.get('path');
      return json(200, (await repository.log(query.get('sha') || 'main', path ? { path } : {})).map(commitJson));
    }),
    [`POST ${here}/contents`]: inside(async (call) => {
      const { branch, message, files: operations } = call.body as unknown as { branch: string; message: string; files: FileOperation[] };
      const head = await repository.head(branch);
      if (!head) return missing();
      const present = new Map((await repository.files(head)).map(({ path, sha }) => [path, sha]));
      const refused = operations.map((operation) => fault(operation, present)).find(Boolean);
      if (refused) return refused;
      const written = operations.filter(({ operation }) => operation !== 'delete');
      const commit = await repository.commit({
        branch, parent: head, message, author: person(call)!,
        put: Object.fromEntries(written.map(({ path, content = '' }) => [path, Buffer.from(content, 'base64')])),
        remove: operations.flatMap(({ operation, path, from_path: from }) => (operation === 'delete' ? [path] : from && from !== path ? [from] : [])),
      });
      const after = await repository.files(commit.sha);
      return json(201, { commit: commitJson(commit), files: await Promise.all(operations.map(({ path }) => after.find((file) => file.path === path)).map((file) => (file ? contentJson(file) : null))) });
    }),
    'GET /avatars/{login}': () => ({ status: 200, bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'), type: 'image/svg+xml' }),
  }, {
    before: (call) => (!call.path.startsWith('/api/') || call.path === `${api}/version` || person(call) ? undefined : refuse(401, 'user does not exist [uid: 0, name: ]')),
  });
  return {
    ...server,
    repository,
    requests: () => [],
    close: async () => {
      await server.close();
      await repository.close();
    },
  };
}
