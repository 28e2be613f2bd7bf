import { judgeDomain, type DomainWords } from './domain.ts';
import { stripNumbering, type Item } from './headings.ts';
import { simplified } from './simplified.ts';
import type { Block, Notice } from './source.ts';

/** What becomes one draft: a heading with the text below it. */
export interface Section {
  /** The heading as written, numbering stripped; empty where the text has none of its own. */
  heading: string;
  /** Headings above it, outermost first. */
  above: string[];
  /** The two headings next above, which speak for what stands below them. */
  over?: string;
  at: number;
  /** Domain named by a heading above it, or by its own. */
  domain?: string;
  /** That heading. */
  localDomain?: string;
  overview?: boolean;
  blocks: Block[];
}

const FOREWORD = /^(?:编者按|編者按|写在前面|前言|导语|导读|引言|按语|序言)$/;

type Open = Section & { level: number; namesDomain: boolean };

/** Headings and text → sections. A heading with nothing below it becomes a notice. */
export function buildSections(items: Item[]): { sections: Section[]; title?: string; notices: Notice[] } {
  const notices: Notice[] = [];
  const all: Open[] = [];
  const path: Open[] = [];
  const headingCount = items.filter(({ kind }) => kind === 'heading').length;
  for (const item of items) {
    if (item.kind === 'body') {
      if (all.length === 0) all.push({ heading: '', above: [], at: item.block.at, blocks: [], level: 0, namesDomain: false, overview: headingCount > 0 });
      all.at(-1)!.blocks.push(item.block);
      continue;
    }
    while (path.length > 0 && path.at(-1)!.level >= item.level) path.pop();
    const over = path.findLast(({ namesDomain }) => namesDomain);
    const isTitle = all.length === 0 && !item.domain && headingCount > 1;
    const open: Open = {
      over: path.slice(-2).map(({ heading }) => heading).join(' '),
      heading: item.text, at: item.at, level: item.level, blocks: [], namesDomain: item.domain !== undefined,
      above: path.filter(({ overview }) => !overview).map(({ heading }) => heading), overview: isTitle,
      domain: item.domain ?? over?.domain, localDomain: item.domain ? item.text : over?.localDomain,
    };
    all.push(open);
    // The title stands above everything and says nothing about what is below it.
    if (!isTitle) path.push(open);
  }
  const title = all.find(({ overview, heading }) => overview && heading && !FOREWORD.test(stripNumbering(heading)))?.heading;
  const sections = all.filter((section, index) => {
    if (section.blocks.length > 0) return true;
    const next = all[index + 1];
    const groups = next && holdsText(all, index) && (next.level > section.level || (next.namesDomain && !all.slice(0, index).some(({ namesDomain }) => namesDomain)));
    if (section.overview) notices.push({ rule: 'import/title', at: section.at, text: section.heading });
    else if (!groups) notices.push({ rule: 'import/empty-heading', at: section.at, text: section.heading });
    else if (next.level <= section.level) notices.push({ rule: 'import/title', at: section.at, text: section.heading, about: '各领域之上的总标题' });
    return false;
  });
  return { sections, title, notices };
}

/** Whether any heading below this one, down to the next as high, has text. */
function holdsText(all: Open[], index: number): boolean {
  const { level } = all[index]!;
  // A heading over all domains stands no higher than they do.
  for (const [at, { blocks, level: below }] of all.slice(index + 1).entries()) {
    if (blocks.length > 0) return true;
    if (at > 0 && below <= level) return false;
  }
  return false;
}

/** 【“一村一警”守平安】配备驻村辅警289名。 */
const BRACKETED = /^[【［]([^】］\d]{4,24})[】］](?=.{10})/;
const RUN_IN = /^([^。！？；]{5,30})。(?=.{20})/;
const ENUMERATION = /^(?:其[一二三四五六七八九]是?|[一二三四五六七八九]是|第[一二三四五六七八九](?=[，、：是])|首先|其次|再次|最后)[，、：]?/;
const FIGURE = /\d/;
const LONG_PARAGRAPH = 100;
/** A report without headings speaks of many domains; less is one matter told at length. */
const DOMAINS_OF_REPORT = 3;
const SHORTEST_MATTER = 40;
const GOES_ON = /^(?:此外|同时|另外|其中|该|这|这些|在此基础上|与此同时)/;

