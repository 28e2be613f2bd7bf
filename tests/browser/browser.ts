import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { chromium as playwright, type Browser } from 'playwright-core';

const require = createRequire(import.meta.url);

/**
 * A real Chromium that comes by npm, with the Chinese font that comes by npm; on systems the package has no binary for
 * (macOS, Windows) the installed Chrome.
 */
export async function launchBrowser(more: string[] = []): Promise<Browser> {
  if (process.platform !== 'linux') return playwright.launch({ channel: 'chrome', args: more });
  process.env['FONTCONFIG_FILE'] = writeFontConfig();
  // Makes the package unpack the libraries (NSS and others) that a bare machine lacks.
  process.env['AWS_LAMBDA_JS_RUNTIME'] = 'nodejs24.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const libraries = [process.env['LD_LIBRARY_PATH'], join(tmpdir(), 'al2023', 'lib')].filter(Boolean).join(':');
  // The package's default arguments switch web security off and run a single process, which a closing context kills.
  return playwright.launch({
    executablePath,
    env: { ...process.env, LD_LIBRARY_PATH: libraries } as Record<string, string>,
    args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', ...more],
  });
}

function writeFontConfig(): string {
  const folder = mkdtempSync(join(tmpdir(), 'yearbook-fonts-'));
  const fonts = ['@expo-google-fonts/noto-serif-sc', '@expo-google-fonts/noto-sans-sc']
    .map((name) => {
      try {
        return dirname(require.resolve(`${name}/package.json`));
      } catch {
        return '';
      }
    })
    .filter((path) => path && existsSync(path));
  const file = join(folder, 'fonts.conf');
  const directories = fonts.map((path) => `<dir>${path}</dir>`).join('');
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${directories}<cachedir>${folder}/cache</cachedir></fontconfig>`,
  );
  return file;
}
