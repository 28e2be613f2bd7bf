import type { Book } from '../../book/book.ts';
import type { Urls } from '../../urls.ts';

/** `/llms.txt` (llmstxt.org): what the site holds and where the data lies, for programs that read prose. */
export function renderLlmsTxt(book: Book, urls: Urls, origin = ''): string {
  const { title, publisher, description, licence } = book.site;
  const link = (name: string, url: string, note: string) => `- [${name}](${origin}${url}): ${note}`;
  const sections: [string, string[]][] = [
    [
      '卷册',
      book.yearbooks.map(({ year, fields, chapters, entries }) =>
        link(fields.title, urls.year(year), `记述${year}年，${chapters.length}个区篇，${entries.length}个条目`),
      ),
    ],
    [
      '开放数据',
      [
        link('entries.json', urls.data('entries.json'), '全部条目的字段和正文'),
        link('figures.csv', urls.data('figures.csv'), '全部数据'),
        link('documents.csv', urls.data('documents.csv'), '条目引用的文件'),
        link('events.csv', urls.data('events.csv'), '大事'),
        link('pilots.csv', urls.data('pilots.csv'), '改革试点'),
        link('datapackage.json', urls.data('datapackage.json'), '各表各列的说明（Frictionless Data Package）'),
      ],
    ],
    [
      '查阅',
      [
        link('区', urls.section('districts'), '各区各年的条目'),
        link('改革领域', urls.section('domains'), '同一领域各区对照'),
        link('大事记', urls.section('chronicle'), '按年月排列'),
        link('主题索引', urls.section('subjects'), '按拼音和笔画排列'),
        link('名词解释', urls.section('glossary'), '专门用语'),
        link('勘误', urls.section('errata'), '已经更正的错误'),
      ],
    ],
  ];
  return [
    `# ${title}`,
    '',
    `> ${description ?? title}`,
    '',
    `编者：${publisher}。${licence ? `${licence}。` : ''}引用时请注明条目标题、卷名和网址；每个条目页附有引文和 cite.bib、cite.ris、cite.json。`,
    ...sections.flatMap(([head, lines]) => ['', `## ${head}`, '', ...lines]),
    '',
  ].join('\n');
}
