import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Clock } from "../../../runtime/clock.js";
import type { FileReading } from "../../../runtime/download/download.js";
import { fileBytes } from "../../../runtime/download/download.js";
import {
  type FileSource,
  fileSource,
  type Link,
  openFile,
} from "../../../runtime/download/request.js";
import { DownloadError } from "../../../runtime/errors.js";
import type { ClientConfig } from "../../../runtime/http/config.js";
import { resolveOptions } from "../../../runtime/http/resolve-options.js";
import type { ReportStatus } from "../../../runtime/types.js";
import { runs } from "../../support/effort.js";
import { DOWNLOADS } from "../../support/hints.js";

const LINK = "http://127.0.0.1:9/file?X-Amz-Signature=CANARY";
const HANDLE = {
  version: 1,
  flow: "made-up",
  adAccountId: "1",
  token: "t",
  createdAt: "2026-03-10T12:00:00.000Z",
} as const;

interface Request {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly redirect: string;
}

type Reply = Response | ((request: Request) => Response);

interface Scene {
  readonly settings: ClientConfig;
  readonly requests: Request[];
  readonly slept: number[];
  readonly events: { readonly type: string }[];
  to(ms: number): void;
}

/**
 * A file host that returns the given responses in order and repeats the last one, and a clock that
 * does not advance.
 */
function host(replies: readonly Reply[], random = 0): Scene {
  let at = 0;
  const [requests, slept, events]: [Request[], number[], { readonly type: string }[]] = [
    [],
    [],
    [],
  ];
  const sleep = async (ms: number) => {
    slept.push(ms);
    at += ms;
  };
  const clock: Clock = {
    now: () => at,
    date: () => Date.parse("2026-03-10T12:00:00Z") + at,
    random: () => random,
    sleep,
  };
  const fetch = async (url: string, init: object) => {
    const { headers, redirect } = init as Request;
    const request = { url, headers: { ...headers }, redirect };
    requests.push(request);
    const reply = replies[Math.min(requests.length, replies.length) - 1] as Reply;
    return reply instanceof Response ? reply : reply(request);
  };
  const wire = resolveOptions({
    baseUrl: "http://127.0.0.1:9/v5",
    clock,
    fetch: fetch as never,
    onEvent: (event) => void events.push(event),
  });
  const to = (ms: number): void => {
    at = ms;
  };
  return { settings: wire as ClientConfig, requests, slept, events, to };
}

/**
 * A report whose attempts return these links in order and repeat the last one, and the number of
 * polls.
 */
function source(
  links: readonly (string | null)[],
  { clock }: ClientConfig,
  size: number | null = null,
): FileSource & { attempts(): number } {
  let attempts = 0;
  const seen = (url: string | null): ReportStatus => ({
    status: "FINISHED",
    state: "done",
    knownStatus: true,
    url,
    size,
    requestId: null,
  });
  const look = async () => seen(links[Math.min(++attempts, links.length - 1)] ?? null);
  return Object.assign(
    fileSource(seen(links[0] ?? null), { handle: HANDLE, clock, refresh: look }),
    { attempts: () => attempts },
  );
}

