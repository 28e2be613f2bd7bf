import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isError, type Problem } from './problem.ts';
import { rules } from './rules.ts';

/** How `npm run check` answers a machine. `folder` is the content folder as the editor typed it. */
export type ProblemFormat = (problems: Problem[], folder: string) => string;

export const problemFormats: Record<string, ProblemFormat> = {
  github: formatGithub,
  json: formatJson,
  sarif: formatSarif,
};

const sentence = ({ what, mend }: Problem): string => `${what}；${mend}`;
const pathOf = ({ file }: Problem, folder: string): string => (file ? `${folder}/${file}` : folder);

/** Workflow commands: GitHub shows them at the line of the change. */
function formatGithub(problems: Problem[], folder: string): string {
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return problems
    .map((found) => {
      const level = isError(found) ? 'error' : 'warning';
      return `::${level} file=${property(pathOf(found, folder))},line=${found.line},col=${found.column},title=${property(found.rule)}::${data(sentence(found))}`;
    })
    .join('\n');
}

function formatJson(problems: Problem[], folder: string): string {
  return JSON.stringify(problems.map((found) => ({ ...found, file: pathOf(found, folder) })), null, 2);
}

/** SARIF 2.1.0, for code scanning and review tools. */
function formatSarif(problems: Problem[], folder: string): string {
  const used = [...new Set(problems.map(({ rule }) => rule))].sort();
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'reform-yearbook',
              rules: used.map((id) => ({
                id,
                shortDescription: { text: withoutPlaces(rules[id].what) },
                help: { text: withoutPlaces(rules[id].mend) },
                defaultConfiguration: { level: levelOf(rules[id]) },
              })),
            },
          },
          columnKind: 'utf16CodeUnits',
          results: problems.map((found) => ({
            ruleId: found.rule,
            level: levelOf(found),
            message: { text: sentence(found) },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: uriOf(pathOf(found, folder)) },
                  region: { startLine: Math.max(1, found.line), startColumn: Math.max(1, found.column) },
                },
              },
            ],
          })),
        },
      ],
    },
    null,
    2,
  );
}

/** A rule of its own tells no value: “{value}”是第一人称 reads “…”是第一人称. */
const withoutPlaces = (text: string): string => text.replace(/\{\w+\}/g, '…');

/** An absolute path becomes a file URI, any other one relative to where the check ran. */
const uriOf = (path: string): string =>
  isAbsolute(path) ? pathToFileURL(path).href : path.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');

const levelOf = ({ severity }: Pick<Problem, 'severity'>): string => (severity === 'error' ? 'error' : 'note');
