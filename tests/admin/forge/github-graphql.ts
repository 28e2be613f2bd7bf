import { OWNER, REPO, type MergeRequest, type Person } from './forge.ts';
import type { Change, Commit, GitRepository } from './git-repository.ts';
import { answerGraphql, FieldError, type Args, type Type } from './graphql.ts';

interface Github {
  repository: GitRepository;
  pulls: MergeRequest[];
  person: Person;
  origin: string;
  changesOf(pull: MergeRequest): Promise<Change[]>;
}

/** The part of GitHub's GraphQL schema that an editor of content asks for. */
export function githubGraphql({ repository, pulls, person, origin, changesOf }: Github) {
  const unresolved = (what: string, name: string) => new FieldError('NOT_FOUND', `Could not resolve to a ${what} with the name '${name}'.`);
  const list = (type: string, nodes: unknown[]): Type => ({ type, fields: { nodes: () => nodes, totalCount: () => nodes.length } });
  const isMember = person.member;

  const commitType = ({ sha, message, author, date }: Commit): Type => ({
    type: 'Commit',
    fields: {
      oid: () => sha, message: () => message, committedDate: () => date,
      author: () => ({ type: 'GitActor', fields: { name: () => author.name, email: () => author.email, avatarUrl: () => `${origin}/avatars/${author.name}`, user: () => userOf(author.email) } }),
      history: async ({ first, path }: Args) => list('CommitHistoryConnection', (await repository.log(sha, { path: path as string, limit: first as number })).map(commitType)),
      file: async ({ path }: Args) => ((await repository.files(sha)).find((file) => file.path === path) ? { type: 'TreeEntry', fields: { oid: async () => (await repository.files(sha)).find((file) => file.path === path)!.sha } } : null),
      status: () => null,
      deployments: () => list('DeploymentConnection', []),
      checkSuites: () => list('CheckSuiteConnection', []),
    },
  });
  const userOf = (email: string): Type | null =>
    email === person.email ? { type: 'User', fields: { databaseId: () => person.id, login: () => person.login, name: () => person.name, email: () => person.email, avatarUrl: () => `${origin}/avatars/${person.login}` } } : null;
  const commitOf = async (sha: string) => commitType((await repository.log(sha, { limit: 1 }))[0]!);
  const blobType = (sha: string, bytes: Buffer): Type => {
    const isBinary = bytes.includes(0);
    return { type: 'Blob', fields: { oid: () => sha, byteSize: () => bytes.length, isBinary: () => isBinary, isTruncated: () => false, text: () => (isBinary ? null : bytes.toString()) } };
  };
  const refType = (name: string, sha: string): Type => ({ type: 'Ref', fields: { name: () => name, target: () => commitOf(sha) } });

  async function object({ oid, expression }: Args): Promise<Type | null> {
    if (oid) {
      if (await repository.resolve(oid as string)) return commitOf(oid as string);
      const bytes = await repository.blob(oid as string);
      return bytes ? blobType(oid as string, bytes) : null;
    }
    const [, ref = '', path = ''] = /^([^:]+):(.+)$/s.exec(expression as string)!;
    const head = await repository.head(ref);
    const file = head && (await repository.files(head)).find((one) => one.path === path);
    return file ? blobType(file.sha, (await repository.blob(file.sha))!) : null;
  }

  const pullType = (pull: MergeRequest): Type => ({
    type: 'PullRequest',
    fields: {
      id: () => `PR_${pull.number}`, number: () => pull.number, title: () => pull.title, url: () => `${origin}/${OWNER}/${REPO}/pull/${pull.number}`,
      isDraft: () => pull.draft, isCrossRepository: () => false, createdAt: () => pull.created, updatedAt: () => pull.updated,
      headRefName: () => pull.branch, headRefOid: () => repository.head(pull.branch),
      author: () => ({ type: 'User', fields: { login: () => pull.author.login, avatarUrl: () => `${origin}/avatars/${pull.author.login}`, name: () => pull.author.name, email: () => pull.author.email, databaseId: () => pull.author.id } }),
      labels: () => list('LabelConnection', pull.labels.map((name) => ({ type: 'Label', fields: { name: () => name } }))),
      files: async () => list('PullRequestChangedFileConnection', (await changesOf(pull)).map(({ path, kind }) => ({ type: 'PullRequestChangedFile', fields: { path: () => path, changeType: () => kind } }))),
    },
  });

  const repositoryType: Type = {
    type: 'Repository',
    fields: {
      id: () => 'R_1',
      defaultBranchRef: async () => refType('main', (await repository.head('main'))!),
      ref: async ({ qualifiedName }: Args) => {
        const name = (qualifiedName as string).replace(/^refs\/heads\//, '');
        const head = await repository.head(name);
        return head ? refType(name, head) : null;
      },
      object,
      pullRequests: ({ labels, headRefName }: Args) =>
        list('PullRequestConnection', pulls.filter((pull) => pull.state === 'open' && (!headRefName || pull.branch === headRefName) && (!labels || pull.labels.some((name) => (labels as string[]).includes(name)))).map(pullType)),
    },
  };

  async function createCommitOnBranch({ input }: Args): Promise<Type> {
    const { branch, expectedHeadOid, fileChanges, message } = input as {
      branch: { repositoryNameWithOwner: string; branchName: string }; expectedHeadOid: string;
      fileChanges: { additions?: { path: string; contents: string }[]; deletions?: { path: string }[] }; message: { headline: string; body?: string };
    };
    if (branch.repositoryNameWithOwner !== `${OWNER}/${REPO}` || !isMember) throw unresolved('Repository', branch.repositoryNameWithOwner);
    const head = await repository.head(branch.branchName);
    if (!head) throw new FieldError('NOT_FOUND', `Branch '${branch.branchName}' not found`);
    if (head !== expectedHeadOid) throw new FieldError('STALE_DATA', `Expected branch to point to "${head}" but it did not. Pull and try again.`);
    const present = new Set((await repository.files(head)).map(({ path }) => path));
    const missing = (fileChanges.deletions ?? []).find(({ path }) => !present.has(path));
    if (missing) throw new FieldError('UNPROCESSABLE', `A path was requested for deletion which does not exist as of commit oid "${head}": ${missing.path}`);
    const commit = await repository.commit({
      branch: branch.branchName, parent: head, author: person, message: [message.headline, message.body].filter(Boolean).join('\n\n'),
      put: Object.fromEntries((fileChanges.additions ?? []).map(({ path, contents }) => [path, Buffer.from(contents, 'base64')])),
      remove: (fileChanges.deletions ?? []).map(({ path }) => path),
    });
    return { type: 'CreateCommitOnBranchPayload', fields: { commit: () => commitType(commit) } };
  }

  async function createRef({ input }: Args): Promise<Type> {
    const { repositoryId, name, oid } = input as { repositoryId: string; name: string; oid: string };
    if (repositoryId !== 'R_1' || !isMember) throw new FieldError('NOT_FOUND', `Could not resolve to a node with the global id of '${repositoryId}'`);
    const branch = name.replace(/^refs\/heads\//, '');
    if (await repository.head(branch)) throw new FieldError('UNPROCESSABLE', `A ref named "${name}" already exists in the repository.`);
    await repository.setBranch(branch, oid);
    return { type: 'CreateRefPayload', fields: { ref: () => refType(branch, oid) } };
  }

  const setDraft = (draft: boolean) => ({ input }: Args): Type => {
    const pull = pulls.find(({ number }) => (input as Args)['pullRequestId'] === `PR_${number}`);
    if (!pull) throw new FieldError('NOT_FOUND', `Could not resolve to a node with the global id of '${(input as Args)['pullRequestId']}'`);
    pull.draft = draft;
    return { type: 'Payload', fields: { pullRequest: () => pullType(pull) } };
  };

  const query: Type = {
    type: 'Query',
    fields: {
      repository: ({ owner, name }: Args) => {
        if (owner !== OWNER || name !== REPO || !isMember) throw unresolved('Repository', `${owner}/${name}`);
        return repositoryType;
      },
    },
  };
  const mutation: Type = {
    type: 'Mutation',
    fields: { createCommitOnBranch, createRef, convertPullRequestToDraft: setDraft(true), markPullRequestReadyForReview: setDraft(false) },
  };
  return (body: Record<string, unknown>) => answerGraphql(body['query'] as string, (body['variables'] ?? {}) as Args, { query, mutation });
}