const opened = (
  scene: Scene,
  from = source([LINK], scene.settings),
  rest: { from: number; etag: string } | null = null,
) => openFile(scene.settings, from, { signal: undefined, range: rest });
const failure = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a link", () => {
  it.each([
    [270_000, 0],
    [270_001, 1],
  ])("at an age of %d ms, is requested again %d times", async (age, attempts) => {
    const scene = host([new Response("x")]);
    const from = source([LINK, `${LINK}2`], scene.settings);
    scene.to(age);
    await opened(scene, from);
    expect([from.attempts(), scene.requests.map(({ url }) => url)]).toEqual([
      attempts,
      [attempts === 0 ? LINK : `${LINK}2`],
    ]);
  });

  it.each<[number, string, number]>([
    [403, "", 1],
    [403, "<Code>AccessDenied</Code>", 1],
    [400, "<Code>ExpiredToken</Code>", 1],
    [400, "<Code>Another</Code>", 0],
    [404, "<Code>ExpiredToken</Code>", 1],
    [404, "", 0],
  ])(
    "is requested again after a %d response with %j, which may mean that it is too old, %d times",
    async (status, body, attempts) => {
      const refusal = () => new Response(body, { status });
      const scene = host([refusal]);
      const from = source([LINK], scene.settings);
      const error = await failure(opened(scene, from));
      expect(error).toBeInstanceOf(DownloadError);
      expect(error).toMatchObject({ status });
      expect([from.attempts(), scene.requests.length]).toEqual([attempts, 1 + attempts]);
      const healed = host([refusal, new Response("x")]);
      const again = source([LINK], healed.settings);
      if (attempts === 1) expect((await opened(healed, again))?.response.status).toBe(200);
      // A new link is not renewed.
      const late = host([refusal]);
      const aged = source([LINK], late.settings);
      late.to(270_001);
      await failure(opened(late, aged));
      expect([aged.attempts(), late.requests.length]).toEqual([1, 1]);
    },
  );

  it("can be missing for an empty report, but not if a size was announced or an earlier response had a link", async () => {
    const scene = host([new Response("x")]);
    for (const size of [null, 0, -1])
      expect(await opened(scene, source([null], scene.settings, size))).toBeNull();
    const announced = await failure(opened(scene, source([null], scene.settings, 1_234)));
    expect(announced).toMatchObject({
      message: `the API announced a file of 1,234 bytes, but returned no link to it${DOWNLOADS}`,
      expected: 1_234,
    });
    const aged = source([LINK, null], scene.settings);
    scene.to(270_001);
    const gone = await failure(opened(scene, aged));
    expect(gone).toMatchObject({
      message: `the report had a file, but the API no longer returns a link to it${DOWNLOADS}`,
    });
    const found = source([null, LINK], scene.settings);
    expect(await found.refresh(undefined)).toEqual({
      url: LINK,
      size: null,
      receivedAt: 270_001,
    } satisfies Link);
    expect(found.link().url).toBe(LINK);
    const still = source([null, null], scene.settings);
    expect((await still.refresh(undefined)).url).toBeNull();
    expect(scene.requests).toEqual([]);
  });

  it("is fetched without a token or automatic redirects, and with a range for the rest of a file", async () => {
    const scene = host([new Response("x")]);
    await opened(scene);
    await opened(scene, undefined, { from: 5, etag: '"a"' });
    expect(scene.requests).toEqual([
      { url: LINK, headers: { "accept-encoding": "identity" }, redirect: "manual" },
      {
        url: LINK,
        headers: { "accept-encoding": "identity", range: "bytes=5-", "if-range": '"a"' },
        redirect: "manual",
      },
    ]);
  });
});

