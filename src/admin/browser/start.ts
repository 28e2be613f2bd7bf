import type { CmsConfig } from '../cms-config.ts';
import type { FileShapes } from '../content-shape.ts';
import { readContentText, writeContentText, type Values } from '../content-text.ts';
import { checkName, draftConflict } from './draft-conflict.ts';
import { insecure, refused, unreachable } from './forge-answers.ts';

/** `config.json` beside the page. */
export interface DeskConfig {
  cms: CmsConfig;
  shapes: FileShapes;
  /** Kind of content file → name of its format in the configuration. */
  formats: Record<string, string>;
  /** The content is a folder on the editor's disk and no repository. */
  onDisk: boolean;
  /** Folder of the content below the folder that is opened; empty where it is that folder. */
  root: string;
}

interface Cms {
  init(options: { config: CmsConfig }): Promise<void>;
  registerCustomFormat(name: string, extension: string, format: { fromFile(text: string): Values; toFile(values: Values): string }): void;
}

declare global {
  interface Window {
    CMS: Cms;
    /** What the editor program asks of us (see `vendored-cms.ts`, `forge-changes.ts`). */
    yearbookDesk: {
      onDisk: boolean;
      checkFolder(folder: FileSystemDirectoryHandle): Promise<void>;
      conflict: typeof draftConflict;
      checkName: typeof checkName;
      refused: typeof refused;
      unreachable: typeof unreachable;
      insecure: typeof insecure;
    };
  }
}

async function start(): Promise<void> {
  const response = await fetch('config.json');
  if (!response.ok) throw new Error(`config.json：${response.status}`);
  const { cms, shapes, formats, onDisk, root } = (await response.json()) as DeskConfig;
  window.yearbookDesk = {
    onDisk,
    conflict: draftConflict,
    checkName,
    refused,
    unreachable,
    insecure,
    /** @throws NotFoundError where the folder holds no content */
    async checkFolder(folder) {
      let inside = folder;
      for (const name of root.split('/').filter(Boolean)) inside = await inside.getDirectoryHandle(name);
      await inside.getFileHandle('site.yaml');
    },
  };
  for (const [kind, name] of Object.entries(formats)) {
    const shape = shapes[kind]!;
    window.CMS.registerCustomFormat(name, shape.markdown ? 'md' : 'yaml', {
      fromFile: (text) => readContentText(text, shape),
      toFile: (values) => writeContentText(values, shape),
    });
  }
  document.querySelector('noscript, [data-desk-waiting]')?.remove();
  await window.CMS.init({ config: cms });
}

start().catch((cause: unknown) => {
  const waiting = document.querySelector('[data-desk-waiting]') ?? document.body;
  waiting.textContent = `在线编辑没有打开：${cause instanceof Error ? cause.message : String(cause)}。请刷新页面再试。`;
});
