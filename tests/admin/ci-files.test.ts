import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import { removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { ROOT } from '../run-script.ts';
import { SMALL_BOOK } from '../small-book.ts';

interface Step { name?: string; run?: string; uses?: string; if?: string; env?: Record<string, string> }
interface Workflow { jobs: Record<'build' | 'publish', { steps: Step[]; if?: string; needs?: string; permissions: Record<string, string> }> }
interface Job { script: string[]; artifacts: { expose_as?: string; paths?: string[]; reports?: { codequality: string } } }
type Pipeline = Record<'check' | 'preview' | 'pages', Job> & { '.generator': { before_script: string[] } };

const read = (name: string): unknown => parse(readFileSync(join(ROOT, 'src/ci-files', name), 'utf8'));
const github = read('github.yml') as Workflow;
const gitlab = read('gitlab.yml') as Pipeline;
const ADDRESS = 'https://owner.example.cn/nianjian';
const FAULTY = { '2015/jia/base.md': SMALL_BOOK['2015/jia/base.md']!.replace('domain: economy', 'domain: ecnomy') };

let folder: string;
let env: Record<string, string>;
beforeEach(async () => {
  folder = await temporaryFolder();
  // What comes over the network is played: `git clone` lays the generator that is being tested, `npm install` has nothing to add.
  await mkdir(join(folder, 'bin'));
  await mkdir(join(folder, 'runner'));
  await writeFile(join(folder, 'bin/git'), `#!/bin/sh\nfor last; do :; done\nln -s '${ROOT}' "$last"\n`);
  await writeFile(join(folder, 'bin/npm'), '#!/bin/sh\n');
  await chmod(join(folder, 'bin/git'), 0o755);
  await chmod(join(folder, 'bin/npm'), 0o755);
  env = { PATH: `${join(folder, 'bin')}:${join(ROOT, 'node_modules/.bin')}:${process.env['PATH']}`, YEARBOOK_GENERATOR: 'https://git.example.cn/generator', TMPDIR: folder, PDF: 'none' };
});
afterEach(() => removeFolder(folder));

/** One shell as a runner starts it; a step that fails gives its code and what it said. */
const shell = (script: string, more: Record<string, string> = {}) =>
  promisify(execFile)('bash', ['-e', '-c', script], { cwd: join(folder, 'manuscript'), env: { ...env, ...more } })
    .then(({ stdout }) => ({ code: 0, stdout }), ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }));

/** Runs what GitHub runs on the default branch or on another, up to the first step that fails. */
async function runGithub(onDefault: boolean) {
  const GITHUB_ENV = join(folder, 'runner/env');
  await writeFile(GITHUB_ENV, '');
  const holds = { 'github.ref_name == github.event.repository.default_branch': onDefault, 'github.ref_name != github.event.repository.default_branch': !onDefault };
  const done: string[] = [];
  let said = '';
  for (const step of github.jobs.build.steps) {
    if (step.if && !holds[step.if as keyof typeof holds]) continue;
    done.push(step.name ?? step.uses!.replace(/@.*/, ''));
    if (!step.run) continue;
    const exported = Object.fromEntries((await readFile(GITHUB_ENV, 'utf8')).split('\n').filter(Boolean).map((line) => line.split(/=(.*)/s).slice(0, 2)));
    const own = Object.fromEntries(Object.keys(step.env ?? {}).map((key) => [key, onDefault ? ADDRESS : '']));
    const { code, stdout } = await shell(step.run, { RUNNER_TEMP: join(folder, 'runner'), GITHUB_WORKSPACE: join(folder, 'manuscript'), GITHUB_ENV, ...exported, ...own });
    said += stdout;
    if (code !== 0) return { done, said, failed: true };
  }
  return { done, said, failed: false };
}

const runGitlab = (job: 'check' | 'preview' | 'pages', more: Record<string, string> = {}) =>
  shell([...gitlab['.generator'].before_script, ...gitlab[job].script].join('\n'), { CI_PROJECT_DIR: join(folder, 'manuscript'), CI_PROJECT_PATH: 'office/team/nianjian', CI_JOB_ID: '7', ...more });

it('GitHub, default branch: content at the top of the repository is built for its address and published', async () => {
  await writeContent(join(folder, 'manuscript'));
  const { done, failed } = await runGithub(true);
  expect(failed).toBe(false);
  expect(done).toEqual(['actions/checkout', 'actions/setup-node', '取生成程序', 'actions/cache', '安装', '检查', '网站地址', '构建', '交付发布']);
  expect(readFileSync(join(folder, 'runner/site/index.html'), 'utf8')).toContain(`href="${ADDRESS}/"`);
  expect((await readdir(join(folder, 'manuscript'))).sort()).toEqual(['2015', 'districts.yaml', 'domains.yaml', 'glossary.yaml', 'site.yaml', 'sources.yaml']);
  expect(github.jobs.publish).toMatchObject({ needs: 'build', if: 'github.ref_name == github.event.repository.default_branch' });
}, 60_000);

it('GitHub, merge request: an error stands at its line and stops all that follows', async () => {
  await writeContent(join(folder, 'manuscript/content'), FAULTY);
  const { done, said, failed } = await runGithub(false);
  expect(failed).toBe(true);
  expect(done.at(-1)).toBe('检查');
  expect(said).toMatch(/^::error file=content\/2015\/jia\/base\.md,line=\d+,col=\d+,title=book\/domain::/m);
});

it('a merge request from a fork is told nothing secret, and only publishing may write', () => {
  expect(readFileSync(join(ROOT, 'src/ci-files/github.yml'), 'utf8')).not.toMatch(/secrets\.|vars\.|pull_request_target/);
  expect(github.jobs.build.permissions).toEqual({ contents: 'read', pages: 'read' });
});

it('GitLab, merge request: the report is written whether the check passes or not', async () => {
  await writeContent(join(folder, 'manuscript'), FAULTY);
  const { code, stdout } = await runGitlab('check');
  expect(code).toBe(1);
  expect(stdout).toContain('2015/jia/base.md:');
  const report = JSON.parse(await readFile(join(folder, 'manuscript', gitlab.check.artifacts.reports!.codequality), 'utf8'));
  expect(report).toContainEqual(expect.objectContaining({ check_name: 'book/domain', location: { path: '2015/jia/base.md', lines: { begin: expect.any(Number) } } }));
});

it('GitLab, merge request: the preview is built for the address at which GitLab shows it', async () => {
  await writeContent(join(folder, 'manuscript/content'));
  expect((await runGitlab('preview')).code).toBe(0);
  expect(readFileSync(join(folder, 'manuscript/preview/index.html'), 'utf8')).toContain('"/-/team/nianjian/-/jobs/7/artifacts/preview/search/"');
  expect(gitlab.preview.artifacts).toMatchObject({ paths: ['preview/'], expose_as: expect.stringMatching(/^\w[-\w ]*$/) });
  expect((await readdir(folder)).filter((name) => name.startsWith('tmp.'))).toEqual([]);
}, 60_000);

it.each([['GitHub', () => runGithub(false).then(({ said }) => said)], ['GitLab', () => runGitlab('check').then(({ stdout }) => stdout)]])('%s: where the generator is has not been written yet', async (_, run) => {
  await writeContent(join(folder, 'manuscript'));
  env['YEARBOOK_GENERATOR'] = '';
  expect(await run()).toMatch(/写下 YEARBOOK_GENERATOR/);
});