describe("a response from a file host", () => {
  const statuses = Array.from({ length: 400 }, (_, index) => 200 + index);
  const bodyless = [204, 205, 304];

  it.each([false, true])(
    "is treated as the file, a redirect or an error, depending only on its status (range request: %s)",
    async (asksRest) => {
      for (const status of statuses) {
        const moved = () =>
          new Response(bodyless.includes(status) ? null : "x", {
            status,
            headers: { location: "/there?a=1" },
          });
        const scene = host([moved, new Response("x")]);
        const rest = asksRest ? { from: 1, etag: '"a"' } : null;
        const outcome = await opened(scene, undefined, rest).catch((error: unknown) => error);
        const urls = scene.requests.map(({ url }) => url);
        if (status === 200 || (asksRest && [206, 416].includes(status))) {
          expect([urls, outcome]).toMatchObject([[LINK], { response: { status } }]);
        } else if (status >= 300 && status < 400) {
          expect([urls, outcome]).toMatchObject([
            [LINK, "http://127.0.0.1:9/there?a=1"],
            { response: { status: 200 } },
          ]);
        } else if (status === 403) {
          expect(urls).toEqual([LINK, LINK]);
        } else {
          const again =
            [408, 429].includes(status) || (status >= 500 && ![501, 505].includes(status));
          expect([status, urls]).toEqual([status, again ? [LINK, LINK] : [LINK]]);
          const instead = status < 300 ? " instead of the file" : "";
          if (!again)
            expect(outcome).toMatchObject({
              status,
              message: `the host of the report file responded with ${status}${instead}${DOWNLOADS}`,
            });
        }
      }
    },
  );

  it("is followed up to five times as a redirect, and its body is cancelled", async () => {
    let cancelled = 0;
    const moved = (): Response => {
      const body = new ReadableStream({ cancel: () => void cancelled++ });
      return new Response(body, { status: 302, headers: { location: LINK } });
    };
    const five = host([...Array<Reply>(5).fill(moved), new Response("x")]);
    expect((await opened(five))?.response.status).toBe(200);
    expect([five.requests.length, cancelled]).toEqual([6, 5]);
    const six = host([...Array<Reply>(6).fill(moved), new Response("x")]);
    expect(await failure(opened(six))).toMatchObject({
      message: `the report's link leads to more than 5 redirects${DOWNLOADS}`,
    });
    const nowhere = host([new Response("x", { status: 302 })]);
    expect(await failure(opened(nowhere))).toMatchObject({
      status: 302,
      message: `the host of the report file responded with 302${DOWNLOADS}`,
    });
    const odd = host([new Response("x", { status: 302, headers: { location: "http://[" } })]);
    expect(await failure(opened(odd))).toMatchObject({
      message: `the report's link is not followed: it is not a URL${DOWNLOADS}`,
    });
  });

  it.each<[string, string]>([
    ["<Error><Code>NoSuchKey</Code></Error>", ": NoSuchKey"],
    [`${" ".repeat(4_000)}<Code>NoSuchKey</Code>`, ": NoSuchKey"],
    [`${" ".repeat(4_090)}<Code>NoSuchKey</Code>`, ""],
    ["<Code></Code>", ""],
    ["<Code>No Such</Code>", ""],
    [`<Code>${"a".repeat(60)}</Code>`, `: ${"a".repeat(60)}`],
    [`<Code>${"a".repeat(61)}</Code>`, ""],
    ["NoSuchKey", ""],
    ["", ""],
  ])("is quoted as one word in an error: %j", async (body, word) => {
    const scene = host([() => new Response(body, { status: 404 })]);
    const error = await failure(opened(scene));
    expect(error).toMatchObject({
      status: 404,
      message: `the host of the report file responded with 404${word}${DOWNLOADS}`,
    });
    // The same if the body comes in chunks: only the needed ones are read, and the rest is
    // cancelled.
    let [pieces, cancelled] = [0, false];
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => controller.enqueue(new TextEncoder().encode(body[pieces++] ?? " ")),
      cancel: () => {
        cancelled = true;
      },
    });
    const slow = host([() => new Response(stream, { status: 404 })]);
    expect(await failure(opened(slow))).toMatchObject({
      message: `the host of the report file responded with 404${word}${DOWNLOADS}`,
    });
    expect([cancelled, pieces <= 4_200]).toEqual([true, true]);
  });

  it("leads to another request after the wait that its Retry-After specifies", async () => {
    const busy = () => new Response("x", { status: 503, headers: { "retry-after": "7" } });
    const scene = host([busy, new Response("x")]);
    expect((await opened(scene))?.response.status).toBe(200);
    expect(scene.slept).toEqual([7_000]);
  });
});

