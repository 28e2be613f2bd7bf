import { CLERK, COLLEAGUE, OWNER, personOf, REPO, type Forge, type MergeRequest } from './forge.ts';
import { createRepository, type Commit } from './git-repository.ts';
import { commitActions, type Action } from './gitlab-actions.ts';
import { gitlabGraphql } from './gitlab-graphql.ts';
import { json, listen, type Answer, type Call } from './loopback.ts';

const refuse = (status: number, message: unknown): Answer => json(status, { message });
const DRAFT = /^Draft: /;

/** GitLab: REST below `/api/v4`, GraphQL at `/api/graphql`. */
export async function startGitlab(files: Record<string, Uint8Array | string>): Promise<Forge> {
  const repository = await createRepository(files);
  const requests: MergeRequest[] = [];
  const here = '/api/v4/projects/{project}';
  const person = (call: Call) => personOf(call.headers.authorization, /^Bearer /i);
  const inside = (act: (call: Call, parts: Record<string, string>) => Promise<Answer> | Answer) => (call: Call, parts: Record<string, string>) =>
    parts['project'] === `${OWNER}/${REPO}` && person(call)!.member ? act(call, parts) : refuse(404, '404 Project Not Found');
  const withRequest = (act: (request: MergeRequest, call: Call) => Promise<Answer> | Answer) => inside((call, { iid }) => {
    const request = requests.find(({ number }) => String(number) === iid);
    return request ? act(request, call) : refuse(404, '404 Not found');
  });
  const commitJson = ({ sha, message, author, date }: Commit) => ({
    id: sha, short_id: sha.slice(0, 8), title: message.split('\n')[0], message, author_name: author.name, author_email: author.email, committed_date: date, created_at: date,
  });
  const requestJson = async ({ number, title, body, branch, base, labels, draft, state, author, created, updated }: MergeRequest) => ({
    id: 1000 + number, iid: number, title, description: body, draft, state: state === 'open' ? 'opened' : state, source_branch: branch, target_branch: base, labels,
    sha: (await repository.head(branch)) ?? null, web_url: `${server.origin}/${OWNER}/${REPO}/-/merge_requests/${number}`, created_at: created, updated_at: updated,
    author: { id: author.id, username: author.login, name: author.name }, detailed_merge_status: draft ? 'draft_status' : 'mergeable', merge_when_pipeline_succeeds: false,
  });

  const server = await listen({
    'GET /api/v4/user': (call) => {
      const { id, login, name, email } = person(call)!;
      return json(200, { id, username: login, name, email, bot: false, avatar_url: `${server.origin}/uploads/${login}.svg`, web_url: `${server.origin}/${login}` });
    },
    [`GET ${here}/users`]: inside(({ query }) => json(200, [CLERK, COLLEAGUE].filter(({ login }) => login.includes(query.get('search') ?? '')).map(({ id, login, name }) => ({ id, username: login, name })))),
    [`POST ${here}/repository/commits`]: inside(async (call) => {
      const { branch, start_branch: start, commit_message: message, actions } = call.body as { branch: string; start_branch?: string; commit_message: string; actions: Action[] };
      const existing = await repository.head(branch);
      if (start && existing) return refuse(400, `A branch called '${branch}' already exists. Switch to that branch in order to make changes`);
      const parent = start ? await repository.head(start) : existing;
      if (!parent) return refuse(400, 'You can only create or edit files when you are on a branch');
      const done = await commitActions(repository, parent, actions);
      if (typeof done === 'string') return refuse(400, done);
      return json(201, commitJson(await repository.commit({ branch, parent, message, author: person(call)!, ...done })));
    }),
    [`GET ${here}/repository/commits`]: inside(async ({ query }) => {
      const path = query.get('path');
      const head = await repository.head(query.get('ref_name') ?? 'main');
      return head ? json(200, (await repository.log(head, path ? { path } : {})).map(commitJson)) : refuse(404, '404 Branch Not Found');
    }),
    [`GET ${here}/repository/commits/{sha}/statuses`]: inside(() => json(200, [])),
    [`GET ${here}/deployments`]: inside(() => json(200, [])),
    [`GET ${here}/repository/branches/{branch}`]: inside(async (_, { branch }) => {
      const head = await repository.head(branch!);
      return head ? json(200, { name: branch, commit: commitJson((await repository.log(head, { limit: 1 }))[0]!) }) : refuse(404, '404 Branch Not Found');
    }),
    [`DELETE ${here}/repository/branches/{branch}`]: inside(async (_, { branch }) => {
      if (!(await repository.head(branch!))) return refuse(404, '404 Branch Not Found');
      await repository.deleteBranch(branch!);
      return { status: 204 };
    }),
    [`GET ${here}/repository/files/{path}/raw`]: inside(async ({ query }, { path }) => {
      const bytes = await repository.file(query.get('ref') ?? 'main', path!);
      return bytes ? { status: 200, bytes, type: 'application/octet-stream' } : refuse(404, '404 File Not Found');
    }),
    [`GET ${here}/merge_requests`]: inside(async ({ query }) => {
      const [labels, source] = [query.get('labels'), query.get('source_branch')];
      const found = requests.filter((request) => (query.get('state') !== 'opened' || request.state === 'open') && (!labels || request.labels.includes(labels)) && (!source || request.branch === source));
      return json(200, await Promise.all(found.map(requestJson)));
    }),
    [`POST ${here}/merge_requests`]: inside(async (call) => {
      const { title = '', source_branch: branch = '', target_branch: base = '', labels = '', description = '' } = call.body as Record<string, string>;
      if (!(await repository.head(branch))) return refuse(400, ['Source branch does not exist']);
      const open = requests.find((request) => request.branch === branch && request.state === 'open');
      if (open) return refuse(409, [`Another open merge request already exists for this source branch: !${open.number}`]);
      const now = new Date().toISOString();
      const request: MergeRequest = { number: requests.length + 1, title, body: description, branch, base, labels: labels.split(',').filter(Boolean), draft: DRAFT.test(title), state: 'open', author: person(call)!, created: now, updated: now };
      requests.push(request);
      return json(201, await requestJson(request));
    }),
    [`GET ${here}/merge_requests/{iid}`]: withRequest(async (request) => json(200, await requestJson(request))),
    [`PUT ${here}/merge_requests/{iid}`]: withRequest(async (request, { body }) => {
      const { title = request.title, add_labels: add = '', remove_labels: remove = '', state_event: event } = body as Record<string, string>;
      const gone = remove.split(',');
      Object.assign(request, { title, draft: DRAFT.test(title), updated: new Date().toISOString(), labels: [...new Set([...request.labels.filter((name) => !gone.includes(name)), ...add.split(',').filter(Boolean)])] });
      if (event === 'close') request.state = 'closed';
      return json(200, await requestJson(request));
    }),
    [`GET ${here}/merge_requests/{iid}/diffs`]: withRequest(async ({ branch, base }) => {
      const [from, into] = [(await repository.head(branch))!, (await repository.head(base))!];
      const changes = await repository.changed(await repository.mergeBase(from, into), from);
      return json(200, changes.map(({ path, kind }) => ({ old_path: path, new_path: path, new_file: kind === 'ADDED', deleted_file: kind === 'DELETED', renamed_file: false })));
    }),
    [`PUT ${here}/merge_requests/{iid}/merge`]: withRequest(async (request, call) => {
      const head = await repository.head(request.branch);
      if (request.state !== 'open' || request.draft || !head) return refuse(405, '405 Method Not Allowed');
      if (call.body['sha'] && call.body['sha'] !== head) return refuse(409, `SHA does not match HEAD of source branch: ${head}`);
      const sha = await repository.merge(request.branch, { into: request.base, message: String(call.body['merge_commit_message']), author: person(call)! });
      if (!sha) return refuse(422, 'Branch cannot be merged');
      // GitLab removes the branch in a process of its own, after it has answered.
      request.state = 'merged';
      return json(200, { ...(await requestJson(request)), merge_commit_sha: sha });
    }),
    'GET /api/v4/avatar': () => json(200, { avatar_url: null }),
    'POST /api/graphql': async ({ body, headers }) => json(200, await gitlabGraphql(repository, personOf(headers.authorization, /^Bearer /i)!)(body)),
    'GET /uploads/{name}': () => ({ status: 200, bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'), type: 'image/svg+xml' }),
  }, {
    before: (call) => {
      if (!call.path.startsWith('/api/') || person(call)) return undefined;
      return call.path === '/api/graphql' ? json(401, { errors: [{ message: 'Invalid token' }] }) : refuse(401, '401 Unauthorized');
    },
  });
  return {
    ...server,
    repository,
    requests: () => requests,
    close: async () => {
      await server.close();
      await repository.close();
    },
  };
}
