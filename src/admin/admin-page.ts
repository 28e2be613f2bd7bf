import type { Site } from '../book/schema.ts';
import { forgeOrigins } from './repository.ts';

/**
 * The page of the browser editor. It is no page of the site's layout: the editor program needs styles made at run time
 * and pictures from memory, which the content security policy of the other pages refuses.
 */
export function renderAdminPage({ title, repository }: Site, base: string): string {
  return `<!doctype html>
<html lang="zh-Hans">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta http-equiv="Content-Security-Policy" content="${contentSecurityPolicy(repository)}" />
    <meta name="robots" content="noindex" />
    <meta name="referrer" content="same-origin" />
    <title>在线编辑_${escapeHtml(title)}</title>
    <link rel="icon" href="${base}favicon.svg" type="image/svg+xml" />
    <script src="${base}admin/sveltia-cms.js" defer></script>
    <script src="${base}admin/start.js" defer></script>
  </head>
  <body>
    <p data-desk-waiting>正在打开在线编辑……</p>
    <noscript>在线编辑要用脚本，请在浏览器设置中允许本站运行脚本，或直接修改稿件文件。</noscript>
  </body>
</html>
`;
}

function contentSecurityPolicy(repository: Site['repository']): string {
  const { api, pictures } = forgeOrigins(repository);
  const policy: Record<string, string[]> = {
    'default-src': ["'self'"],
    'script-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:', ...pictures],
    'media-src': ["'self'", 'blob:'],
    'connect-src': ["'self'", 'blob:', 'data:', ...api],
    'worker-src': ["'self'", 'blob:'],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
  };
  return Object.entries(policy).map(([name, sources]) => `${name} ${[...new Set(sources)].join(' ')}`).join('; ');
}

const escapeHtml = (text: string): string =>
  text.replace(/[&<>"]/g, (character) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[character]!);
