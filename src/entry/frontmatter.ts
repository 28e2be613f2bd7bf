import matter from 'gray-matter';
import { problem, type Problem } from '../problem.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

export interface SplitFile {
  yaml: YamlSource;
  body: string;
  /** Line of the file on which the body begins, counted from 1. */
  bodyLine: number;
}

const refuse = () => {
  throw new Error('frontmatter is YAML only');
};

/**
 * Splits a Markdown file into frontmatter and body. gray-matter only splits: left alone it executes a file that opens
 * with `---js` and reads `010` as 8, so every engine but ours is refused and the YAML is parsed by `parseYaml`.
 * `text` has line breaks `\n` and no byte order mark (`readText` sees to it).
 */
export function splitFrontmatter(text: string, file: string): { split?: SplitFile; problems: Problem[] } {
  const lines = text.split('\n');
  const at = (line: number) => ({ file, line, column: 1 });
  const fence = lines[0] ?? '';
  if (!fence.startsWith('---')) return { problems: [problem('yaml/fence-missing', at(1))] };
  if (fence !== '---') return { problems: [problem('yaml/fence', at(1), { value: fence })] };
  // gray-matter ends at any line that merely begins with ---, so a longer dash line would cut the file short.
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (end === -1) return { problems: [problem('yaml/fence-open', at(1))] };
  if (lines[end] !== '---') return { problems: [problem('yaml/fence', at(end + 1), { value: lines[end]! })] };

  let raw = '';
  const { content } = matter(text, {
    language: 'yaml',
    delimiters: '---',
    engines: {
      yaml: (yaml: string) => {
        raw = yaml;
        return {};
      },
      json: refuse,
      javascript: refuse,
      js: refuse,
    },
  });
  // An empty or comment-only frontmatter never reaches the engine; to the schema it is an empty object.
  const { source, problems } = parseYaml(raw || '\n', file);
  if (!source) return { problems };
  return { split: { yaml: source, body: content, bodyLine: end + 2 }, problems };
}
