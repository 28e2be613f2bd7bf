import type { Block } from './source.ts';

/** A `.txt` file, or a `.md` file with its headings, tables and list marks read: one block a line, empty lines left out. */
export function readPlainText(text: string, { markdown = false } = {}): Block[] {
  const blocks: Block[] = [];
  text.split('\n').forEach((line, index) => {
    const trimmed = line.replace(/[\s\u00a0\u3000\u200b]+/gu, ' ').trim();
    if (!trimmed) return;
    const at = index + 1;
    const previous = blocks.at(-1);
    if (markdown && /^={3,}$/.test(trimmed) && previous?.kind === 'text') previous.level ??= 1;
    else if (!markdown) blocks.push({ kind: 'text', text: trimmed, at, indented: /^(?: {2,}|\t|[\u3000\u00a0])/.test(line) || undefined });
    else if (/^\|.*\|$/.test(trimmed)) {
      const row = trimmed.slice(1, -1).split('|').map((cell) => cell.trim());
      if (row.every((cell) => /^:?-+:?$/.test(cell))) return;
      if (previous?.kind === 'table' && previous.at + previous.rows!.length >= at - 1) {
        previous.rows!.push(row);
        previous.text += `\n${row.join('　')}`;
      } else blocks.push({ kind: 'table', text: row.join('　'), at, rows: [row] });
    } else if (!/^(?:-{3,}|\*{3,}|`{3}.*)$/.test(trimmed)) blocks.push(markdownLine(trimmed, at));
  });
  return blocks;
}

function markdownLine(line: string, at: number): Block {
  const [, marks = '', rest = ''] = /^(#{1,6})?\s*(.*)$/.exec(line)!;
  const bold = /^\*\*[^*]+\*\*$/.test(rest);
  const text = rest.replace(/^(?:[-*+]|>)\s+/, '').replace(/\*\*([^*]+)\*\*/g, '$1').replace(/(?<![*\w])\*([^*\s][^*]*)\*(?![*\w])/g, '$1').replace(/!?\[([^\]]*)\]\(([^)]*)\)/g, '$1（$2）');
  return { kind: 'text', text, at, level: marks.length || undefined, bold };
}
