import type { Urls } from '../urls.ts';

/** The three parts of the 编辑手册. */
export const handbookNav = (urls: Urls): { label: string; url: string }[] => [
  { label: '第一天', url: urls.section('handbook') },
  { label: '字段', url: urls.section('handbook/fields') },
  { label: '规则', url: urls.section('handbook/rules') },
];
