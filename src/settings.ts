import { parseArgs } from 'node:util';
import { suggest } from './entry/nearest.ts';
import { normaliseBase } from './urls.ts';

/** What every script is told: from its options first, then the environment, then the defaults. */
export interface Settings {
  /** The content folder as the editor typed it (for messages); resolve it against the working directory to read. */
  contentDir: string;
  outDir: string;
  /** Origin such as `https://yearbook.example.cn`; absent where neither the environment nor an option names one. */
  site?: string;
  /** `/` or `/…/`. */
  base: string;
  pdf: 'none' | 'book' | 'all';
}

const OPTIONS = {
  content: { type: 'string' },
  out: { type: 'string' },
  site: { type: 'string' },
  base: { type: 'string' },
  pdf: { type: 'string' },
} as const;

type OptionSpec = Record<string, { type: 'string' | 'boolean'; short?: string; multiple?: boolean }>;

/** An option an editor mistyped; its message is Chinese and complete. */
export class SettingsError extends Error {}

/**
 * Reads the options every script shares (`--content --out --site --base --pdf`) and those of one script (`own`).
 * @throws SettingsError for an unknown option, one that npm kept for itself, or a value outside its range
 */
export function readSettings<T extends OptionSpec>(
  args: string[],
  env: NodeJS.ProcessEnv,
  own: T = {} as T,
): { settings: Settings; options: Record<string, string | boolean | undefined>; positionals: string[] } {
  const known = { ...OPTIONS, ...own };
  refuseTaken(Object.keys(known), env);
  let parsed;
  try {
    parsed = parseArgs({ args, options: known, allowPositionals: true });
  } catch (cause) {
    throw new SettingsError(explainOption(cause as NodeJS.ErrnoException, args, Object.keys(known)));
  }
  const values = parsed.values as Record<string, string | boolean | undefined>;
  const setting = (option: string, variable: string) => (values[option] as string | undefined) || env[variable] || undefined;
  const pdf = setting('pdf', 'PDF') ?? 'all';
  if (pdf !== 'none' && pdf !== 'book' && pdf !== 'all') {
    throw new SettingsError(`PDF 的值“${pdf}”不对；可写 none、book 或 all`);
  }
  return {
    settings: {
      contentDir: setting('content', 'CONTENT_DIR') ?? 'content',
      outDir: setting('out', 'OUT_DIR') ?? 'dist',
      site: readOrigin(setting('site', 'SITE')),
      base: normaliseBase(setting('base', 'BASE')),
      pdf,
    },
    options: values,
    positionals: parsed.positionals,
  };
}

function explainOption({ code, message }: NodeJS.ErrnoException, args: string[], options: string[]): string {
  const [said = args.join(' ')] = /-[^' <=]*/.exec(/'(-[^']*)/.exec(message)?.[1] ?? '') ?? [];
  // Of -报告.txt only the first letter is named.
  const name = /^-[^-]$/u.test(said) ? (args.find((arg) => arg.startsWith(said)) ?? said) : said;
  const known = options.map((option) => `--${option}`);
  const dashed = /^-[^-]/.test(name) ? '；文件名以“-”开头的，写成 ./-…' : '';
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `没有选项“${name}”；${suggest(name, known, `可用的选项：${known.join('、')}`)}${dashed}`;
  return /does not take/.test(message) ? `选项“${name}”后面不写值；请去掉“=”和后面的内容` : `选项“${name}”后面没有写值；请写成 ${name} 加空格和值`;
}

/** `npm run fix --dry-run` gives the option to npm, not to the script, which would then do what was not asked. */
function refuseTaken(options: string[], env: NodeJS.ProcessEnv): void {
  const taken = options.find((option) => env[`npm_config_${option.replaceAll('-', '_')}`]);
  if (taken) throw new SettingsError(`选项“--${taken}”给了 npm，没有给脚本；请在选项前加 -- 和空格：npm run ${env['npm_lifecycle_event'] ?? 'check'} -- --${taken} ……`);
}

function readOrigin(site: string | undefined): string | undefined {
  if (!site) return undefined;
  const url = URL.parse(site);
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new SettingsError(`SITE 的值“${site}”不是网址；写成 https://yearbook.example.cn`);
  }
  return url.origin;
}

/** The address of `site.yaml` serves where the options and the environment name none; its path is then the base. */
export function withSiteAddress(settings: Settings, url: string | undefined): Settings {
  const address = url ? URL.parse(url) : null;
  if (settings.site || !address) return settings;
  return { ...settings, site: address.origin, base: settings.base === '/' ? normaliseBase(address.pathname) : settings.base };
}

/** Settings as environment variables, for a child process or for Astro's configuration. */
export function settingsEnv(settings: Settings): Record<string, string> {
  const { contentDir, outDir, site, base, pdf } = settings;
  return { CONTENT_DIR: contentDir, OUT_DIR: outDir, BASE: base, PDF: pdf, SITE: site ?? '' };
}
