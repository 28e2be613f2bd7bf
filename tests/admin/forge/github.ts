import { CLERK, OWNER, personOf, REPO, type Forge, type MergeRequest } from './forge.ts';
import { createRepository } from './git-repository.ts';
import { githubGraphql } from './github-graphql.ts';
import { json, listen, type Answer, type Call } from './loopback.ts';

const DOCS = { documentation_url: 'https://docs.github.com/rest' };
const notFound = (): Answer => json(404, { message: 'Not Found', ...DOCS, status: '404' });
const invalid = (message: string, errors: object[] = []): Answer => json(422, { message, errors, ...DOCS, status: '422' });

/** GitHub Enterprise Server: REST below `/api/v3`, GraphQL at `/api/graphql`. */
export async function startGithub(files: Record<string, Uint8Array | string>): Promise<Forge> {
  const repository = await createRepository(files);
  const pulls: MergeRequest[] = [];
  const api = '/api/v3';
  const here = `${api}/repos/{owner}/{repo}`;
  const person = (call: Call) => personOf(call.headers.authorization, /^(?:token|Bearer) /i);
  const isHere = ({ owner, repo }: Record<string, string>) => owner === OWNER && repo === REPO;

  async function pullJson(pull: MergeRequest) {
    return {
      number: pull.number, node_id: `PR_${pull.number}`, title: pull.title, body: pull.body, draft: pull.draft, state: pull.state === 'open' ? 'open' : 'closed',
      html_url: `${server.origin}/${OWNER}/${REPO}/pull/${pull.number}`, created_at: pull.created, updated_at: pull.updated,
      head: { ref: pull.branch, sha: await repository.head(pull.branch) }, base: { ref: pull.base },
      labels: pull.labels.map((name) => ({ name })),
    };
  }
  /** What is done to a pull request of this repository by somebody who may. */
  const withPull = (act: (pull: MergeRequest, call: Call) => Promise<Answer> | Answer) => async (call: Call, parts: Record<string, string>): Promise<Answer> => {
    const pull = pulls.find(({ number }) => String(number) === parts['number']);
    return pull && isHere(parts) && person(call)!.member ? act(pull, call) : notFound();
  };
  /** What only members may ask of this repository. */
  const inside = (act: (call: Call, parts: Record<string, string>) => Promise<Answer> | Answer) => (call: Call, parts: Record<string, string>) =>
    isHere(parts) && person(call)!.member ? act(call, parts) : notFound();

  const server = await listen({
    [`GET ${api}/user`]: (call) => {
      const { id, login, name, email } = person(call)!;
      return json(200, { id, login, name, email, type: 'User', avatar_url: `${server.origin}/avatars/${login}`, html_url: `${server.origin}/${login}` });
    },
    [`GET ${here}/collaborators/{login}`]: inside((_, { login }) => (personByLogin(login!) ? { status: 204 } : notFound())),
    [`GET ${here}/git/trees/{sha}`]: inside(async (_, { sha }) => {
      const commit = await repository.resolve(sha!);
      return commit ? json(200, { sha: commit, truncated: false, tree: (await repository.files(commit)).map((file) => ({ ...file, mode: '100644', type: 'blob' })) }) : notFound();
    }),
    [`GET ${here}/git/blobs/{sha}`]: inside(async (_, { sha }) => {
      const bytes = await repository.blob(sha!);
      return bytes ? { status: 200, bytes, type: bytes.includes(0) ? 'application/octet-stream' : 'application/vnd.github.raw; charset=utf-8' } : notFound();
    }),
    [`PATCH ${here}/git/refs/heads/{branch*}`]: inside(async ({ body }, { branch }) => {
      if (!(await repository.head(branch!))) return invalid('Reference does not exist');
      await repository.setBranch(branch!, body['sha'] as string);
      return json(200, { ref: `refs/heads/${branch}`, object: { sha: body['sha'] } });
    }),
    [`DELETE ${here}/git/refs/heads/{branch*}`]: inside(async (_, { branch }) => {
      if (!(await repository.head(branch!))) return invalid('Reference does not exist');
      await repository.deleteBranch(branch!);
      for (const pull of pulls) if (pull.branch === branch && pull.state === 'open') pull.state = 'closed';
      return { status: 204 };
    }),
    [`POST ${here}/pulls`]: inside(async (call) => {
      const { title, head, base, draft, body } = call.body as Record<string, string>;
      const [from, into] = [await repository.head(head!), await repository.head(base!)];
      if (!from || !into) return invalid('Validation Failed', [{ resource: 'PullRequest', field: from ? 'base' : 'head', code: 'invalid' }]);
      const custom = (message: string) => invalid('Validation Failed', [{ resource: 'PullRequest', code: 'custom', message }]);
      // As in a private repository of the free plan.
      if (draft) return invalid('Draft pull requests are not supported in this repository.');
      if (pulls.some((pull) => pull.state === 'open' && pull.branch === head)) return custom(`A pull request already exists for ${OWNER}:${head}.`);
      if ((await repository.mergeBase(from, into)) === from) return custom(`No commits between ${base} and ${head}`);
      const now = new Date().toISOString();
      const pull: MergeRequest = { number: pulls.length + 1, title: title!, body: body ?? '', branch: head!, base: base!, labels: [], draft: Boolean(draft), state: 'open', author: person(call)!, created: now, updated: now };
      pulls.push(pull);
      return json(201, await pullJson(pull));
    }),
    [`PATCH ${here}/pulls/{number}`]: withPull(async (pull, { body }) => {
      if (body['state'] === 'closed') pull.state = 'closed';
      return json(200, await pullJson(pull));
    }),
    [`GET ${here}/pulls/{number}/files`]: withPull(async (pull) => {
      const words = { ADDED: 'added', MODIFIED: 'modified', DELETED: 'removed' };
      return json(200, (await changesOf(pull)).map(({ path, kind }) => ({ filename: path, status: words[kind] })));
    }),
    [`PUT ${here}/pulls/{number}/merge`]: withPull(async (pull, call) => {
      if (pull.state !== 'open') return json(405, { message: 'Pull Request is not mergeable', ...DOCS, status: '405' });
      if (pull.draft) return json(405, { message: 'Pull Request is still a draft', ...DOCS, status: '405' });
      const sha = await repository.merge(pull.branch, { into: pull.base, message: String(call.body['commit_title']), author: person(call)! });
      if (!sha) return json(405, { message: 'Pull Request is not mergeable', ...DOCS, status: '405' });
      pull.state = 'merged';
      return json(200, { sha, merged: true, message: 'Pull Request successfully merged' });
    }),
    [`GET ${here}/issues/{number}`]: withPull(async (pull) => json(200, await pullJson(pull))),
    [`PATCH ${here}/issues/{number}`]: withPull(async (pull, { body }) => {
      pull.labels = body['labels'] as string[];
      pull.updated = new Date().toISOString();
      return json(200, await pullJson(pull));
    }),
    [`POST ${here}/issues/{number}/labels`]: withPull((pull, { body }) => {
      pull.labels = [...new Set([...pull.labels, ...(body['labels'] as string[])])];
      return json(200, pull.labels.map((name) => ({ name })));
    }),
    'POST /api/graphql': async (call) => json(200, await githubGraphql({ repository, pulls, person: person(call)!, origin: server.origin, changesOf })(call.body)),
    'GET /avatars/{login}': () => ({ status: 200, bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'), type: 'image/svg+xml' }),
  }, {
    before: (call) => (!call.path.startsWith('/api/') || person(call) ? undefined : json(401, { message: 'Bad credentials', ...DOCS, status: '401' })),
  });
  const personByLogin = (login: string) => [CLERK.login, 'fubian'].includes(login);
  const changesOf = async (pull: MergeRequest) => {
    const [from, into] = [(await repository.head(pull.branch))!, (await repository.head(pull.base))!];
    return repository.changed(await repository.mergeBase(from, into), from);
  };
  return {
    ...server,
    repository,
    requests: () => pulls,
    close: async () => {
      await server.close();
      await repository.close();
    },
  };
}
