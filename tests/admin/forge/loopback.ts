import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a forge answers: JSON, or bytes with their type. */
export interface Answer { status: number; json?: unknown; bytes?: Uint8Array; type?: string }

export interface Call { method: string; path: string; query: URLSearchParams; headers: IncomingMessage['headers']; body: Record<string, unknown> }

/** `path` parts in braces are names of what stands there; a part ending in `*` takes slashes too. */
export type Routes = Record<string, (call: Call, parts: Record<string, string>) => Promise<Answer> | Answer>;

export interface Loopback {
  origin: string;
  /** `METHOD path` of every call, and what was answered. */
  calls: { call: string; status: number }[];
  close(): Promise<void>;
}

export const json = (status: number, value: unknown): Answer => ({ status, json: value });

/** A web server on the loopback that lets pages of other origins ask, as the APIs of forges do. */
export async function listen(routes: Routes, { before }: { before(call: Call): Answer | undefined }): Promise<Loopback> {
  const table = Object.entries(routes).map(([route, answer]) => {
    const [method = '', shape = ''] = route.split(' ');
    const pattern = shape.replace(/[.?+^$()|[\]\\]/g, '\\$&').replace(/\{(\w+)(\*?)\}/g, (_, name: string, rest: string) => `(?<${name}>${rest ? '.+' : '[^/]+'})`);
    return { method, pattern: new RegExp(`^${pattern}$`), answer };
  });
  const calls: Loopback['calls'] = [];
  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type');
    response.setHeader('Access-Control-Allow-Methods', 'GET, POST, PUT, PATCH, DELETE, OPTIONS');
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const { pathname, searchParams } = new URL(request.url!, 'http://forge');
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part as Buffer);
    const text = Buffer.concat(parts).toString();
    const call: Call = { method: request.method!, path: pathname, query: searchParams, headers: request.headers, body: text ? (JSON.parse(text) as Record<string, unknown>) : {} };
    const answer = await answerTo(call).catch((error: unknown) => json(500, { message: String(error) }));
    calls.push({ call: `${call.method} ${pathname}`, status: answer.status });
    response.statusCode = answer.status;
    response.setHeader('Content-Type', answer.type ?? 'application/json; charset=utf-8');
    response.end(answer.status === 204 ? undefined : (answer.bytes ?? JSON.stringify(answer.json)));
  });
  async function answerTo(call: Call): Promise<Answer> {
    const refused = before(call);
    if (refused) return refused;
    for (const { method, pattern, answer } of table) {
      const found = method === call.method ? pattern.exec(call.path) : null;
      if (!found) continue;
      return answer(call, Object.fromEntries(Object.entries(found.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)])));
    }
    return json(404, { message: 'Not Found' });
  }
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    close: () => new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    }),
  };
}
