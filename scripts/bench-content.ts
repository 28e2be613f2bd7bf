import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { randomFrom } from './random-from.ts';

/** Words of no particular district; joined at random they give text of the right length and letter frequency. */
const WORDS =
  '推进 建立 完善 制度 机制 改革 试点 政务 服务 社区 治理 企业 项目 资金 投入 审批 事项 清单 平台 网格 街道 居民 群众 医疗 教育 养老 就业 文化 法治 监督 考核 评估 公开 数据 共享 融资 园区 创新 科技 人才 生态 环境 河道 绿地 农村 产权 土地 流转 合作社 社会组织 志愿者 调解 法律援助 窗口 办结 时限 压缩 覆盖 建成 新增 完成 设立 整合 下放 承接 部门 单位 联席会议 实施方案 管理办法'.split(' ');
const DOMAINS = ['经济体制改革', '行政体制改革', '农村改革', '生态文明体制改革', '民主法治改革', '文化体制改革', '社会治理改革', '社会事业改革', '党的建设制度改革', '纪律检查体制改革'];
const SURNAMES = '东西南北中上下新安宁'.split('');
const ENTRIES_A_CHAPTER = 25;

export interface BenchContent {
  entries: number;
  /** Characters of an entry. */
  length: number;
  volumes: number;
  /** Footnotes, tables and charts too, as a printed volume has them. */
  isFurnished?: boolean;
}

/** Writes a valid content folder of entries with figures, documents, terms and references. */
export async function writeBenchContent(folder: string, { entries: count, length, volumes, isFurnished = false }: BenchContent): Promise<void> {
  const random = randomFrom(count);
  const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)]!;
  const chapters = Math.ceil(count / ENTRIES_A_CHAPTER);
  const districts = Array.from({ length: Math.max(1, Math.ceil(chapters / volumes)) }, (_, index) => ({
    slug: `district-${index + 1}`,
    code: String(100001 + index),
    name: `${pick(SURNAMES)}${pick(SURNAMES)}${index + 1}区`,
  }));
  await mkdir(folder, { recursive: true });
  const write = (name: string, text: string) => writeFile(join(folder, name), text);
  await write('site.yaml', 'title: 改革年鉴\npublisher: 编纂委员会\n');
  await write('districts.yaml', districts.map(({ slug, code, name }) => `- {slug: ${slug}, code: "${code}", name: ${name}, city: 某市, province: 某省}\n`).join(''));
  await write('domains.yaml', DOMAINS.map((name, index) => `- {slug: domain-${index + 1}, name: ${name}}\n`).join(''));
  await write('sources.yaml', '- {id: report, title: 年度改革报告}\n');
  await write('glossary.yaml', ['网格', '法律援助', '社会组织'].map((term) => `- {term: ${term}, definition: ${term}的解释。}\n`).join(''));

  let written = 0;
  const ids: string[] = [];
  for (let chapter = 0; chapter < chapters; chapter += 1) {
    const year = 2015 + Math.floor(chapter / districts.length);
    const { slug } = districts[chapter % districts.length]!;
    const path = join(folder, String(year), slug);
    await mkdir(path, { recursive: true });
    await writeFile(join(folder, String(year), 'yearbook.md'), `---\ntitle: 改革年鉴 ${year}\n---\n\n编辑说明。\n`);
    await writeFile(join(path, 'district.md'), '---\nsource: report\n---\n\n概况。\n');
    for (let number = 0; number < ENTRIES_A_CHAPTER && written < count; number += 1, written += 1) {
      const name = `entry-${number + 1}`;
      await writeFile(join(path, `${name}.md`), entryText(written, length, isFurnished, pick, random, ids));
      ids.push(`${year}/${slug}/${name}`);
    }
  }
}

function entryText(number: number, length: number, isFurnished: boolean, pick: <T>(list: T[]) => T, random: () => number, ids: string[]): string {
  const words = (characters: number) => {
    let text = '';
    while (text.length < characters) text += pick(WORDS) + (random() < 0.12 ? '，' : '');
    return text.replace(/，$/, '');
  };
  const value = 10 + Math.floor(random() * 9000);
  const document = `关于${words(8)}的意见`.replace(/，/g, '');
  const paragraphs = Array.from({ length: Math.max(1, Math.round(length / 150)) }, () => `${words(140)}。`);
  const see = ids.length > 0 ? `see:\n  - {id: ${pick(ids)}, why: 同类事项}\n` : '';
  const before = isFurnished && number % 8 === 0 ? `, before: ${value + 7}` : '';
  const table = isFurnished && number % 5 === 0 ? `\n| 项目 | 数量 |\n| --- | --- |\n${Array.from({ length: 6 }, (_, row) => `| ${words(6).replace(/，/g, '')} | ${row + 1}项 |`).join('\n')}\n` : '';
  const [mark, note] = isFurnished ? ['[^1]', `\n[^1]: ${words(20)}。\n`] : ['', ''];
  return `---
title: ${words(10).replace(/，/g, '')}${number}
domain: domain-${1 + Math.floor(random() * DOMAINS.length)}
source: report
figures:
  - {name: 办理事项, value: ${value}, unit: 件${before}}
documents:
  - {title: ${document}}
${see}---

${paragraphs.join('\n\n')}

印发《${document}》，全年办理${value}件${before && `，此前${value + 7}件`}${mark}。
${table}${note}`;
}
