import { contentSchemas } from '../content-schemas.ts';
import { fieldExamples } from '../handbook/field-examples.ts';
import { jsonSchemas } from './json-schema.ts';

/** Fields that a new entry begins with. */
const FIRST_FIELDS = ['title', 'domain', 'source', 'summary', 'indexTerms'];

/**
 * Files of `.vscode/`, by name: schemas of every YAML file, snippets of every field, the check as a task whose problems
 * stand in the editor's own list, and the extensions that an editor of a yearbook wants. `contentDir` is the content
 * folder as seen from the folder that VS Code opens, empty where that is the content folder itself.
 */
export function editorSettings(contentDir: string): Record<string, unknown> {
  const yamlFiles = contentSchemas.filter(({ glob }) => glob.endsWith('.yaml'));
  return {
    'settings.json': {
      'files.encoding': 'utf8',
      'files.eol': '\n',
      'files.insertFinalNewline': true,
      'editor.wordWrap': 'on',
      // Full-width marks are no mistake in Chinese.
      'editor.unicodeHighlight.ambiguousCharacters': false,
      'editor.unicodeHighlight.invisibleCharacters': true,
      '[markdown]': { 'editor.quickSuggestions': { other: 'on', comments: 'off', strings: 'on' }, 'files.trimTrailingWhitespace': false },
      'astro.content-intellisense': true,
      'yaml.schemas': Object.fromEntries(yamlFiles.map(({ id, glob }) => [`./.vscode/schemas/${id}.json`, contentDir ? `${contentDir}/${glob}` : glob])),
    },
    'extensions.json': { recommendations: ['ms-ceintl.vscode-language-pack-zh-hans', 'astro-build.astro-vscode', 'redhat.vscode-yaml'] },
    // The commands stand where the generator is.
    ...(contentDir ? { 'tasks.json': { version: '2.0.0', tasks: [checkTask(contentDir), ...otherTasks()] } } : {}),
    'yearbook.code-snippets': snippets(),
    ...Object.fromEntries(Object.entries(jsonSchemas()).map(([id, schema]) => [`schemas/${id}.json`, schema])),
  };
}

/** Reads the lines of `--format github`, which say error or warning. */
function checkTask(contentDir: string) {
  return {
    label: '检查年鉴',
    type: 'shell',
    command: `npm run check -- --content ${contentDir} --format github`,
    group: { kind: 'test', isDefault: true },
    presentation: { reveal: 'silent', clear: true },
    problemMatcher: {
      owner: 'yearbook',
      source: '年鉴',
      fileLocation: ['relative', '${workspaceFolder}'],
      pattern: {
        regexp: '^::(error|warning) file=([^,]+),line=(\\d+),col=(\\d+),title=([^:]+)::(.*)$',
        severity: 1, file: 2, line: 3, column: 4, code: 5, message: 6,
      },
    },
  };
}

const otherTasks = () =>
  [
    ['看效果', 'npm run dev'],
    ['新建条目', 'npm run new'],
    ['代改', 'npm run fix'],
  ].map(([label, command]) => ({ label, type: 'shell', command, problemMatcher: [] }));

/** A snippet for each field and one for a whole entry; typing 条目 or the field's name offers them. */
function snippets() {
  const entry = contentSchemas.find(({ id }) => id === 'entry')!;
  const literal = (text: string) => text.replace(/[\\$}]/g, '\\$&').split('\n');
  const fields = Object.entries(entry.schema.shape).map(([key, field]) => {
    const { title, description } = (field as { meta(): { title?: string; description?: string } | undefined }).meta() ?? {};
    return [`${title}（${key}）`, { scope: 'markdown', prefix: [key, title], description, body: literal(fieldExamples['entry']![key]!.good) }];
  });
  const body = FIRST_FIELDS.map((key, index) => `${key}: \${${index + 1}}`);
  return {
    新条目: { scope: 'markdown', prefix: ['条目', 'entry'], description: '一个条目的开头', body: ['---', ...body, 'state: draft', '---', '', '$0'] },
    ...Object.fromEntries(fields),
  };
}
