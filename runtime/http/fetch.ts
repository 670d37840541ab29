import { BAD_RESPONSE } from "../network-failure.js";
import type { FetchOptions } from "../types.js";

/**
 * The `fetch` that a client calls with a URL and options. It is called as a plain function, without
 * `this`. The platform's `fetch` and undici's have this type.
 */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** Options passed to `fetch`: the members that all versions of its types have in common. */
export interface FetchInit {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string | ArrayBuffer;
  readonly redirect: "manual";
  readonly signal: AbortSignal;
  /** Deno only: the HTTP client whose connections are used. */
  readonly client?: unknown;
}

const OWN_OPTIONS = ["method", "headers", "body", "redirect", "signal"];

/**
 * Adds a call's `fetch` options to the client's, in a new object. The call's options take
 * precedence; undefined members add nothing. Throws a `TypeError` for an option that the client
 * sets, such as `headers`, and for `options` that are not an object.
 */
export function mergeFetchOptions(
  before: FetchOptions | undefined,
  options: FetchOptions,
): FetchOptions {
  if (typeof options !== "object" || options === null || Array.isArray(options))
    throw new TypeError("fetchOptions must be an object, such as { dispatcher }");
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const own = given.find(([name]) => OWN_OPTIONS.includes(name));
  if (own !== undefined) throw new TypeError(`fetchOptions: ${own[0]} is set by the client`);
  return Object.assign(Object.create(null), before, Object.fromEntries(given));
}

/** The part of Deno's API that is used here. */
interface Deno {
  createHttpClient?(options: { readonly poolMaxIdlePerHost: number }): { close(): void };
}

/**
 * Creates a Deno HTTP client without keep-alive connections. It is for requests that must not be
 * sent twice. When a keep-alive connection breaks, Deno's `fetch` silently resends the request,
 * even if the server has received it. The caller must close the client. Returns undefined on other
 * platforms.
 */
export function singleUseClient(): { close(): void } | undefined {
  const { Deno } = globalThis as { readonly Deno?: Deno };
  return Deno?.createHttpClient?.({ poolMaxIdlePerHost: 0 });
}

/**
 * Copies `init`, its headers and the additional options into objects without a prototype. Otherwise
 * `fetch`, which reads about fifteen members, would read missing ones from `Object.prototype`.
 * `init` takes precedence over the options, except for Deno's `client`, which a proxy needs.
 */
export function bareInit(init: FetchInit, options: FetchOptions | undefined): FetchInit {
  const merged = Object.assign(Object.create(null), options, init, {
    headers: Object.assign(Object.create(null), init.headers),
  });
  if (options !== undefined && Object.hasOwn(options, "client")) merged.client = options.client;
  return merged;
}

/** The part of a `Response` that a client reads. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  /** Without `entries`, the `headers` in `withResponse` and in errors cannot be listed. */
  readonly headers: {
    get(name: string): string | null;
    entries?(): Iterable<readonly [name: string, value: string]>;
  };
  readonly body: { getReader(): BodyReader; cancel(reason?: unknown): Promise<void> } | null;
}

/** The part of a `ReadableStream` reader that a client uses. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}

/**
 * The result of `fetch` cannot be read. The call is not retried, because the program must be fixed.
 */
export class BadResponse extends Error {
  readonly code: string = BAD_RESPONSE;
}

/**
 * Wraps and checks the result of `fetch`, because the `fetch` option may return anything. Throws a
 * `BadResponse` if the result has no integer status, no headers or no readable body (null is
 * valid), or if a redirect was followed. The wrapper checks headers and body chunks when they are
 * read, and its `cancel` rejects instead of throwing.
 */
export function checkResponse(response: unknown): FetchResponse {
  if (typeof response !== "object" || response === null)
    throw new BadResponse("fetch did not return a Response");
  const { status, headers, body, redirected } = response as Partial<FetchResponse> & {
    readonly redirected?: unknown;
  };
  if (typeof status !== "number" || !Number.isInteger(status))
    throw new BadResponse("fetch did not return a Response: it has no status");
  if (typeof headers?.get !== "function")
    throw new BadResponse("fetch did not return a Response: it has no headers");
  if (body !== null && typeof body?.getReader !== "function") {
    throw new BadResponse(
      "fetch did not return a Response: its body is not a ReadableStream as returned by the platform's fetch or by undici",
    );
  }
  if (redirected === true)
    throw new BadResponse(
      "fetch followed a redirect despite `redirect: manual`: another host may have received the token",
    );
  return {
    ok: status >= 200 && status < 300,
    status,
    headers: {
      get(name) {
        const value: unknown = read(() => headers.get(name), "headers cannot be read");
        return value === null || value === undefined ? null : String(value);
      },
      entries: () =>
        read(
          () =>
            [...(headers.entries?.() ?? [])].map(
              ([name, value]) => [String(name), String(value)] as const,
            ),
          "headers cannot be read",
        ),
    },
    body: body && {
      getReader: () => checkedReader(read(() => body.getReader(), "body has already been read")),
      cancel: async (reason) => body.cancel(reason),
    },
  };
}

/**
 * Returns the result of `work`. If `work` throws, throws a `BadResponse` whose message contains
 * `problem`.
 */
function read<Value>(work: () => Value, problem: string): Value {
  try {
    return work();
  } catch {
    throw new BadResponse(`fetch returned a Response whose ${problem}`);
  }
}

/** A reader that throws a `BadResponse` for a chunk that is not a `Uint8Array`. */
function checkedReader(reader: BodyReader): BodyReader {
  return {
    async read() {
      const { done, value } = (await reader.read()) ?? {};
      if (done) return { done };
      // The tag is checked, because Buffers and Uint8Arrays from another realm also have it.
      if (Object.prototype.toString.call(value) === "[object Uint8Array]")
        return { done: false, value };
      throw new BadResponse(
        "fetch returned a Response whose body does not consist of bytes: each chunk must be a Uint8Array",
      );
    },
    cancel: async (reason) => reader.cancel(reason),
  };
}
