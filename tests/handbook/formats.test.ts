import { expect, test } from 'vitest';
import { pathIn, problem } from '../../src/problem.ts';
import { problemFormats } from '../../src/problem-formats.ts';
import { removeFolder, temporaryFolder, writeContent } from '../content-on-disk.ts';
import { runScript } from '../run-script.ts';

const problems = [
  problem('book/see', { file: '2024/a,b/x.md', line: 8, column: 5 }, { value: '50%', suggestion: '请核对' }),
  problem('style/praise', { file: '2024/jia/y.md', line: 9, column: 1 }, { value: '显著' }),
];

test('github: one command a problem, escaped', () => {
  expect(problemFormats['github']!(problems, 'content').split('\n')).toEqual([
    '::error file=content/2024/a%2Cb/x.md,line=8,col=5,title=book/see::参见“50%25”不存在；请核对',
    '::warning file=content/2024/jia/y.md,line=9,col=1,title=style/praise::“显著”是评价用语；请删去，让事实和数据说话',
  ]);
});

test('gitlab: a fingerprint of its own for each problem, the same when lines above are added', () => {
  const twice = [...problems, problems[1]!];
  const report = JSON.parse(problemFormats['gitlab']!(twice, './content')) as { fingerprint: string }[];
  expect(report[0]).toEqual({
    description: '参见“50%”不存在；请核对', check_name: 'book/see', fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/), severity: 'major',
    location: { path: 'content/2024/a,b/x.md', lines: { begin: 8 } },
  });
  const prints = (found: typeof problems) => (JSON.parse(problemFormats['gitlab']!(found, 'content')) as typeof report).map(({ fingerprint }) => fingerprint);
  expect(new Set(prints(twice)).size).toBe(3);
  expect(prints(twice.map((found) => ({ ...found, line: found.line + 5 })))).toEqual(prints(twice));
});

test.each([['content', 'content/x.md'], ['./content/', 'content/x.md'], ['.', 'x.md'], ['./', 'x.md'], ['../稿件', '../稿件/x.md'], ['/srv/稿件/', '/srv/稿件/x.md']])(
  'the folder “%s” in a path that a forge can link', (folder, path) => {
    expect(pathIn(folder, 'x.md')).toBe(path);
  },
);

test('json: the problems themselves', () => {
  expect(JSON.parse(problemFormats['json']!(problems, 'content'))[1]).toEqual({
    file: 'content/2024/jia/y.md', line: 9, column: 1, rule: 'style/praise', severity: 'advice',
    what: '“显著”是评价用语', mend: '请删去，让事实和数据说话',
  });
});

test('sarif: rules once, results with their places', () => {
  const { version, runs } = JSON.parse(problemFormats['sarif']!(problems, 'content'));
  expect(version).toBe('2.1.0');
  expect(runs[0].tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual(['book/see', 'style/praise']);
  expect(runs[0].results.map(({ ruleId, level }: { ruleId: string; level: string }) => [ruleId, level])).toEqual([['book/see', 'error'], ['style/praise', 'note']]);
  expect(runs[0].results[0].locations[0].physicalLocation).toEqual({
    artifactLocation: { uri: 'content/2024/a%2Cb/x.md' }, region: { startLine: 8, startColumn: 5 },
  });
});

test('sarif: what version 2.1.0 asks of a log', () => {
  const log = JSON.parse(problemFormats['sarif']!([...problems, problem('file/missing', { file: '', line: 0, column: 0 }, {})], '/srv/年鉴 内容'));
  expect(log).toMatchObject({ $schema: expect.stringMatching(/^https:.*sarif.*2\.1\.0/), version: '2.1.0' });
  expect(log.runs).toHaveLength(1);
  const [{ tool: { driver }, results, columnKind }] = log.runs;
  expect(columnKind).toBe('utf16CodeUnits');
  expect(driver.name).toMatch(/./);
  const ids = driver.rules.map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const rule of driver.rules) {
    expect(rule).toEqual({
      id: expect.stringMatching(/^[a-z]+\/[a-z-]+$/), shortDescription: { text: expect.stringMatching(/^[^{}]+$/) }, help: { text: expect.stringMatching(/^[^{}]+$/) },
      defaultConfiguration: { level: expect.stringMatching(/^(?:none|note|warning|error)$/) },
    });
  }
  for (const result of results) {
    expect(ids).toContain(result.ruleId);
    expect(result.level).toMatch(/^(?:none|note|warning|error)$/);
    expect(result.message.text).toMatch(/./);
    expect(result.locations).toHaveLength(1);
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    expect(artifactLocation.uri).toMatch(/^file:\/\/\/srv\/%E5%B9%B4[\x21-\x7e]*$/);
    expect(Object.values(region).every((place) => Number.isInteger(place) && Number(place) >= 1)).toBe(true);
  }
});

test('npm run check: the format asked for, the hint, a wrong format', async () => {
  const folder = await temporaryFolder();
  try {
    await writeContent(folder, { '2015/jia/item.md': '---\ntitle: 事项\ndomain: economy\nsource: report\nindexTerms: [甲, 乙]\n---\n\n目前设窗口。\n' });
    const plain = await runScript('check', ['--content', folder]);
    expect(plain.code).toBe(0);
    expect(plain.stdout).toContain('item.md:8:1 “目前”没有确指时间');
    expect(plain.stdout).toContain('https://yearbook.example.cn/handbook/rules/');
    const json = await runScript('check', ['--content', folder, '--format', 'json']);
    expect(JSON.parse(json.stdout)).toMatchObject([{ rule: 'style/vague-time', line: 8 }]);
    const github = await runScript('check', ['--content', folder], { GITHUB_ACTIONS: 'true' });
    expect(github.stdout).toMatch(/^::warning file=/);
    const wrong = await runScript('check', ['--content', folder, '--format', 'xml']);
    expect([wrong.code, wrong.output]).toEqual([1, '--format 的值“xml”不对；可写 github、gitlab、json、sarif\n']);
  } finally {
    await removeFolder(folder);
  }
});
