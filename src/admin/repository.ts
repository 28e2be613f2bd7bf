import type { Repository } from '../book/schema.ts';

/** Sign-in and saving at a git forge, in the terms of the browser editor's configuration. */
export type CmsBackend = Record<string, unknown> & { name: string; repo: string };

/** Addresses of the public forges: the API, and where pictures of the signed-in person come from. */
const FORGES = {
  github: { api: 'https://api.github.com', pictures: 'https://avatars.githubusercontent.com' },
  gitlab: { api: 'https://gitlab.com', pictures: 'https://secure.gravatar.com' },
  gitea: { api: 'https://gitea.com', pictures: 'https://gitea.com' },
} as const;

const API_PATHS = { github: '/api/v3', gitlab: '/api/v4', gitea: '/api/v1' } as const;

const COMMIT_MESSAGES = {
  create: '新建{{collection}}“{{slug}}”',
  update: '修改{{collection}}“{{slug}}”',
  delete: '删除{{collection}}“{{slug}}”',
  uploadMedia: '上传“{{path}}”',
  deleteMedia: '删除“{{path}}”',
};

export function forgeBackend({ provider, repo, branch, url, appId, signInUrl }: Repository): CmsBackend {
  const web = url ? url.replace(/\/+$/, '') : undefined;
  // Without a sign-in service of the office's own, GitHub's would be a third party's: an access token needs none.
  const oauth = provider === 'github' ? signInUrl !== undefined : appId !== undefined;
  return {
    name: provider,
    repo,
    ...(branch ? { branch } : {}),
    ...(web ? { api_root: `${web}${API_PATHS[provider]}` } : {}),
    // Left to itself the editor program looks for it at `/graphql`, where no GitHub of an office's own has it.
    ...(web && provider === 'github' ? { graphql_api_root: `${web}/api/graphql` } : {}),
    ...(provider === 'github' ? (signInUrl ? { base_url: signInUrl } : {}) : web ? { base_url: web } : {}),
    ...(appId && provider !== 'github' ? { app_id: appId } : {}),
    ...(appId && provider === 'gitlab' ? { auth_type: 'pkce' } : {}),
    auth_methods: oauth ? ['oauth', 'token'] : ['token'],
    commit_messages: COMMIT_MESSAGES,
  };
}

/** A folder on the editor's own disk. The editor program asks for the name of a forge all the same; it is never called. */
export const diskBackend = (folder: string): CmsBackend => ({ name: 'gitea', repo: `local/${folder}`, auth_methods: ['token'] });

/** Origins the editor talks to, and those its pictures come from. */
export function forgeOrigins(repository: Repository | undefined): { api: string[]; pictures: string[] } {
  if (!repository) return { api: [], pictures: [] };
  const { provider, url, signInUrl } = repository;
  const forge = url ? { api: new URL(url).origin, pictures: new URL(url).origin } : FORGES[provider];
  return { api: [forge.api, ...(signInUrl ? [new URL(signInUrl).origin] : [])], pictures: [forge.pictures] };
}
