import type { AppendixData, IndexGroupData } from '../pdf/appendix-data.ts';
import type { ChapterData, EntryData } from '../pdf/chapter-data.ts';
import type { VolumeData } from '../pdf/volume.ts';
import type { ChartData } from '../pdf/chart-data.ts';
import type { FigureTableData } from '../pdf/figure-data.ts';
import { escape, XhtmlWriter, xhtmlDocument } from './xhtml.ts';

/** One file of the EPUB, in reading order. */
export interface EpubPart {
  file: string;
  title: string;
  xhtml: string;
  /** Whether it stands before the contents. */
  isFront: boolean;
  /** Its own contents, for the table of contents. */
  sections: { title: string; anchor: string; entries: { title: string; anchor: string; lang: string }[] }[];
}

export const entryAnchor = (id: string): string => `e-${id.replaceAll('/', '-')}`;

const chapterFile = (id: string): string => `chapter-${id.split('/')[1]}.xhtml`;

const langOf = (lang: string): string => (lang === 'zh-Hant' ? ' lang="zh-Hant" xml:lang="zh-Hant"' : '');

/** The volume's parts in the order of the printed book. */
export function epubParts(volume: VolumeData, pictureName: (path: string) => string): EpubPart[] {
  const files = new Map(
    volume.chapters.flatMap((chapter) =>
      chapter.sections.flatMap(({ entries }) => entries.map(({ id }) => [id, `${chapterFile(chapter.id)}#${entryAnchor(id)}`] as const)),
    ),
  );
  const titles = new Map(volume.chapters.flatMap(({ sections }) => sections.flatMap(({ entries }) => entries.map(({ id, title }) => [id, title] as const))));
  const linkTo = (id: string) => files.get(id);
  const entryLinks = (ids: string[]) => ids.map((id) => `<a href="${linkTo(id)}">${escape(titles.get(id) ?? id)}</a>`).join('；');
  const writer = () => new XhtmlWriter({ linkTo, picture: (path) => `pictures/${pictureName(path)}` });
  const part = (file: string, title: string, body: string, sections: EpubPart['sections'] = [], type?: string): EpubPart => ({
    file,
    title,
    sections,
    isFront: type === 'frontmatter',
    xhtml: xhtmlDocument(title, body, type),
  });
  const matter = (file: string, { title, body }: VolumeData['front'][number], more = '', type?: string): EpubPart => {
    const own = writer();
    return part(file, title, `<section><h1>${escape(title)}</h1>\n${own.blocks(body)}\n${more}${own.footnotes()}</section>`, [], type);
  };
  const counts = `<p class="counts">${volume.counts.map(({ label, value }) => `${label} ${value}`).join('　')}</p>`;
  return [
    part('title.xhtml', volume.title, titlePage(volume), [], 'frontmatter'),
    matter('note.xhtml', { title: '编辑说明', body: volume.note }, counts, 'frontmatter'),
    ...volume.front.map((one, index) => matter(`front-${index + 1}.xhtml`, one, '', 'frontmatter')),
    ...volume.special.map((one, index) => matter(`special-${index + 1}.xhtml`, one)),
    ...(volume.appendix.chronicle.length > 0 ? [part('chronicle.xhtml', '大事记', chronicle(volume.appendix, linkTo))] : []),
    ...volume.chapters.map((chapter) => part(chapterFile(chapter.id), chapter.name, chapterBody(chapter, volume, writer(), linkTo), chapterSections(chapter))),
    ...appendixPart(volume.appendix, entryLinks, part),
    ...(volume.appendix.pinyin.length > 0 ? [part('index.xhtml', '主题索引', subjectIndex(volume.appendix.pinyin, entryLinks), [], 'backmatter')] : []),
    ...volume.back.map((one, index) => matter(`back-${index + 1}.xhtml`, one, '', 'backmatter')),
  ];
}

function titlePage(volume: VolumeData): string {
  const lines = volume.copyright.map(({ label, value }) => `<tr><th scope="row">${label}</th><td>${escape(value)}</td></tr>`).join('\n');
  return `<section epub:type="titlepage" class="title-page">
<h1>${escape(volume.title)}</h1>
${volume.subtitle ? `<p>${escape(volume.subtitle)}</p>` : ''}
<p>${escape([...volume.editors, ...(volume.editors.includes(volume.publisher) ? [] : [volume.publisher])].join('　'))}</p>
<table class="imprint"><tbody>${lines}</tbody></table>
${volume.licence ? `<p class="small">${escape(volume.licence)}</p>` : ''}
</section>`;
}

