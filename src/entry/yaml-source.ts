import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, visit, type Alias, type Document, type YAMLError } from 'yaml';
import { problem, type Place, type Problem } from '../problem.ts';

/** A piece of YAML with the way back from every value to its line and column. */
export interface YamlSource {
  file: string;
  /** Plain objects, arrays and strings: no scalar is ever read as number, date or boolean. */
  value: unknown;
  place(path: readonly PropertyKey[]): Place;
  keyPlace(path: readonly PropertyKey[]): Place;
}

const REASONS: Record<string, string> = {
  BAD_ALIAS: '* 开头的值被当作引用',
  BAD_DQ_ESCAPE: '双引号内的 \\ 后面写法不对',
  BAD_INDENT: '缩进不齐',
  BAD_SCALAR_START: '值的第一个字符是保留符号，需加引号',
  BLOCK_AS_IMPLICIT_KEY: '冒号或缩进的位置不对',
  BLOCK_IN_FLOW: '方括号、花括号里不能换行写列表',
  KEY_OVER_1024_CHARS: '字段名过长，可能漏写了冒号',
  MISSING_CHAR: '缺少冒号、逗号或配对的括号、引号',
  MULTILINE_IMPLICIT_KEY: '字段名和冒号要写在同一行，可能漏写了冒号',
  MULTIPLE_DOCS: '一个文件里只能有一段 YAML',
  TAB_AS_INDENT: '缩进用了制表符，应当用空格',
  UNEXPECTED_TOKEN: '多出了符号',
};

/** More aliases than any editor writes by hand, far fewer than a “billion laughs” file needs. */
const MOST_ALIASES = 100;

/**
 * Parses YAML in the failsafe schema: every scalar stays the text the editor wrote, `~` and nothing mean absent.
 * `text` must begin at line 1 of the file (frontmatter keeps the line break after its fence), so places need no offset.
 */
export function parseYaml(text: string, file: string): { source?: YamlSource; problems: Problem[] } {
  const lines = new LineCounter();
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(1, line), column: Math.max(1, col) };
  };
  try {
    const doc = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
    if (doc.errors.some(({ code }) => code === 'RESOURCE_EXHAUSTION')) throw new RangeError('nested too deep');
    // What follows the first slip of a line is its consequence: one unclosed bracket gives thousands.
    const slipKey = ({ code, pos }: YAMLError) => (code === 'DUPLICATE_KEY' ? pos[0] : `line ${placeAt(pos[0]).line}`);
    const slips = new Map(doc.errors.map((error) => [slipKey(error), error] as const).reverse());
    const problems = [...slips.values()].reverse().map((error) => {
      const place = placeAt(error.pos[0]);
      if (error.code === 'DUPLICATE_KEY') {
        const key = /^[^:\n]*/.exec(text.slice(error.pos[0]))?.[0].trim() ?? '';
        return problem('yaml/duplicate-key', place, { key });
      }
      const line = text.split('\n')[place.line - 1] ?? '';
      const wideColon = /^\s*(?:- )?[a-zA-Z]+：/.test(line);
      const reason = wideColon ? '字段名后用了全角冒号“：”，应为半角冒号加空格' : (REASONS[error.code] ?? error.code);
      return problem('yaml/syntax', place, { reason });
    });
    for (const alias of danglingAliases(doc)) problems.push(problem('yaml/syntax', placeAt(alias.range![0]), { reason: REASONS['BAD_ALIAS']! }));
    if (problems.length > 0) return { problems };
    dropAbsent(doc);
    const value: unknown = doc.toJS({ maxAliasCount: MOST_ALIASES });
    return { source: { file, value, ...placesOf(doc, placeAt) }, problems };
  } catch (cause) {
    const tooManyAliases = cause instanceof ReferenceError;
    const place = { file, line: 1, column: 1 };
    return {
      problems: [
        tooManyAliases ? problem('yaml/bomb', place) : problem('yaml/syntax', place, { reason: '嵌套过深或结构混乱' }),
      ],
    };
  }
}

/** `*强调*` at the head of a value is an alias to YAML, one that points to nothing. */
function danglingAliases(doc: Document): Alias[] {
  const anchors = new Set<string>();
  const dangling: Alias[] = [];
  visit(doc, {
    Node(_, node) {
      if ('anchor' in node && node.anchor) anchors.add(node.anchor);
    },
    Alias(_, alias) {
      if (!anchors.has(alias.source)) dangling.push(alias);
    },
  });
  return dangling;
}

/** `key:` and `key: ~` are how an editor leaves a field open. */
function dropAbsent(doc: Document): void {
  visit(doc, {
    Pair(_, pair) {
      const { value } = pair;
      const absent =
        value === null || (isScalar(value) && value.type === 'PLAIN' && /^(~|null|)$/.test(String(value.value)));
      return absent ? visit.REMOVE : undefined;
    },
  });
}

function placesOf(doc: Document, placeAt: (offset: number) => Place) {
  const nodeAt = (path: readonly PropertyKey[]) => (path.length === 0 ? doc.contents : doc.getIn(path, true));
  const place = (path: readonly PropertyKey[]): Place => {
    for (let depth = path.length; depth >= 0; depth -= 1) {
      const node = nodeAt(path.slice(0, depth));
      if (isNode(node) && node.range) return placeAt(node.range[0]);
    }
    return placeAt(0);
  };
  const keyPlace = (path: readonly PropertyKey[]): Place => {
    const parent = nodeAt(path.slice(0, -1));
    if (isMap(parent)) {
      const pair = parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1));
      if (pair && isScalar(pair.key) && pair.key.range) return placeAt(pair.key.range[0]);
    }
    return isSeq(parent) || path.length > 0 ? place(path.slice(0, -1)) : placeAt(0);
  };
  return { place, keyPlace };
}
