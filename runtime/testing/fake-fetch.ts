import { seen } from "./listen.js";
import type { Reply, SeenRequest } from "./reply.js";

const PIECE = 64;

/** Same signature as a client's `fetch` option. */
export type FakeFetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>;

type Answer = (request: Omit<SeenRequest, "step">) => Reply;

/** A `fetch` that reaches these origins without a network, and nothing else. */
export function fakeFetch(origins: ReadonlyMap<string, Answer>): FakeFetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const url = new URL(request.url);
    const answer = origins.get(url.origin);
    if (answer === undefined) throw new TypeError("fetch failed", { cause: coded(`no such host: ${url.origin}`, "ENOTFOUND") });
    init?.signal?.throwIfAborted();
    const reply = answer(seen(request.method, url, { headers: Object.fromEntries(request.headers), body: await request.text() }));
    if (reply.cutAfter === -1) throw new TypeError("fetch failed", { cause: coded("read ECONNRESET", "ECONNRESET") });
    if (reply.stallAfter === -1) return silence(init?.signal);
    return respond(reply, init?.signal);
  };
}

function respond({ status, headers, body, cutAfter, stallAfter }: Reply, signal: AbortSignal | null | undefined): Response {
  const bytes = new TextEncoder().encode(body);
  const end = cutAfter ?? stallAfter ?? bytes.length;
  let at = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      signal?.throwIfAborted();
      const piece = bytes.slice(at, Math.min(end, at + PIECE));
      at += piece.length;
      if (piece.length > 0) controller.enqueue(piece);
      else if (cutAfter !== undefined)
        controller.error(new TypeError("terminated", { cause: coded("other side closed", "UND_ERR_SOCKET") }));
      else if (stallAfter !== undefined) await silence(signal);
      else controller.close();
    },
  });
  const length = "transfer-encoding" in headers ? {} : { "content-length": String(bytes.length) };
  return new Response(status === 204 ? null : stream, { status, headers: { ...headers, ...length } });
}

function silence(signal: AbortSignal | null | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason), { once: true }));
}

function coded(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}