const chapterSections = (chapter: ChapterData): EpubPart['sections'] =>
  chapter.sections.map(({ name, id, entries }) => ({
    title: name,
    anchor: `d-${id}`,
    entries: entries.map((entry) => ({ title: entry.title, anchor: entryAnchor(entry.id), lang: entry.lang })),
  }));

type LinkTo = (id: string) => string | undefined;

function chapterBody(chapter: ChapterData, volume: VolumeData, writer: XhtmlWriter, linkTo: LinkTo): string {
  const sections = chapter.sections.map(
    ({ name, id, entries }) =>
      `<section id="d-${id}"><h2>${escape(name)}</h2>\n${entries.map((entry) => entryBody(entry, volume, writer, linkTo)).join('\n')}</section>`,
  );
  const headline = chapter.headline.map(({ name, value, unit }) => `<li><strong>${escape(value)}</strong>${escape(unit)}　${escape(name)}</li>`).join('\n');
  const sources = chapter.sources.map(({ text, url }) => `<li>${url ? `<a href="${escape(url)}">${escape(text)}</a>` : escape(text)}</li>`).join('\n');
  return `<section epub:type="chapter">
<p class="small">${escape(chapter.place)}</p>
<h1>${escape(chapter.name)}</h1>
<div${langOf(chapter.lang)}>
${chapter.summary ? `<p class="summary">${escape(chapter.summary)}</p>` : ''}
${headline ? `<ul class="headline">${headline}</ul>` : ''}
${writer.blocks(chapter.body)}
</div>
${sections.join('\n')}
${sources ? `<section><h2>资料来源</h2><ol>${sources}</ol></section>` : ''}
${writer.footnotes()}
</section>`;
}

function entryBody(entry: EntryData, volume: VolumeData, writer: XhtmlWriter, linkTo: LinkTo): string {
  const see = entry.see.map(({ id, title, district, why, back }) => {
    const href = linkTo(id);
    const shown = escape(`${district ? `${district}·` : ''}${title}`);
    const link = href ? `<a href="${href}">${shown}</a>` : shown;
    const volumeTitle = volume.outside[id]?.volume;
    return { back, line: `${link}${why ? `（${escape(why)}）` : ''}${volumeTitle ? `，${entry.lang === 'zh-Hant' ? '見' : '见'}《${escape(volumeTitle)}》` : ''}` };
  });
  const words = wordsOf(entry.lang);
  const tail = (label: string, lines: string[]) => (lines.length > 0 ? `<p class="tail">${label}　${lines.join('；')}</p>` : '');
  return `<section id="${entryAnchor(entry.id)}"${langOf(entry.lang)}>
<h3>【${escape(entry.title)}】</h3>
${entry.pilot ? `<p class="small">${escape(entry.pilot)}</p>` : ''}
${writer.blocks(entry.body)}
${entry.table ? figureTable(entry.table, words) : ''}
${entry.charts.map(chart).join('\n')}
${tail(words.figures, entry.figureNotes.map(escape))}
${tail(words.see, see.filter(({ back }) => !back).map(({ line }) => line))}
${tail(words.seenFrom, see.filter(({ back }) => back).map(({ line }) => line))}
${tail(words.sources, entry.sources.map((number) => `〔${number}〕`))}
${tail(words.errata, entry.errata.map(escape))}
</section>`;
}

type Words = Record<'figures' | 'see' | 'seenFrom' | 'sources' | 'errata' | FigureTableData['columns'][number], string>;

/** The book's own words in an entry, in the script of the entry. */
const WORDS: Record<string, Words> = {
  'zh-Hans': { figures: '数据', see: '参见', seenFrom: '被参见', sources: '来源', errata: '勘误', name: '指标', before: '前值', value: '数值', change: '变化', date: '截至', note: '说明' },
  'zh-Hant': { figures: '數據', see: '參見', seenFrom: '被參見', sources: '來源', errata: '勘誤', name: '指標', before: '前值', value: '數值', change: '變化', date: '截至', note: '說明' },
};

const wordsOf = (lang: string): Words => WORDS[lang] ?? WORDS['zh-Hans']!;

