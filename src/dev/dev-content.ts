import { relative, resolve, sep } from 'node:path';
import type { AstroIntegration } from 'astro';
import { checkParts, type CheckedContent } from '../check-content.ts';
import { handOver } from '../checked-content.ts';
import { listContentFiles, readPart } from '../content-folder.ts';
import { refreshEditorFiles } from '../vscode/editor-files.ts';
import type { Settings } from '../settings.ts';

/** A clerk saves several files at once, an editor program saves in several steps. */
const SETTLE_MS = 30;

/**
 * Dev server over a content folder: a changed, added or removed file is parsed alone, the Book is made again and open
 * pages reload. Astro's own content store takes half a second longer, as it is written to disk first.
 */
export function devContent(settings: Settings): AstroIntegration {
  return {
    name: 'yearbook-dev-content',
    hooks: {
      'astro:server:setup': async ({ server }) => {
        const root = resolve(settings.contentDir);
        const files = new Map<string, Awaited<ReturnType<typeof readPart>>>();
        for (const file of await listContentFiles(root)) files.set(file, await readPart(root, file));
        let latest: CheckedContent | undefined;
        const make = () => {
          const read = [...files.values()];
          const checked = checkParts(read.flatMap(({ part }) => part ?? []), read.flatMap(({ problems }) => problems), settings, { drafts: true });
          // A site card broken for a moment must not take the pages away.
          latest = { ...checked, book: checked.book ?? latest?.book };
          handOver(latest);
        };
        make();

        const changed = new Set<string>();
        let timer: NodeJS.Timeout | undefined;
        const update = async () => {
          const present = new Set(await listContentFiles(root));
          const cameOrWent = [...changed].some((file) => present.has(file) !== files.has(file));
          for (const file of changed) {
            if (present.has(file)) files.set(file, await readPart(root, file));
            else files.delete(file);
          }
          changed.clear();
          make();
          // Completion of fields goes by a list of the files there are.
          if (cameOrWent) refreshEditorFiles(server.config.root, settings.contentDir).catch(() => undefined);
          // Astro remembers the static paths of each route until it is told that content has changed.
          for (const environment of Object.values(server.environments)) environment.hot.send('astro:content-changed', {});
          server.ws.send({ type: 'full-reload' });
        };
        server.watcher.add(root);
        server.watcher.on('all', (_, path) => {
          const file = relative(root, path).split(sep).join('/');
          if (file === '' || file.startsWith('..')) return;
          changed.add(file);
          clearTimeout(timer);
          timer = setTimeout(update, SETTLE_MS);
        });
      },
    },
  };
}
