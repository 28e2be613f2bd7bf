import { Converter } from 'opencc-js/cn2t';
import { entryText } from '../../small-book.ts';
import { randomFrom } from '../../../scripts/random-from.ts';

/**
 * Few characters in many orders: what is near a match, repeats or crosses a border occurs all the time. No 乾坤: there
 * OpenCC keeps the 乾 that it makes 干 elsewhere, and the search joins the two everywhere.
 */
const WORDS = [
  '改革', '社区', '放管服', '改', '革', '区', '甲区', '乙区', '试点', '点试', '发展', '头发', '后来', '皇后', '里程', '年', '2015年', '68.7%',
  'PPP', '互联网+', '1+5+3', '人人', '人人人', '好象', '干部', '着力', '台湾', '复查', '覆盖', '“放管服”', '《办法》', '（试行）',
];
const STOPS = ['，', '。', '、', '；', '：', '！'];

/** Files of `number` entries of the small book, a sixth of them in Traditional script. */
export function generatedEntries(number: number): Record<string, string> {
  const random = randomFrom(number);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!;
  const traditional = Converter({ from: 'cn', to: 'hk' });
  const clause = () => Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(WORDS)).join('');
  const paragraph = () => Array.from({ length: 3 + Math.floor(random() * 8) }, () => clause() + pick(STOPS)).join('');
  return Object.fromEntries(
    Array.from({ length: number }, (_, index) => {
      const written = random() < 1 / 6 ? traditional : (text: string) => text;
      const title = written(clause().replace(/[%.+]/g, ''));
      return [`2015/jia/e${index}.md`, entryText(written(`${paragraph()}\n\n${paragraph()}`), { title })];
    }),
  );
}