function figureTable({ caption, columns, rows }: FigureTableData, words: Words): string {
  const head = columns.map((column) => `<th scope="col">${words[column]}</th>`).join('');
  const body = rows.map((row) => `<tr>${columns.map((column) => `<td>${escape(row[column] ?? '')}</td>`).join('')}</tr>`).join('\n');
  return `<table><caption>${escape(caption)}</caption><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

/** A chart in words: a reading system may be any size, and the sentence says all of it. */
const chart = ({ caption, alt }: ChartData): string => `<p class="tail">${escape(caption)}　${escape(alt)}</p>`;

function chronicle({ chronicle: years }: AppendixData, linkTo: LinkTo): string {
  const item = ({ day, text, lang, id, district }: AppendixData['chronicle'][number]['months'][number]['items'][number]) => {
    const shown = district ? `（${id && linkTo(id) ? `<a href="${linkTo(id)}">${escape(district)}</a>` : escape(district)}）` : '';
    return `<li${langOf(lang)}>${day ? `<strong>${day}</strong>　` : ''}${escape(text)}${shown}</li>`;
  };
  const body = years.map(
    ({ year, months }) =>
      `<section><h2>${year}年</h2>\n${months.map(({ head, items }) => `<h3>${head}</h3><ul class="plain">${items.map(item).join('\n')}</ul>`).join('\n')}</section>`,
  );
  return `<section><h1>大事记</h1>\n${body.join('\n')}</section>`;
}

function appendixPart(appendix: AppendixData, entryLinks: (ids: string[]) => string, part: (file: string, title: string, body: string, sections?: EpubPart['sections'], type?: string) => EpubPart): EpubPart[] {
  const list = (id: string, title: string, rows: string[]) => (rows.length > 0 ? { id, title, body: `<ul class="plain">${rows.join('\n')}</ul>` } : undefined);
  const sections = [
    list('documents', '文件目录', appendix.documents.map(({ title, lang, details, ids }) => `<li><span${langOf(lang)}>${escape(title)}</span>${details ? `　${escape(details)}` : ''}　${entryLinks(ids)}</li>`)),
    list('figures', '数据总表', appendix.figures.flatMap(({ chapter, domains }) => domains.flatMap(({ rows }) => rows.map(({ id, lang, name, value, before, date }) =>
      `<li>${escape(chapter)}　<span${langOf(lang)}>${escape(name)}　${before ? `${escape(before)}→` : ''}${escape(value)}</span>${date ? `（${escape(date)}）` : ''}　${entryLinks([id])}</li>`)))),
    list('pilots', '试点名录', appendix.pilots.map(({ level, name, lang, details, district, id }) => `<li>${level}　<span${langOf(lang)}>${escape(name)}</span>　${escape([district, details].filter(Boolean).join('，'))}　${entryLinks([id])}</li>`)),
    list('glossary', '名词解释', appendix.glossary.map(({ term, definition, ids }) => `<li><strong>${escape(term)}</strong>　${escape(definition)}　${entryLinks(ids)}</li>`)),
    list('errata', '勘误', appendix.errata.map(({ volume, title, was, now, date }) => `<li>《${escape(volume)}》${escape(title)}：“${escape(was)}”应为“${escape(now)}”（${escape(date)}）</li>`)),
  ].filter((section) => section !== undefined);
  if (sections.length === 0) return [];
  const body = sections.map(({ id, title, body: rows }) => `<section id="${id}"><h2>${title}</h2>${rows}</section>`).join('\n');
  const contents = sections.map(({ id, title }) => ({ title, anchor: id, entries: [] }));
  return [part('appendix.xhtml', '附录', `<section epub:type="appendix"><h1>附录</h1>\n${body}</section>`, contents, 'backmatter')];
}

function indexTarget({ ids, chapters, see, seeAlso }: IndexGroupData['items'][number], entryLinks: (ids: string[]) => string): string {
  if (see !== undefined) return `见 ${escape(see)}`;
  const links = chapters.map((id) => `<a href="${chapterFile(id)}">区篇</a>`).join('；') || entryLinks(ids);
  return seeAlso.length > 0 ? `${links}　参见 ${seeAlso.map(escape).join('、')}` : links;
}

function subjectIndex(groups: IndexGroupData[], entryLinks: (ids: string[]) => string): string {
  const body = groups.map(
    ({ head, items }) =>
      `<section><h2>${escape(head)}</h2><ul class="plain">${items.map((item) => `<li><span${langOf(item.lang)}>${escape(item.term)}</span>　${indexTarget(item, entryLinks)}</li>`).join('\n')}</ul></section>`,
  );
  return `<section role="doc-index"><h1>主题索引</h1>\n${body.join('\n')}</section>`;
}
