import { fileURLToPath } from 'node:url';
import { refreshEditorFiles } from '../src/vscode/editor-files.ts';
import { importFiles } from '../src/import/import-files.ts';
import { readSettings, SettingsError } from '../src/settings.ts';
import { pathIn } from '../src/problem.ts';
import { run } from './report.ts';

/** A folder of photographs need not fill the screen. */
const MOST_NAMED = 20;

await run(async () => {
  const { settings, options, positionals } = readSettings(process.argv.slice(2), process.env, {
    district: { type: 'string' }, year: { type: 'string' }, source: { type: 'string' },
  });
  const { contentDir } = settings;
  const example = 'npm run import -- 报告.docx --district 区名 --year 2015';
  if (positionals.length === 0) throw new SettingsError(`请写明要导入的文件或文件夹，例如 ${example}`);
  const required = (name: 'district' | 'year', label: string): string => {
    const value = options[name];
    if (typeof value !== 'string' || !value.trim()) throw new SettingsError(`缺少${label}；请加上 --${name}，例如 ${example}`);
    return value.trim();
  };
  const { imported, takenBack, passedOver } = await importFiles(positionals, {
    contentDir, district: required('district', '区'), year: required('year', '年份'), source: (options['source'] as string | undefined)?.trim() || undefined,
  });
  if (takenBack > 0) console.log(`上一次导入中途断了，它写下的${takenBack}个文件已经撤回`);
  for (const { name, record, report, ...rest } of imported) {
    if (!report) {
      console.log(`${name}：已经导入过，没有改动任何文件；详见 ${pathIn(contentDir, record)}`);
      continue;
    }
    const { drafts, account } = report;
    const placed = account.sentences === 0 ? 100 : Math.floor((account.inDrafts / account.sentences) * 1000) / 10;
    const others = placed === 100 ? '' : '，其余列在导入报告中，并写明原因';
    console.log(`${name}：写成${drafts.length}篇草稿，原文${account.sentences}句有${placed}%在草稿里${others}`);
    if ('namesake' in rest && rest.namesake) console.log(`  以前导入过同名的文件（${rest.namesake}），内容与这次不同：旧草稿没有改动，新草稿另写；请比较后删去多余的`);
    if ('newSource' in rest && rest.newSource) console.log(`  已在 sources.yaml 补写来源“${rest.newSource}”，请核对题名、作者和日期`);
    console.log(`  导入报告：${pathIn(contentDir, record)}`);
  }
  if (passedOver.length > 0) console.log(`文件夹里还有${passedOver.length}个文件不是报告，没有单独导入：${passedOver.slice(0, MOST_NAMED).join('、')}${passedOver.length > MOST_NAMED ? ' 等' : ''}`);
  await refreshEditorFiles(fileURLToPath(new URL('..', import.meta.url)), contentDir);
  if (imported.some(({ report }) => report)) {
    const folder = pathIn(contentDir, '') === 'content' ? '' : ` -- --content ${JSON.stringify(contentDir)}`;
    console.log(`接着请先读导入报告，再逐篇核对、改写草稿（npm run dev${folder} 可以预览，npm run check${folder} 检查），改好后删去 state: draft 一行`);
  }
  return 0;
});
