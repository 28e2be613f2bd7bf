import { createHash } from 'node:crypto';
import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isError, pathIn, type Problem } from './problem.ts';
import { rules } from './rules.ts';

/** How `npm run check` answers a machine. `folder` is the content folder as the editor typed it. */
export type ProblemFormat = (problems: Problem[], folder: string) => string;

export const problemFormats: Record<string, ProblemFormat> = {
  github: formatGithub,
  gitlab: formatGitlab,
  json: formatJson,
  sarif: formatSarif,
};

const sentence = ({ what, mend }: Problem): string => `${what}；${mend}`;

/** Workflow commands: GitHub shows them at the line of the change. */
function formatGithub(problems: Problem[], folder: string): string {
  const data = (text: string) => text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (text: string) => data(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
  return problems
    .map((found) => {
      const level = isError(found) ? 'error' : 'warning';
      return `::${level} file=${property(pathIn(folder, found.file))},line=${found.line},col=${found.column},title=${property(found.rule)}::${data(sentence(found))}`;
    })
    .join('\n');
}

/** Code Quality report: GitLab lists it in the merge request, and tells by the fingerprints what is new there. */
function formatGitlab(problems: Problem[], folder: string): string {
  const seen = new Map<string, number>();
  const report = problems.map((found) => {
    const path = pathIn(folder, found.file);
    // A line moves with every edit above it, so it is no part of the fingerprint; equal problems of a file are counted.
    const matter = [found.rule, path, sentence(found)].join('\n');
    const count = (seen.get(matter) ?? 0) + 1;
    seen.set(matter, count);
    return {
      description: sentence(found),
      check_name: found.rule,
      fingerprint: createHash('sha256').update(`${matter}\n${count}`).digest('hex'),
      severity: isError(found) ? 'major' : 'info',
      location: { path, lines: { begin: Math.max(1, found.line) } },
    };
  });
  return JSON.stringify(report, null, 2);
}

function formatJson(problems: Problem[], folder: string): string {
  return JSON.stringify(problems.map((found) => ({ ...found, file: pathIn(folder, found.file) })), null, 2);
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
                  artifactLocation: { uri: uriOf(pathIn(folder, found.file)) },
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
