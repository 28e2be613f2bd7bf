import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { ROOT } from '../run-script.ts';

interface Step { name?: string; run?: string; uses?: string }
interface Workflow { jobs: { build: { steps: Step[] }; publish: { needs: string } } }
type Pipeline = Record<string, { script?: string[]; before_script?: string[] }>;

const read = (name: string): string => readFileSync(join(ROOT, 'src/ci-files', name), 'utf8');
const bash = promisify(execFile);

it('GitHub checks before it builds, and publishes only what was built', () => {
  const { jobs } = parse(read('github.yml')) as Workflow;
  const names = jobs.build.steps.map(({ name, uses }) => name ?? uses!.replace(/@.*/, ''));
  expect(names.filter((name) => ['检查', '构建', '预览', '交付发布'].includes(name))).toEqual(['检查', '构建', '预览', '交付发布']);
  expect(jobs.publish.needs).toBe('build');
});

it('both run the scripts of the generator with options they know', async () => {
  const github = (parse(read('github.yml')) as Workflow).jobs.build.steps.find(({ name }) => name === '检查')!.run!;
  const gitlab = (parse(read('gitlab.yml')) as Pipeline)['check']!.script!.join('\n');
  const folder = await temporaryFolder();
  try {
    await writeContent(join(folder, 'content'));
    await mkdir(join(folder, 'tmp'));
    await symlink(ROOT, join(folder, 'tmp/generator'));
    const env = { PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}`, CONTENT: 'content', RUNNER_TEMP: join(folder, 'tmp'), GENERATOR_DIR: join(folder, 'tmp/generator') };
    for (const script of [github, gitlab]) {
      const { stdout } = await bash('bash', ['-euc', script], { cwd: folder, env });
      expect(stdout).not.toContain('error');
    }
  } finally {
    await removeFolder(folder);
  }
}, 60_000);

it('GitHub builds beside the manuscript, whose folder is not the generator\'s', async () => {
  const step = (parse(read('github.yml')) as Workflow).jobs.build.steps.find(({ name }) => name === '构建')!.run!;
  const folder = await temporaryFolder();
  try {
    const manuscript = join(folder, 'manuscript');
    await writeContent(join(manuscript, 'content'));
    await mkdir(join(folder, 'tmp'));
    await symlink(ROOT, join(folder, 'tmp/generator'));
    const address = 'https://owner.example.cn/yearbook';
    const env = { PATH: `${join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}`, CONTENT: 'content', RUNNER_TEMP: join(folder, 'tmp'), SITE: address, BASE: address, PDF: 'none' };
    await bash('bash', ['-euc', step], { cwd: manuscript, env });
    expect(readFileSync(join(folder, 'tmp/site/index.html'), 'utf8')).toContain(`href="${address}/"`);
    expect(await readdir(manuscript)).toEqual(['content']);
  } finally {
    await removeFolder(folder);
  }
}, 60_000);
