import { afterAll, beforeAll, expect, it } from 'vitest';
import { FILES } from './forge/desk.ts';
import { CLERK, OWNER, REPO, STRANGER, type Forge } from './forge/forge.ts';
import { startGitea } from './forge/gitea.ts';
import { startGithub } from './forge/github.ts';
import { startGitlab } from './forge/gitlab.ts';

/** The stand-ins are worth as much as what they refuse. */
let forges: Record<'github' | 'gitlab' | 'gitea', Forge>;
beforeAll(async () => void (forges = { github: await startGithub(FILES), gitlab: await startGitlab(FILES), gitea: await startGitea(FILES) }));
afterAll(async () => void (await Promise.all(Object.values(forges).map((forge) => forge.close()))));

async function ask(forge: keyof typeof forges, call: string, body?: unknown, token = CLERK.token): Promise<string> {
  const [method = '', path = ''] = call.split(' ');
  const response = await fetch(`${forges[forge].origin}${path}`, { method, headers: { Authorization: `Bearer ${token}` }, ...(body ? { body: JSON.stringify(body) } : {}) });
  return `${response.status} ${await response.text()}`;
}
const graphql = (query: string, variables: object = {}) => ask('github', 'POST /api/graphql', { query, variables });
const github = `/api/v3/repos/${OWNER}/${REPO}`;
const gitlab = `/api/v4/projects/${OWNER}%2F${REPO}`;
const gitea = `/api/v1/repos/${OWNER}/${REPO}`;

it('nobody without a token, and no stranger', async () => {
  expect(await ask('github', 'GET /api/v3/user', undefined, 'x')).toMatch(/^401 .*Bad credentials/);
  expect(await ask('gitlab', 'GET /api/v4/user', undefined, 'x')).toMatch(/^401 .*401 Unauthorized/);
  expect(await ask('gitea', 'GET /api/v1/user', undefined, 'x')).toMatch(/^401 /);
  expect(await ask('github', `GET ${github}/git/trees/main`, undefined, STRANGER.token)).toMatch(/^404 .*Not Found/);
  expect(await ask('gitlab', `GET ${gitlab}/repository/branches/main`, undefined, STRANGER.token)).toMatch(/^404 .*404 Project Not Found/);
  expect(await ask('gitea', `GET ${gitea}`, undefined, STRANGER.token)).toMatch(/^404 /);
});

it('GitHub: a field it does not have, a commit on another head, a branch twice, a request without a commit', async () => {
  expect(await graphql(`query { repository(owner: "${OWNER}", name: "${REPO}") { nonsense } }`)).toContain("Field 'nonsense' doesn't exist on type 'Repository'");
  const input = { branch: { repositoryNameWithOwner: `${OWNER}/${REPO}`, branchName: 'main' }, expectedHeadOid: '0'.repeat(40), fileChanges: { additions: [] }, message: { headline: 'x' } };
  expect(await graphql('mutation($input: CreateCommitOnBranchInput!) { createCommitOnBranch(input: $input) { commit { oid } } }', { input })).toContain('STALE_DATA');
  const ref = { input: { repositoryId: 'R_1', name: 'refs/heads/main', oid: await forges.github.repository.head('main') } };
  expect(await graphql('mutation($input: CreateRefInput!) { createRef(input: $input) { ref { name } } }', ref)).toContain('already exists');
  expect(await ask('github', `POST ${github}/pulls`, { title: 'x', head: 'main', base: 'main' })).toMatch(/^422 .*No commits between/);
});

it('GitLab: a file made twice or changed where it is not, a branch twice, no branch', async () => {
  const commit = (action: string, path: string, more: object = {}) =>
    ask('gitlab', `POST ${gitlab}/repository/commits`, { branch: 'main', commit_message: 'x', actions: [{ action, file_path: path, content: 'x' }], ...more });
  expect(await commit('create', 'README.md')).toMatch(/^400 .*already exists/);
  expect(await commit('update', 'absent.md')).toMatch(/^400 .*doesn't exist/);
  expect(await commit('create', 'new.md', { start_branch: 'main' })).toMatch(/^400 .*A branch called 'main' already exists/);
  expect(await commit('create', 'new.md', { branch: 'absent' })).toMatch(/^400 /);
});

it('Gitea: a file made twice, changed without or with another blob', async () => {
  const change = (operation: string, path: string, sha?: string) => ask('gitea', `POST ${gitea}/contents`, { branch: 'main', message: 'x', files: [{ operation, path, content: '', sha }] });
  expect(await change('create', 'README.md')).toMatch(/^422 .*already exists/);
  expect(await change('update', 'README.md')).toMatch(/^422 .*SHA/);
  expect(await change('update', 'README.md', '0'.repeat(40))).toMatch(/^422 .*sha does not match/);
  expect(await change('delete', 'absent.md', '0'.repeat(40))).toMatch(/^404 /);
});
