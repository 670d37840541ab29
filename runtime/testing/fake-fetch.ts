import { type Answer, bodyOf, seen } from "./listen.js";
import { dripsOf, type ReportFile } from "./long-file.js";
import type { Reply } from "./reply.js";

const PIECE = 64;
const SMALL = 64 * 1024;

/** Same signature as a client's `fetch` option. */
export type FakeFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

/** A `fetch` that reaches these origins without a network, and nothing else. */
export function fakeFetch(origins: ReadonlyMap<string, Answer>): FakeFetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const answer = origins.get(url.origin);
    if (answer === undefined) throw new TypeError("fetch failed", { cause: coded(`no such host: ${url.origin}`, "ENOTFOUND") });
    init?.signal?.throwIfAborted();
    const reply = answer(seen(request.method, url, { headers: Object.fromEntries(request.headers), body: await request.text() }));
    // Without a socket, bytes that are no HTTP are a connection that broke.
    if (reply.cutAfter === -1 || reply.raw !== undefined)
      throw new TypeError("fetch failed", { cause: coded("read ECONNRESET", "ECONNRESET") });
    if (reply.stallAfter === -1) return silence(init?.signal);
    return respond(reply, init?.signal);
  };
}

function respond(reply: Reply, signal: AbortSignal | null | undefined): Response {
  const { status, cutAfter, stallAfter, dripMs } = reply;
  const { file, headers } = bodyOf(reply);
  let left = cutAfter ?? stallAfter ?? file.size;
  const pieces = dripMs === undefined ? small(file) : dripsOf(file);
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      signal?.throwIfAborted();
      if (dripMs !== undefined) await new Promise((resolve) => setTimeout(resolve, dripMs));
      const piece = left > 0 ? pieces.next().value?.subarray(0, left) : undefined;
      left -= piece?.length ?? 0;
      if (piece !== undefined) controller.enqueue(piece);
      else if (cutAfter !== undefined)
        controller.error(new TypeError("terminated", { cause: coded("other side closed", "UND_ERR_SOCKET") }));
      else if (stallAfter !== undefined) await silence(signal);
      else controller.close();
    },
  });
  return new Response(status === 204 ? null : stream, { status, headers });
}

/** Small files come in small pieces, as a slow network would bring them. */
function* small(file: ReportFile): Generator<Uint8Array, undefined> {
  for (const piece of file.pieces()) {
    const step = file.size < SMALL ? PIECE : piece.length;
    for (let at = 0; at < piece.length; at += step) yield piece.slice(at, at + step);
  }
  return undefined;
}

function silence(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }));
}

function coded(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