/** One matter, one draft: a section whose paragraphs bring headings of their own, or speak of several domains, is split. */
export function splitSection(section: Section, vocabulary: DomainWords[], isWholeReport = false): Section[] {
  const openings = section.blocks.map((block) => (block.kind === 'text' ? opening(block.text) : undefined));
  const counted = section.blocks.some(({ text }) => isCountedOff(text));
  const several = openings.filter(Boolean).length >= (section.overview ? 3 : 2);
  // A report without headings tells its matters in paragraphs below its title.
  if (section.overview) return several ? splitAt(section, (index) => openings[index]).map((part, index) => (index === 0 && !openings[0] ? part : { ...part, overview: false })) : [section];
  if (section.domain) return several ? splitAt(section, (index) => openings[index]) : [section];
  if (isWholeReport && !counted) {
    const judged = section.blocks.map(({ kind, text }) => (kind === 'text' && !GOES_ON.test(simplified(text)) ? judgeDomain('', text, vocabulary) : undefined));
    const sure = judged.map((one) => (one && !one.doubtful ? one.slug : undefined));
    const isMatter = (index: number) => sure[index] !== undefined || (index > 0 && section.blocks[index]!.text.length >= SHORTEST_MATTER && (judged[index]?.words.length ?? 0) > 0);
    if (new Set(sure.filter(Boolean)).size >= DOMAINS_OF_REPORT) return splitAt(section, (index) => openings[index] ?? (isMatter(index) ? '' : undefined)).map((part, index) => (index === 0 && !sure[0] && !openings[0] ? { ...part, overview: true } : part));
  }
  // Below a heading that names no domain each long paragraph speaks for itself.
  const domains = section.blocks.map(({ kind, text }) => (kind === 'text' && text.length >= LONG_PARAGRAPH ? judgeDomain('', text, vocabulary) : undefined));
  let current: string | undefined;
  return splitAt(section, (index) => {
    const { slug, doubtful = true } = domains[index] ?? {};
    const turns = slug !== undefined && !doubtful && slug !== current;
    const first = current === undefined && index === 0;
    if (turns) current = slug;
    const heading = several ? openings[index] : undefined;
    return heading ?? (turns && !first ? '' : undefined);
  });
}

/** 一是…二是…, 【…】: the report itself says where each matter begins. */
const isCountedOff = (paragraph: string): boolean => ENUMERATION.test(simplified(paragraph)) || BRACKETED.test(paragraph);

/** The heading a paragraph opens with: a short first sentence, or the first clause of 其一，… */
function opening(paragraph: string): string | undefined {
  const text = simplified(paragraph);
  const enumerated = ENUMERATION.exec(text);
  if (enumerated) return /^[^，。；：]{4,40}/.exec(paragraph.slice(enumerated[0].length))?.[0];
  const runIn = BRACKETED.exec(paragraph)?.[1] ?? RUN_IN.exec(paragraph)?.[1];
  const isQuoted = runIn && (runIn.match(/“/g)?.length ?? 0) !== (runIn.match(/”/g)?.length ?? 0);
  return runIn && !isQuoted && !FIGURE.test(runIn) && !/^(?:据|目前|截至|如今|近年)/.test(runIn) ? runIn : undefined;
}

function splitAt(section: Section, headingAt: (index: number) => string | undefined): Section[] {
  const sections: Section[] = [];
  section.blocks.forEach((block, index) => {
    const heading = headingAt(index);
    if (heading === undefined) {
      if (sections.length === 0) sections.push({ ...section, blocks: [] });
      sections.at(-1)!.blocks.push(block);
    } else {
      const above = section.heading ? [...section.above, section.heading] : section.above;
      sections.push({ ...section, heading, above, at: block.at, blocks: [block] });
    }
  });
  return sections;
}
