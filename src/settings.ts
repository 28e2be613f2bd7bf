import { parseArgs } from 'node:util';
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
 * @throws SettingsError for an unknown option or a value outside its range
 */
export function readSettings<T extends OptionSpec>(
  args: string[],
  env: NodeJS.ProcessEnv,
  own: T = {} as T,
): { settings: Settings; options: Record<string, string | boolean | undefined>; positionals: string[] } {
  let parsed;
  try {
    parsed = parseArgs({ args, options: { ...OPTIONS, ...own }, allowPositionals: true });
  } catch (cause) {
    const name = /'(-[^' ]*)/.exec((cause as Error).message)?.[1] ?? args.join(' ');
    const known = Object.keys({ ...OPTIONS, ...own }).map((option) => `--${option}`).join('、');
    const dashed = /^-[^-]/.test(name) ? '；文件名以“-”开头的，写成 ./-…' : '';
    throw new SettingsError(`选项“${name}”写法不对；可用的选项：${known}${dashed}`);
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
