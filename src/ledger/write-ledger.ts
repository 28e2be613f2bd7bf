import { writeFile } from 'node:fs/promises';
import writeExcelFile from 'write-excel-file/node';
import { SettingsError } from '../settings.ts';
import { unwritableReason } from '../unwritable.ts';
import { LEDGER_COLUMNS } from './ledger-sheet.ts';

const NUMBER_WIDTH = 6;

/** Rows → .xlsx with the header fixed at the top. @throws SettingsError where a file is in the way or cannot be written */
export async function writeLedger(path: string, rows: string[][]): Promise<void> {
  const [header = [], ...entries] = rows;
  const sheet = [
    header.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...entries.map((row) => row.map((value) => ({ value, type: String, wrap: true, alignVertical: 'top' as const }))),
  ];
  const columns = [{ width: NUMBER_WIDTH }, ...LEDGER_COLUMNS.map(({ width }) => ({ width }))];
  const bytes = await writeExcelFile(sheet, { sheet: '改革台账', columns, stickyRowsCount: 1 }).toBuffer();
  try {
    await writeFile(path, bytes, { flag: 'wx' });
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw new SettingsError(`“${path}”已经存在，没有改动；请先移开它，或换一个文件名`);
    throw new SettingsError(`不能写入“${path}”（${unwritableReason(code ?? '')}）；请检查文件夹和权限`);
  }
}
