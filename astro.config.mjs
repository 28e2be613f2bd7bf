import { fileURLToPath } from 'node:url';
import { unified } from '@astrojs/markdown-remark';
import sitemap from '@astrojs/sitemap';
import { defineConfig } from 'astro/config';
import { openCache } from './src/build-cache.ts';
import { devContent } from './src/dev/dev-content.ts';
import { devFiles } from './src/dev/dev-files.ts';
import { dialect } from './src/markdown/dialect.ts';
import { readSettings, settingsEnv } from './src/settings.ts';

const root = fileURLToPath(new URL('.', import.meta.url));
const { settings } = readSettings([], process.env);
// Pages read the same settings, however Astro was started.
Object.assign(process.env, settingsEnv(settings));
const cache = openCache(root, settings);

export default defineConfig({
  site: settings.site,
  base: settings.base,
  outDir: settings.outDir,
  cacheDir: `${cache}/astro`,
  trailingSlash: 'always',
  // One stylesheet for the whole site, fetched once.
  // While one page waits for the disk, others are rendered.
  build: { inlineStylesheets: 'never', assets: 'assets', concurrency: 8 },
  markdown: { processor: unified({ gfm: false, smartypants: false, remarkPlugins: dialect }), syntaxHighlight: false },
  security: {
    csp: {
      directives: ["default-src 'self'", "img-src 'self' data:", "object-src 'none'", "base-uri 'self'", "form-action 'self'"],
      // Pagefind's search core is WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  // A sitemap needs full addresses; without one there is none.
  integrations: [devContent(settings), devFiles(settings, cache), ...(settings.site ? [sitemap({ filter: (page) => !/\/(search|404|admin)\//.test(page) })] : [])],
  devToolbar: { enabled: false },
});
