import type { Book, Yearbook } from '../book/book.ts';
import { contentSchemas, type ContentSchema } from '../content-schemas.ts';
import { cmsFields, type CmsField, type References } from './cms-field.ts';
import { isMarkdown } from './content-shape.ts';
import { BODY, ITEMS } from './content-text.ts';
import { diskBackend, forgeBackend, type CmsBackend } from './repository.ts';

/** Configuration of the browser editor, as its JSON schema (`schema/sveltia-cms.json` of the package) has it. */
export interface CmsConfig {
  backend: CmsBackend;
  collections: CmsCollection[];
  [option: string]: unknown;
}

export type CmsCollection = { name: string; label: string; folder?: string; files?: CmsFile[]; fields?: CmsField[] } & Record<string, unknown>;

export interface CmsFile {
  name: string;
  label: string;
  file: string;
  format: string;
  fields: CmsField[];
}

/** Forges on which drafts are branches of their own, with a board to review them on. */
const WITH_WORKFLOW = new Set(['github', 'gitlab']);

const REFERENCES: References = {
  domain: { collection: 'lists', file: 'domains', value_field: `${ITEMS}.*.slug`, display_fields: [`${ITEMS}.*.name`] },
  district: { collection: 'lists', file: 'districts', value_field: `${ITEMS}.*.slug`, display_fields: [`${ITEMS}.*.name`] },
  source: { collection: 'lists', file: 'sources', value_field: `${ITEMS}.*.id`, display_fields: [`${ITEMS}.*.title`] },
  'see.id': { collection: 'entries', value_field: '{{slug}}', display_fields: ['title'] },
};

/** Name under which the reading and writing of a kind of file is known to the editor program, which expects this ending for `.md`. */
export const formatName = (id: string): string => `yearbook-${id}${isMarkdown(schemaOf(id)) ? '-frontmatter' : ''}`;

/** Where the content stands: the root of a repository with a folder inside it, or (`''`) the folder itself. */
export const contentRoot = ({ site }: Book): string => site.repository?.folder?.replace(/^\.?\/|\/$/g, '').replace(/^\.$/, '') ?? '';

/**
 * The form of every content file, made from the schemas and from what the Book holds. `folder` is the name of the content
 * folder on the editor's disk, for a site without a repository.
 */
export function cmsConfig(book: Book, { base, folder }: { base: string; folder: string }): CmsConfig {
  const { repository } = book.site;
  const root = contentRoot(book);
  const inRoot = (path: string) => (root ? `${root}/${path}` : path);
  const workflow = repository !== undefined && WITH_WORKFLOW.has(repository.provider);
  return {
    load_config_file: false,
    backend: repository ? forgeBackend(repository) : diskBackend(folder),
    publish_mode: workflow ? 'editorial_workflow' : 'simple',
    app_title: `${book.site.title} · 在线编辑`,
    logo: { src: `${base}favicon.svg` },
    display_url: base,
    show_preview_links: false,
    media_folder: inRoot('pictures'),
    media_libraries: { stock_assets: { providers: [] } },
    slug: { encoding: 'ascii', clean_accents: true },
    output: { omit_empty_optional_fields: true },
    editor: { preview: false },
    collections: [entries(book, root), volumes(book, inRoot), ...matters(book, inRoot), lists(inRoot)],
  };
}

function entries(book: Book, root: string): CmsCollection {
  const kind = schemaOf('entry');
  const domains = book.domains.map(({ slug, name }) => ({ name: `domain-${slug}`, label: name, field: 'domain', eq: slug }));
  return {
    name: 'entries',
    label: kind.title,
    label_singular: kind.title,
    description: kind.about,
    icon: 'article',
    folder: root || '.',
    extension: 'md',
    format: formatName('entry'),
    // Chapters and volumes stand in the same folders; a domain is what only entries have
    // (what is absent is tested as `null`).
    filter: { field: 'domain', pattern: '^(?!null$)' },
    // An entry is `<year>/<district>/<slug>.md`: what the editor program calls its slug is our id.
    nested: { depth: 3, subfolders: false },
    meta: { path: {} },
    slug: slugAs('approval-reform'),
    summary: '{{title}}',
    sortable_fields: { fields: ['title', 'domain', 'order'] },
    view_filters: { filters: [{ name: 'draft', label: '未定稿', field: 'state', eq: 'draft' }, ...domains] },
    view_groups: { groups: [{ name: 'domain', label: '改革领域', field: 'domain' }, { name: 'source', label: '来源', field: 'source' }] },
    // Pictures stand beside the entry.
    media_folder: '',
    public_folder: '',
    thumbnail: false,
    fields: formOf(kind),
  };
}

/** A name for a file is given when the file is made. */
const slugAs = (example: string) => ({
  editable: ['create'],
  hint: `网址里的名字：小写字母、数字、连字符，如 ${example}；定下后不再改`,
  pattern: ['^[a-z0-9]+(?:-[a-z0-9]+)*$', '只能用小写字母、数字、连字符'],
});

/** So many volumes, the newest, have lists of their front and back matter to which more can be added. */
const OPEN_VOLUMES = 3;

