import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    globalSetup: ['tests/built-site.ts'],
    pool: 'forks',
    testTimeout: 20_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 20_000 } },
    // A message in Chinese is the same on every machine.
    env: { NO_COLOR: '1', FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1' },
  },
});
