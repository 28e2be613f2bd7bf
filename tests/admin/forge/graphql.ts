/**
 * As much of GraphQL as a forge is asked in: one operation, variables, aliases, arguments, inline fragments. A field that a
 * type does not have is refused, as a forge refuses it.
 */
type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
export type Args = Record<string, any>;
interface Selection { name: string; alias: string; args: Args; fields: Selection[]; onType?: string }

/** A type: its fields, each made from the arguments; what a field makes is a value, a type, or a list of them. */
export interface Type { type: string; fields: Record<string, (args: Args) => unknown> }

export interface GraphqlError { message: string; type?: string; path?: string[] }

/** Thrown by a field that cannot be made; the forge says so in `errors`. */
export class FieldError extends Error {
  type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

export async function answerGraphql(query: string, variables: Args, roots: { query: Type; mutation?: Type }): Promise<{ data: unknown; errors?: GraphqlError[] }> {
  const { operation, selections } = parse(query, variables);
  const errors: GraphqlError[] = [];
  const root = operation === 'mutation' ? roots.mutation! : roots.query;
  const unknown: GraphqlError[] = [];
  const data = await pick(root, selections, [], errors, unknown);
  if (unknown.length > 0) return { data: null, errors: unknown };
  return errors.length > 0 ? { data, errors } : { data };
}

async function pick(value: unknown, selections: Selection[], path: string[], errors: GraphqlError[], unknown: GraphqlError[]): Promise<unknown> {
  if (Array.isArray(value)) return Promise.all(value.map((item) => pick(item, selections, path, errors, unknown)));
  if (value === null || value === undefined) return null;
  if (selections.length === 0) return value;
  const { type, fields } = value as Type;
  const found: Record<string, unknown> = {};
  for (const { name, alias, args, fields: inner, onType } of selections) {
    if (onType) {
      if (onType === type) Object.assign(found, await pick(value, inner, path, errors, unknown));
      continue;
    }
    const make = fields[name];
    if (!make) {
      unknown.push({ message: `Field '${name}' doesn't exist on type '${type}'`, path: [...path, alias] });
      continue;
    }
    try {
      found[alias] = await pick(await make(args), inner, [...path, alias], errors, unknown);
    } catch (error) {
      if (!(error instanceof FieldError)) throw error;
      errors.push({ type: error.type, path: [...path, alias], message: error.message });
      found[alias] = null;
    }
  }
  return found;
}

function parse(query: string, variables: Args): { operation: string; selections: Selection[] } {
  const tokens = query.match(/"(?:[^"\\]|\\.)*"|\.\.\.|[\w$]+|-?\d+|[{}()[\]:!=]/g)!;
  let at = 0;
  const next = () => tokens[at++]!;
  const take = (token: string) => tokens[at] === token && at++ >= 0;
  const operation = next();
  if (take('(')) while (next() !== ')');

  function value(): Value {
    const token = next();
    if (token.startsWith('$')) return (variables[token.slice(1)] ?? null) as Value;
    if (token.startsWith('"')) return JSON.parse(token) as string;
    if (token === '[') {
      const list: Value[] = [];
      while (!take(']')) list.push(value());
      return list;
    }
    if (token === '{') {
      const object: Record<string, Value> = {};
      while (!take('}')) {
        const key = next();
        next();
        object[key] = value();
      }
      return object;
    }
    if (token === 'true' || token === 'false') return token === 'true';
    return /^-?\d+$/.test(token) ? Number(token) : token;
  }
  function selectionSet(): Selection[] {
    const list: Selection[] = [];
    while (!take('}')) {
      const name = next();
      if (name === '...') {
        next();
        const onType = next();
        next();
        list.push({ name, alias: name, args: {}, fields: selectionSet(), onType });
        continue;
      }
      const selection: Selection = { name, alias: name, args: {}, fields: [] };
      if (take(':')) selection.name = next();
      if (take('(')) {
        while (!take(')')) {
          const key = next();
          next();
          selection.args[key] = value();
        }
      }
      if (take('{')) selection.fields = selectionSet();
      list.push(selection);
    }
    return list;
  }
  next();
  return { operation, selections: selectionSet() };
}
