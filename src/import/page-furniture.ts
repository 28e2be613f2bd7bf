import type { Element, ElementContent } from 'hast';

/** Elements that show nothing to a reader. */
export const UNSEEN = new Set(['script', 'style', 'template', 'head', 'svg']);
/** What stands around an article on every page of a site. */
const FURNITURE = new Set(['nav', 'aside', 'footer', 'form', 'button', 'select', 'iframe', 'noscript']);
const ROLES = new Set(['navigation', 'banner', 'contentinfo', 'search', 'complementary']);
/** Words of class names and ids by which sites mark their furniture. */
const NAMES = new Set(
  `nav navbar navigation menu submenu crumb crumbs breadcrumb breadcrumbs foot footer copyright share bdshare toolbar tools print related relate recommend
  sidebar friendlink friendlinks banner login search pager pagination prevnext topbar topnav qrcode comment comments advert icp beian`.trim().split(/\s+/),
);
const LINKS = new Set(['ul', 'ol', 'dl', 'div', 'p', 'section', 'table', 'span', 'td']);
/** Of the letters of a list of links, so many stand in links; what is left are dates and marks between them. */
const MOSTLY = 0.6;

/** What kind of furniture an element is, or nothing where it may be part of the article. */
export function nameFurniture(element: Element): string | undefined {
  const { tagName, properties } = element;
  if (FURNITURE.has(tagName) || ROLES.has(String(properties['role']))) return '网页栏目';
  if (properties['hidden'] !== undefined || /display\s*:\s*none/i.test(String(properties['style'] ?? ''))) return '网页中隐藏的文字';
  const names = [properties['className'] ?? [], properties['id'] ?? []].flat().flatMap((name) => words(String(name)));
  const isNamed = names.some((name) => NAMES.has(name));
  if (!isNamed && !LINKS.has(tagName)) return undefined;
  const text = seenText(element);
  // An article inside a box of a misleading name is still the article.
  if (/。[^]*。/.test(text)) return undefined;
  if (isNamed) return '网页栏目';
  const links = linksIn(element);
  const linked = links.reduce((sum, link) => sum + letters(seenText(link)), 0);
  return links.length >= 2 && linked >= letters(text) * MOSTLY && links.every((link) => !/^#(?:foot|end)note/.test(String(link.properties['href']))) ? '一组链接' : undefined;
}

/** `prevNext`, `page-footer2` → its words in lower case. */
const words = (name: string): string[] => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/).filter(Boolean);

const letters = (text: string): number => text.replace(/[^\p{L}\p{N}]/gu, '').length;

/** Text as a reader sees it: no scripts, no styles. */
export const seenText = (node: ElementContent): string => {
  if (node.type === 'text') return node.value;
  if (node.type !== 'element' || UNSEEN.has(node.tagName)) return '';
  return node.children.map(seenText).join('');
};

const linksIn = (element: Element): Element[] =>
  element.children.flatMap((child) => (child.type !== 'element' ? [] : child.tagName === 'a' ? [child] : linksIn(child)));
