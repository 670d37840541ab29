import { BAD_RESPONSE } from "../network-failure.js";

/** How a client calls a `fetch`: with an address and its options, never as a method. The platform's is one, and so is undici's. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** What a client asks a `fetch` for: the part that every version of its types agrees on. */
export interface FetchInit {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string | ArrayBuffer;
  readonly redirect: "manual";
  readonly signal: AbortSignal;
  /** Deno's: which connections it takes. */
  readonly client?: unknown;
}

/** What Deno has besides, as far as it is of use here. */
interface Deno {
  createHttpClient?(options: { readonly poolMaxIdlePerHost: number }): { close(): void };
}

/**
 * A connection of its own for a request that may not be made twice. Deno's `fetch` sends a request again by itself, without a word, when a connection
 * that it has kept breaks, also where the server has received it. Undefined on platforms that do not.
 */
export function ownConnection(): { close(): void } | undefined {
  const { Deno } = globalThis as { readonly Deno?: Deno };
  return Deno?.createHttpClient?.({ poolMaxIdlePerHost: 0 });
}

/**
 * The same without a prototype: a `fetch` reads some fifteen members of what it is given, and would take those that are not there from all objects,
 * where a library may have put an agent or a body.
 */
export function bareInit(init: FetchInit): FetchInit {
  return Object.assign(Object.create(null), init, { headers: Object.assign(Object.create(null), init.headers) });
}

/** What a client reads of an answer: every `Response` has it. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader; cancel(reason?: unknown): Promise<void> } | null;
}

/** What is read of the body of an answer, piece by piece: every reader of a `ReadableStream` has it. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

/** What a `fetch` gave cannot be read, and will not be the next time: the program has to be mended. */
export class BadResponse extends Error {
  readonly code: string = BAD_RESPONSE;
}

/**
 * The answer, when it is one that can be read: the `fetch` option may give anything. What turns out later to be no header or no bytes is a
 * `BadResponse` then, and ending it early harms nothing.
 */
export function checkResponse(response: unknown): FetchResponse {
  if (typeof response !== "object" || response === null) throw new BadResponse("fetch gave no Response");
  const { status, headers, body, redirected } = response as Partial<FetchResponse> & { readonly redirected?: unknown };
  if (typeof status !== "number" || !Number.isInteger(status)) throw new BadResponse("fetch gave no Response: it has no status");
  if (typeof headers?.get !== "function") throw new BadResponse("fetch gave no Response: it has no headers");
  if (body !== null && typeof body?.getReader !== "function") {
    throw new BadResponse("fetch gave no Response: its body is no ReadableStream, as that of the platform's fetch and of undici's is");
  }
  if (redirected === true) throw new BadResponse("fetch has followed a redirect, which it was told not to: nobody knows who saw the token");
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: {
      get(name) {
        const value: unknown = read(() => headers.get(name), "headers cannot be read");
        return value === null || value === undefined ? null : String(value);
      },
    },
    body: body && {
      getReader: () => checkedReader(read(() => body.getReader(), "body somebody else has read")),
      cancel: async (reason) => body.cancel(reason),
    },
  };
}

function read<Value>(work: () => Value, problem: string): Value {
  try {
    return work();
  } catch {
    throw new BadResponse(`fetch gave a Response whose ${problem}`);
  }
}

function checkedReader(reader: BodyReader): BodyReader {
  return {
    async read() {
      const { done, value } = (await reader.read()) ?? {};
      if (done) return { done };
      // By its name, which a Buffer and the bytes of another realm have as well.
      if (Object.prototype.toString.call(value) === "[object Uint8Array]") return { done: false, value };
      throw new BadResponse("fetch gave a Response whose body is not made of bytes: each piece must be a Uint8Array");
    },
    cancel: async (reason) => reader.cancel(reason),
  };
}
