import { describe, expect, it } from 'vitest';
import { checkName, draftConflict, type HeldEntry } from '../../src/admin/browser/draft-conflict.ts';
import { insecure, refused, unreachable } from '../../src/admin/browser/forge-answers.ts';
import { fileShapes } from '../../src/admin/content-shape.ts';
import { readContentText } from '../../src/admin/content-text.ts';

const entry = fileShapes()['entry']!;
const held = (title: string, more: object = {}): HeldEntry => ({
  locales: { _default: { path: '2015/jia/base.md', content: { ...readContentText(`---\ntitle: ${title}\nsource: report\n---\n\n占3~5成。\n`, entry), ...more } } },
});
const draft = (title: string): HeldEntry => ({ ...held(title), workflow: {}, commitAuthor: { name: '编辑甲' } });

describe('what stands in the repository against what was opened', () => {
  it('is the same where only the form’s own ways differ', () => {
    expect(draftConflict(held('甲', { summary: '', lead: [], body: '占3\\~5成。 ', yearbookWritten: 'title: 旧' }), [], [held('甲')])).toBeUndefined();
  });

  it('is the draft, where there is one, and else the manuscript', () => {
    expect(draftConflict(held('甲'), [draft('乙')], [held('甲')])).toMatchObject({ type: 'modified', entry: { commitAuthor: undefined } });
    expect(draftConflict(draft('乙'), [draft('乙')], [held('甲')])).toBeUndefined();
    expect(draftConflict(held('甲'), [], [held('乙')])).toMatchObject({ type: 'modified' });
    expect(draftConflict(held('甲'), [], [])).toEqual({ type: 'deleted' });
  });

  it('refuses the file name of another entry for a new one', () => {
    expect(() => checkName(held('甲'), [draft('乙')])).toThrow('saving_failed');
    expect(() => checkName(held('甲'), [])).not.toThrow();
  });
});

describe('what a forge answers, for a clerk', () => {
  it.each([
    [403, 'Resource not accessible by personal access token', '访问令牌没有这项权限，请换一个有读写权限的令牌（403 Resource not accessible by personal access token）。'],
    [503, '', '平台出了故障，请稍后再试（503）。'],
    [200, 'Something went wrong', '稿件仓库没有接受这次操作（Something went wrong）。'],
  ])('%i', (status, said, sentence) => expect(refused(status, said)).toBe(sentence));

  it('names the host that does not answer, or must not be given a token', () => {
    expect(unreachable('https://git.example.cn/api/v1/user')).toContain('连不上 git.example.cn');
    expect(insecure('http://10.0.0.5:3000/api/v1/user')).toContain('http://10.0.0.5:3000 不是 https 网址');
  });
});