describe("the bytes of a file", () => {
  const FILE = Uint8Array.from({ length: 600 }, (_, index) =>
    index === 0 ? 0x7b : index === 599 ? 0x7d : 0x61 + (index % 26),
  );

  interface Host {
    readonly etag: string | null;
    readonly hasLength: boolean;
    readonly knowsRanges: boolean;
    /** The number of bytes after which each response is cut off. Later responses are complete. */
    readonly cuts: readonly number[];
  }

  /** Serves a file with the given cuts. */
  function cutting({ etag, hasLength, knowsRanges, cuts }: Host, file = FILE): Reply[] {
    let count = 0;
    const reply = ({ headers }: Request): Response => {
      const cut = cuts[count++];
      const from =
        knowsRanges && headers.range !== undefined ? Number(/\d+/.exec(headers.range)) : 0;
      const part = file.subarray(from);
      const end = Math.min(cut ?? part.length, part.length);
      const size = file.length > 1_000 ? file.length >> 6 : 7;
      let at = 0;
      const body = new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (at < end) controller.enqueue(part.slice(at, Math.min(at + size, end)));
            else if (cut === undefined || hasLength) controller.close();
            else controller.error(new Error("cut"));
            at += size;
          },
        },
        { highWaterMark: 0 },
      );
      const range = `bytes ${from}-${file.length - 1}/${file.length}`;
      const given = {
        ...(etag !== null && { etag }),
        ...(hasLength && { "content-length": String(part.length) }),
      };
      return new Response(body, {
        status: from > 0 ? 206 : 200,
        headers: { ...given, ...(from > 0 && { "content-range": range }) },
      });
    };
    return [reply];
  }

  async function read(
    scene: Scene,
    reading: Partial<FileReading> & { readonly canRestart?: boolean } = {},
    size: number | null = null,
  ) {
    let got: number[] = [];
    const restart = () => {
      got = [];
    };
    const { canRestart = false, ...more } = reading;
    const asked: FileReading = { signal: undefined, ...more, ...(canRestart && { restart }) };
    const pieces = fileBytes(scene.settings, source([LINK], scene.settings, size), asked);
    try {
      for await (const piece of pieces) {
        expect(piece.length).toBeGreaterThan(0);
        got.push(...piece);
      }
    } catch (error) {
      return { got, error };
    }
    return { got, error: null };
  }

  it("are each read once, however often the download is interrupted, if a strong ETag shows that the file is the same", async () => {
    const hosts = fc.record({
      etag: fc.constantFrom('"a"', 'W/"a"', null),
      hasLength: fc.boolean(),
      knowsRanges: fc.boolean(),
      cuts: fc.array(fc.integer({ min: 0, max: 590 }), { maxLength: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(hosts, fc.boolean(), async (how, canRestart) => {
        const scene = host(cutting(how), 0.5);
        const { got, error } = await read(scene, { canRestart });
        // The position after each cut. A partial response counts from where it starts.
        const tagged = how.etag === '"a"';
        let [received, fails] = [0, false];
        for (const cut of how.cuts) {
          const goesOn = tagged && how.knowsRanges && received > 0;
          if (goesOn && received + cut >= FILE.length) break;
          if (goesOn) received += cut;
          else if (received === 0 || tagged) received = Math.max(canRestart ? 0 : received, cut);
          else received = cut;
          if (received > 0 && !tagged && !canRestart) {
            fails = true;
            break;
          }
        }
        expect(error instanceof DownloadError).toBe(fails);
        if (fails) expect(got).toEqual([...FILE.subarray(0, got.length)]);
        else expect(got).toEqual([...FILE]);
      }),
      { numRuns: runs(300) },
    );
  });

  it("are requested again after doubling delays, until the sixth interruption without progress", async () => {
    const how = { etag: '"a"', hasLength: true, knowsRanges: true };
    const five = host(cutting({ ...how, cuts: [10, 0, 0, 0, 0] }), 0.5);
    expect((await read(five)).got).toEqual([...FILE]);
    expect(five.slept).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
    expect(five.events.filter(({ type }) => type === "wait")).toEqual(
      five.slept.map((ms) => ({ type: "wait", reason: "retry", ms })),
    );
    const six = host(cutting({ ...how, cuts: [10, 0, 0, 0, 0, 0] }), 0.5);
    const { got, error } = await read(six);
    expect([got.length, six.requests.length]).toEqual([10, 6]);
    expect(error).toMatchObject({
      received: 10,
      expected: 600,
      message: `the report file ended after 10 of 600 bytes${DOWNLOADS}`,
    });
    const MIB = 1024 * 1024;
    const again = host(
      cutting(
        { etag: null, hasLength: true, knowsRanges: false, cuts: Array(20).fill(2 * MIB) },
        new Uint8Array(3 * MIB),
      ),
    );
    let restarts = 0;
    const restart = () => void restarts++;
    const bytes = fileBytes(again.settings, source([LINK], again.settings), {
      signal: undefined,
      restart,
    });
    const all = (async () => {
      for await (const _ of bytes);
    })();
    expect(await failure(all)).toMatchObject({ received: 2 * MIB, expected: 3 * MIB });
    expect([restarts, again.requests.length]).toEqual([5, 6]);
    const large = new Uint8Array(8 * MIB).fill(0x61).fill(0x0a, 8 * MIB - 1);
    for (const [share, heals] of [
      [MIB, true],
      [MIB - 1, false],
    ] as const) {
      const progress = host(cutting({ ...how, cuts: Array(6).fill(share) }, large));
      let length = 0;
      const work = (async () => {
        for await (const piece of fileBytes(progress.settings, source([LINK], progress.settings), {
          signal: undefined,
        }))
          length += piece.length;
      })();
      expect([(await failure(work)) === undefined, length]).toEqual([
        heals,
        heals ? large.length : 6 * share,
      ]);
    }
  });

  it("are not read before the reader needs them", async () => {
    const how = { etag: null, knowsRanges: false, cuts: [] };
    for (const hasLength of [true, false]) {
      expect(
        (await read(host(cutting({ ...how, hasLength })), { maxBytes: 600 })).error,
      ).toBeNull();
      const { got, error } = await read(host(cutting({ ...how, hasLength })), { maxBytes: 599 });
      expect(error).toBeInstanceOf(DownloadError);
      expect(error).toMatchObject({
        expected: 600,
        message: `the report file has 600 bytes or more, but maxBytes is 599; raise maxBytes, or use rows(), which reads row by row${DOWNLOADS}`,
      });
      expect(got.length).toBe(hasLength ? 0 : 595);
    }
  });

  it("cause an error if they change after some were passed on, unless the reader can start over", async () => {
    const first = () => cutting({ etag: '"a"', hasLength: true, knowsRanges: false, cuts: [100] });
    const other = { hasLength: true, knowsRanges: false, cuts: [] };
    for (const [etag, file] of [
      ['"b"', FILE],
      ['"a"', FILE.subarray(0, 599)],
      [null, FILE],
    ] as const) {
      const scene = host([...first(), ...cutting({ ...other, etag }, file)]);
      const { got, error } = await read(scene);
      expect(got).toHaveLength(100);
      expect(error).toMatchObject({
        status: 200,
        received: 100,
        expected: file.length,
        message: `the report file changed after 100 bytes${DOWNLOADS}`,
      });
    }
    const anew = host([...first(), ...cutting({ ...other, etag: '"b"' })]);
    expect(await read(anew, { canRestart: true })).toEqual({ got: [...FILE], error: null });
  });

  it("cause an event when they are complete, and another if there are fewer than announced", async () => {
    const how = { etag: null, hasLength: true, knowsRanges: false, cuts: [] };
    for (const size of [null, 599, 600, 601]) {
      const scene = host(cutting(how));
      expect((await read(scene, {}, size)).error).toBeNull();
      const told = scene.events.filter(
        ({ type }) => type === "download" || type === "size-mismatch",
      );
      const less = {
        type: "size-mismatch",
        flow: "made-up",
        adAccountId: "1",
        received: 600,
        announced: 601,
      };
      expect(told).toEqual([
        { type: "download", received: 600, expected: 600 },
        ...(size === 601 ? [less] : []),
      ]);
    }
  });

  it("stay unchanged without a content-encoding, even if they start like gzip", async () => {
    const odd = Uint8Array.from({ length: 50 }, (_, index) => [0x1f, 0x8b, 0x08][index] ?? index);
    const how = { etag: null, hasLength: true, knowsRanges: false, cuts: [] };
    expect(await read(host(cutting(how, odd)))).toEqual({ got: [...odd], error: null });
  });

  it("cause an immediate error if their encoding is wrong, but are requested again if they only end early", async () => {
    for (const [code, again] of [
      ["Z_DATA_ERROR", 0],
      ["ERR__ERROR_FORMAT_PADDING_1", 0],
      ["ZSTD_error_corruption_detected", 0],
      ["ECONNRESET", 5],
      ["X_Z_DATA_ERROR", 5],
    ] as const) {
      const broken = (encoding: string) => () => {
        let pieces = 0;
        const pull = (controller: ReadableStreamDefaultController<Uint8Array>) => {
          if (pieces++ === 0) controller.enqueue(new Uint8Array(1_234).fill(0x61));
          else controller.error(Object.assign(new Error("incorrect data check"), { code }));
        };
        return new Response(new ReadableStream({ pull }, { highWaterMark: 0 }), {
          headers: { "content-encoding": encoding },
        });
      };
      const scene = host([broken("gzip")]);
      const { error } = await read(scene, { canRestart: true });
      expect([code, scene.requests.length]).toEqual([code, 1 + again]);
      const words =
        again === 0
          ? "the report file does not match its content-encoding, after 1,234 bytes: "
          : "the report file ended after 1,234 bytes: ";
      expect(error).toMatchObject({
        status: 200,
        received: 1_234,
        message: expect.stringContaining(words),
      });
      // Without an encoding, it counts as an ordinary cut.
      const plain = host([broken("identity")]);
      await read(plain, { canRestart: true });
      expect(plain.requests).toHaveLength(6);
    }
  });

  it("stop when the caller aborts, whether before anything is sent or between two chunks", async () => {
    const scene = host(cutting({ etag: null, hasLength: true, knowsRanges: false, cuts: [] }));
    const reason = new Error("enough");
    expect((await read(scene, { signal: AbortSignal.abort(reason) })).error).toBe(reason);
    expect(scene.requests).toEqual([]);
    const stop = new AbortController();
    let got = 0;
    const work = (async () => {
      for await (const piece of fileBytes(scene.settings, source([LINK], scene.settings), {
        signal: stop.signal,
      })) {
        got += piece.length;
        stop.abort(reason);
      }
    })();
    expect([await failure(work), got]).toEqual([reason, 7]);
  });
});
