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
    ...(contentDir ? { 'tasks.json': tasks(contentDir) } : {}),
    'yearbook.code-snippets': snippets(),
    ...Object.fromEntries(Object.entries(jsonSchemas()).map(([id, schema]) => [`schemas/${id}.json`, schema])),
  };
}

/** How the generator's folder is named in a workspace of its own and a content folder. */
const GENERATOR = '生成程序';

/**
 * A workspace of a content folder that stands apart and the generator, `generator` and `contentDir` each as seen from the
 * other: what completes the fields of Markdown wakes only where an Astro project is open, and the commands are there.
 */
export function editorWorkspace(generator: string, contentDir: string): Record<string, unknown> {
  return {
    folders: [{ name: '稿件', path: '.' }, { name: GENERATOR, path: generator }],
    settings: { 'astro.content-intellisense': true },
    tasks: tasks(contentDir, `\${workspaceFolder:${GENERATOR}}`),
  };
}

/** Commands run in `cwd`, which sees the content folder at `contentDir`. */
function tasks(contentDir: string, cwd = '${workspaceFolder}') {
  const shell = (label: string, command: string) => ({ label, type: 'shell', command, options: { cwd } });
  const command = (script: string) => `npm run ${script} -- --content ${/[^\w./-]/.test(contentDir) ? JSON.stringify(contentDir) : contentDir}`;
  const others = [['看效果', 'dev'], ['新建条目', 'new'], ['代改', 'fix']] as const;
  return {
    version: '2.0.0',
    tasks: [
      { ...shell('检查年鉴', `${command('check')} --format github`), ...showProblems(cwd) },
      ...others.map(([label, script]) => ({ ...shell(label, command(script)), problemMatcher: [] })),
    ],
  };
}

/** Reads the lines of `--format github`, which say error or warning. */
function showProblems(cwd: string) {
  return {
    group: { kind: 'test', isDefault: true },
    presentation: { reveal: 'silent', clear: true },
    problemMatcher: {
      owner: 'yearbook',
      source: '年鉴',
      fileLocation: ['relative', cwd],
      pattern: {
        regexp: '^::(error|warning) file=([^,]+),line=(\\d+),col=(\\d+),title=([^:]+)::(.*)$',
        severity: 1, file: 2, line: 3, column: 4, code: 5, message: 6,
      },
    },
  };
}

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
