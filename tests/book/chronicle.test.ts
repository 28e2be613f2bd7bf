import { expect, test } from 'vitest';
import { compileChronicle } from '../../src/book/chronicle.ts';
import { bookOf, entryText } from '../small-book.ts';

test('days come before 是月, months before 是年, earlier years first', () => {
  const book = bookOf({
    '2015/events.yaml': '- {date: 2015-04-02, text: 会议召开, district: yi}\n- {date: 2014-12, text: 方案印发}\n',
    '2015/jia/a.md': entryText('2015年，甲区办理事项。', {
      title: '甲事项',
      events: [
        { date: '2015', text: '是年之事' },
        { date: '2015-04', text: '是月之事' },
        { date: '2015-04-16', text: '十六日之事' },
        { date: '2015-11-03', text: '十一月之事' },
      ],
    }),
  });
  const chronicle = compileChronicle(book.yearbooks);
  expect(chronicle.map(({ year, months }) => [year, months.map(({ month, items }) => [month, items.map(({ text }) => text)])])).toEqual([
    ['2014', [[12, ['方案印发']]]],
    ['2015', [[4, ['会议召开', '十六日之事', '是月之事']], [11, ['十一月之事']], [undefined, ['是年之事']]]],
  ]);
  const [meeting, day] = chronicle[1]!.months[0]!.items;
  expect(meeting).toMatchObject({ district: 'yi' });
  expect(meeting!.entry).toBeUndefined();
  expect(day).toMatchObject({ district: 'jia', domain: 'economy', entry: { id: '2015/jia/a' } });
});
