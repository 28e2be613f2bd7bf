import type { z } from 'zod';
import {
  chapterSchema, districtSchema, domainSchema, looseEventSchema, matterSchema, siteSchema, sourceSchema, termSchema,
  yearbookSchema,
} from './book/schema.ts';
import { entrySchema } from './entry/schema.ts';

/** One kind of file in a content folder, for everything that explains or completes its fields. */
export interface ContentSchema {
  id: string;
  title: string;
  /** Where such a file stands, as an editor reads it. */
  path: string;
  /** The same as a pattern. */
  glob: string;
  schema: z.ZodObject;
  /** A YAML list whose items have the schema; otherwise frontmatter or one YAML object. */
  list?: boolean;
  /** What the file is for, in a sentence. */
  about: string;
}

export const contentSchemas: ContentSchema[] = [
  { id: 'entry', title: '条目', path: '年份/区/条目.md', glob: '[0-9][0-9][0-9][0-9]/*/!(district).md', schema: entrySchema, about: '一事一条，一条一个文件；年份和区由文件夹决定，不在文件里写。' },
  { id: 'chapter', title: '区篇', path: '年份/区/district.md', glob: '[0-9][0-9][0-9][0-9]/*/district.md', schema: chapterSchema, about: '一个区在这一年的概况，正文写区情和改革总述。' },
  { id: 'yearbook', title: '卷', path: '年份/yearbook.md', glob: '[0-9][0-9][0-9][0-9]/yearbook.md', schema: yearbookSchema, about: '一年一卷，正文是编辑说明。' },
  { id: 'matter', title: '卷首和卷末', path: '年份/front/*.md、年份/back/*.md', glob: '[0-9][0-9][0-9][0-9]/{front,back}/*.md', schema: matterSchema, about: '特载、凡例、编纂委员会、后记等。' },
  { id: 'events', title: '年内大事', path: '年份/events.yaml', glob: '[0-9][0-9][0-9][0-9]/events.yaml', schema: looseEventSchema, list: true, about: '不属于任何条目的大事，编入大事记。' },
  { id: 'site', title: '年鉴', path: 'site.yaml', glob: 'site.yaml', schema: siteSchema, about: '整部年鉴和网站的名片。' },
  { id: 'districts', title: '区', path: 'districts.yaml', glob: 'districts.yaml', schema: districtSchema, list: true, about: '收录哪些区；文件中的次序就是书中的次序。' },
  { id: 'domains', title: '改革领域', path: 'domains.yaml', glob: 'domains.yaml', schema: domainSchema, list: true, about: '条目归入哪些领域；文件中的次序就是书中的次序。' },
  { id: 'sources', title: '来源', path: 'sources.yaml', glob: 'sources.yaml', schema: sourceSchema, list: true, about: '条目依据的报告、报道和文件。' },
  { id: 'glossary', title: '名词解释', path: 'glossary.yaml', glob: 'glossary.yaml', schema: termSchema, list: true, about: '正文中遇到这些名词，会自动链接到解释。' },
];
