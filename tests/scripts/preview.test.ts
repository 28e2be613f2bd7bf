import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { removeFolder, temporaryFolder } from '../content-on-disk.ts';
import { ROOT } from '../run-script.ts';

/** A site as it comes from elsewhere, such as the preview of a merge request: nobody says for which base it was built. */
test.each([['/nianjian/', ''], ['/', '2015/']])('a site built for %s is shown there, from whatever folder', async (base, page) => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '预览/2015'), { recursive: true });
  await writeFile(join(folder, '预览/index.html'), `<script data-base="${base}script/"></script>首页`);
  await writeFile(join(folder, '预览/2015/index.html'), '卷');
  const server = spawn(process.execPath, [join(ROOT, 'scripts/preview.ts'), '--out', '预览', '--port', '0'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    const address = await new Promise<string>((found) => {
      let said = '';
      server.stdout.setEncoding('utf8').on('data', (text: string) => {
        said += text;
        const [, url] = /网站地址：(\S+?)（/.exec(said) ?? [];
        if (url) found(url);
      });
    });
    expect(new URL(address).pathname).toBe(base);
    expect((await fetch(address + page)).status).toBe(200);
  } finally {
    server.kill();
    await removeFolder(folder);
  }
}, 30_000);
