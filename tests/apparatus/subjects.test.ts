import { expect, test } from 'vitest';
import { relatedEntries } from '../../src/book/related.ts';
import { viewSubjects } from '../../src/views/subjects.ts';
import { bookOf, contextOf } from '../small-book.ts';
import { APPARATUS } from './fixture.ts';

const book = bookOf(APPARATUS);
const context = contextOf(book);

const linesOf = (order: 'pinyin' | 'stroke') =>
  viewSubjects(context, order, 1).groups.map(({ head, lines }) => [
    head,
    ...lines.map(({ term, links, see, seeAlso }) =>
      [term, ...links.map(({ url }) => url.replace('/yearbook', '')), see && `见${see.term}`, ...seeAlso.map((one) => `参见${one.term}`)].filter(Boolean).join(' '),
    ),
  ]);

test('terms, documents, places and glossary terms in pinyin order, with 见 and 参见; one heading for both scripts', () => {
  expect(linesOf('pinyin')).toEqual([
    ['B', '丙区 /2018/bing/'],
    ['F', '放管服 /2015/jia/base/', '放管服改革 见放管服'],
    ['J', '甲区 /2015/jia/'],
    ['S', '社会组织 /2018/bing/society/', '《审批制度意见》 /2015/jia/base/ /2015/yi/hall/ /2015/yi/hall-service/'],
    ['X', '行政审批 /2015/jia/base/ /2015/yi/hall/ /2018/bing/society/'],
    ['Y', '乙区 /2015/yi/'],
    ['Z', '政务大厅 /2015/yi/hall/ 参见政务大厅延时服务', '政务大厅延时服务 /2015/yi/hall-service/', '重点事项 /2015/jia/base/'],
  ]);
});

test('the same headings in stroke order, under the number of strokes', () => {
  const heads = linesOf('stroke');
  expect(heads.map(([head]) => head)).toEqual(['一画', '五画', '六画', '七画', '八画', '九画']);
  expect(heads.flat().length).toBe(linesOf('pinyin').flat().length - 1);
  expect(heads[1]).toEqual(['五画', '丙区 /2018/bing/', '甲区 /2015/jia/']);
});

test('related entries say what they share, and leave out what is cross-referenced', () => {
  const related = (id: string) => relatedEntries(book, book.byId.get(id)!).map(({ entry, reason, shared }) => `${entry.id} ${reason}${shared ?? ''}`);
  expect(related('2015/yi/hall-service')).toEqual(['2015/jia/base 同一文件《审批制度意见》', '2015/yi/hall 同一文件《审批制度意见》']);
  expect(related('2015/jia/base')).not.toContain('2015/yi/hall');
  expect(related('2018/bing/society')).toEqual(['2015/jia/base 同一主题行政審批', '2015/yi/hall 同一主题行政審批']);
});

test('an entry that shares nothing is led to its domain elsewhere', () => {
  const lonely = bookOf({
    ...APPARATUS,
    '2015/jia/lonely.md': '---\ntitle: 独事\ndomain: economy\nsource: report\nindexTerms: [独事]\n---\n\n2015年，甲区办理独事。\n',
  });
  const found = relatedEntries(lonely, lonely.byId.get('2015/jia/lonely')!);
  expect(found.map(({ entry, reason }) => [entry.district, reason])).toEqual([['yi', '同一领域']]);
});