/** What stands before and behind the chapters of the newest volumes: 特载, 凡例 … 后记. */
function matters({ yearbooks }: Book, inRoot: (path: string) => string): CmsCollection[] {
  const kind = schemaOf('matter');
  const places = [['front', '卷首', '特载、凡例、编纂委员会等', 'fanli'], ['back', '卷末', '后记等', 'houji']] as const;
  return yearbooks.slice(-OPEN_VOLUMES).reverse().flatMap(({ year }) => places.map(([place, label, holds, example]) => ({
    name: `${place}-${year}`,
    label: `${year} ${label}`,
    label_singular: `${label}文章`,
    description: `${year} 卷${label}的文章：${holds}。`,
    icon: 'auto_stories',
    folder: inRoot(`${year}/${place}`),
    create: true,
    extension: 'md',
    format: formatName('matter'),
    slug: slugAs(example),
    summary: '{{title}}',
    sortable_fields: { fields: ['order', 'title'] },
    media_folder: '',
    public_folder: '',
    thumbnail: false,
    fields: formOf(kind),
  })));
}

/** Everything about a volume that is not an entry: its title, its chapters, its chronicle, the front and back matter of earlier volumes. */
function volumes({ yearbooks, districts }: Book, inRoot: (path: string) => string): CmsCollection {
  const file = (id: string, path: string, label: string): CmsFile => ({
    name: path.replace(/\.[a-z]+$/, '').replaceAll('/', '-'),
    label,
    file: inRoot(path),
    format: formatName(id),
    fields: formOf(schemaOf(id)),
  });
  const latest = yearbooks.at(-1);
  const next = latest ? String(Number(latest.year) + 1) : String(new Date().getFullYear());
  const filesOf = (yearbook: Yearbook) => {
    const { year, chapters, front, back } = yearbook;
    const isOpen = yearbooks.indexOf(yearbook) >= yearbooks.length - OPEN_VOLUMES;
    const named = new Map(chapters.map(({ district, name }) => [district.slug, name]));
    // Of the newest volume the chapters still to be written stand ready too.
    const shown = yearbook === latest ? districts : districts.filter(({ slug }) => named.has(slug));
    return [
      file('yearbook', `${year}/yearbook.md`, `${year} 卷：书名与编辑说明`),
      ...shown.map(({ slug, name }) => file('chapter', `${year}/${slug}/district.md`, `${year} 区篇：${named.get(slug) ?? name}`)),
      file('events', `${year}/events.yaml`, `${year} ${schemaOf('events').title}`),
      ...(isOpen ? [] : [...front, ...back].map(({ file: path, fields }) => file('matter', path, `${year} ${fields.title}`))),
    ];
  };
  return {
    name: 'volumes',
    label: '各卷与区篇',
    description: '每卷的书名、编辑说明、区篇概况、不属于条目的大事，以及卷首卷末。',
    icon: 'menu_book',
    media_folder: '',
    public_folder: '',
    files: [...[...yearbooks].reverse().flatMap(filesOf), file('yearbook', `${next}/yearbook.md`, `${next} 卷（新开一卷）`)],
  };
}

/** The site's own card and the lists that entries refer to. */
function lists(inRoot: (path: string) => string): CmsCollection {
  const kinds = contentSchemas.filter(({ path }) => /^[a-z]+\.yaml$/.test(path));
  return {
    name: 'lists',
    label: '年鉴与名录',
    description: '年鉴的名片，以及区、改革领域、来源、名词的名录。',
    icon: 'list_alt',
    files: kinds.map((kind) => ({ name: kind.id, label: kind.title, file: inRoot(kind.path), format: formatName(kind.id), fields: formOf(kind) })),
  };
}

const schemaOf = (id: string): ContentSchema => contentSchemas.find((kind) => kind.id === id)!;

/** The whole form of one kind of file. */
function formOf(kind: ContentSchema): CmsField[] {
  const fields = cmsFields(kind.schema, REFERENCES);
  if (kind.list) {
    const shown = fields.find(({ name }) => ['name', 'title', 'term', 'text'].includes(name))!;
    return [{
      name: ITEMS, label: kind.title, hint: kind.about, required: false, widget: 'list', label_singular: kind.title,
      collapsed: true, summary: `{{fields.${shown.name}}}`, fields,
    }];
  }
  if (!isMarkdown(kind)) return fields;
  // What everyone writes comes first, what some entries have comes after the text.
  const after = fields.findIndex(({ name }) => name === 'summary') + 1 || fields.length;
  return [...fields.slice(0, after), bodyField, ...fields.slice(after)];
}

const bodyField: CmsField = {
  name: BODY,
  label: '正文',
  widget: 'richtext',
  required: false,
  hint: '段落之间空一行。要像 Word 那样编辑，按一下“以 Markdown 编辑”；表格的对齐请在 Markdown 方式下写。链接到别的条目时，网址处填“年份/区/条目”。',
  // Rich text writes the whole body anew as soon as it is opened, and drops the alignment of tables: it is for those who ask.
  modes: ['raw', 'rich_text'],
  use_emoji_autocomplete: false,
  linked_images: false,
};
