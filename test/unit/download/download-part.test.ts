import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  beginning,
  FileEnding,
  incompleteError,
  type Part,
  parseFull,
  parsePartial,
  transferError,
} from "../../../runtime/download/download.js";
import type { Opened } from "../../../runtime/download/request.js";
import { gunzipped } from "../../../runtime/download/request.js";
import { DownloadError } from "../../../runtime/errors.js";
import type { BodyReader } from "../../../runtime/http/fetch.js";
import { runs } from "../../support/effort.js";
import { DOWNLOADS } from "../../support/hints.js";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** A response from a file host. Undefined headers are omitted. */
function opened(
  status: number,
  headers: Readonly<Record<string, string | undefined>>,
  size: number | null = null,
): Opened {
  const given = Object.entries(headers).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { response: new Response(null, { status, headers: given }), secrets: ["s"], size };
}

const whole = (
  headers: Readonly<Record<string, string | undefined>>,
  size: number | null = null,
): Part => parseFull(opened(200, headers, size));
const encodings = fc.constantFrom(
  undefined,
  "identity",
  " Identity ",
  "",
  "gzip",
  "br",
  "identity, gzip",
  "x-identity",
);
const isPlain = (encoding: string | undefined): boolean =>
  ["", "identity"].includes((encoding ?? "").trim().toLowerCase());

describe("a response with a whole file", () => {
  it("has a length and a strong ETag, unless the platform has decoded it", () => {
    const tags = fc.constantFrom(undefined, '"a"', 'W/"a"', "a");
    const number = fc.option(fc.nat(5_000), { nil: undefined });
    fc.assert(
      fc.property(
        encodings,
        tags,
        number,
        fc.option(fc.nat(5_000)),
        (encoding, etag, length, size) => {
          const part = whole(
            { "content-encoding": encoding, etag, "content-length": length?.toString() },
            size,
          );
          const plain = isPlain(encoding);
          expect(part).toMatchObject({ encoded: !plain, size, secrets: ["s"] });
          expect(part.length).toBe(plain ? (length ?? null) : null);
          expect(part.etag).toBe(plain && etag === '"a"' ? etag : null);
        },
      ),
    );
  });
});

describe("a response with the rest of a file", () => {
  interface Said {
    readonly status: number;
    readonly etag: string | undefined;
    readonly encoding: string | undefined;
    readonly first: number;
    readonly last: number;
    readonly total: number | null;
    readonly length: number | undefined;
    readonly form: string;
  }

  const FROM = 300;
  // Each value usually fits on its own, so that no check hides behind another.
  const mostly = <Value>(good: Value, ...others: readonly Value[]) =>
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(good) },
      { weight: 2, arbitrary: fc.constantFrom(good, ...others) },
    );
  const said: fc.Arbitrary<Said> = fc.record({
    status: mostly(206, 200, 416),
    etag: mostly<string | undefined>('"a"', '"b"', undefined),
    encoding: mostly<string | undefined>(undefined, "identity", "gzip"),
    first: mostly(FROM, 0, FROM - 1, FROM + 1),
    last: mostly(999, 998, 1_000),
    total: mostly<number | null>(1_000, null, 1_001, 999),
    length: mostly<number | undefined>(1_000, undefined, 1_001),
    form: mostly(
      "bytes F-L/T",
      "bytes  F-L/T",
      "items F-L/T",
      "bytes F-L",
      "bytes */T",
      "xbytes F-L/T",
      "bytes F-L/Tx",
      "bytes F/T",
      "",
    ),
  });

  it("is used only if it is the requested range of the same file, through to the end", () => {
    fc.assert(
      fc.property(said, ({ status, etag, encoding, first, last, total, length, form }) => {
        const before = whole({ etag: '"a"', "content-length": length?.toString() }, 5);
        const range = form
          .replace("F", String(first))
          .replace("L", String(last))
          .replace("T", total?.toString() ?? "*");
        const answer = opened(206, {
          etag,
          "content-encoding": encoding,
          "content-range": range || undefined,
        });
        const response =
          status === 206
            ? answer.response
            : opened(status, { etag, "content-range": range || undefined }).response;
        const goesOn =
          status === 206 &&
          form === "bytes F-L/T" &&
          etag === '"a"' &&
          isPlain(encoding) &&
          first === FROM &&
          (total === null || ((length === undefined || length === total) && last === total - 1));
        const rest = parsePartial({ ...answer, response, secrets: ["t"] }, { from: FROM, before });
        expect(rest).toEqual(
          goesOn ? { ...before, response, secrets: ["t"], length: length ?? total } : null,
        );
      }),
      { numRuns: runs(2_000) },
    );
  });

  it("is never expected without a range request, or for a file without an ETag", () => {
    const range = { "content-range": "bytes 300-999/1000" };
    expect(
      parsePartial(opened(206, { etag: '"a"' }), { from: 300, before: whole({ etag: '"a"' }) }),
    ).toBeNull();
    expect(
      parsePartial(opened(206, { ...range, etag: '"a"' }), { from: 300, before: whole({}) }),
    ).toBeNull();
    expect(
      parsePartial(opened(206, range), { from: 300, before: whole({ etag: '"a"' }) }),
    ).toBeNull();
  });
});

describe("the end of a file", () => {
  const endingOf = (pieces: readonly (string | Uint8Array)[]): FileEnding => {
    const ending = new FileEnding();
    for (const piece of pieces) ending.push(typeof piece === "string" ? bytesOf(piece) : piece);
    return ending;
  };

  it("is missing if there is no closing bracket or final line break, however the file is split", () => {
    const space = fc.constantFrom("", " ", "\n", "\r\n ", "\t\n\n");
    const mark = fc.constantFrom("", "\ufeff");
    const inner = fc.constantFrom("", "a", "a,b\n1,2", '{"a":1}', "[1]", "}\n", "]\n");
    const kind = fc.constantFrom<readonly [string, string]>(
      ["{", "}"],
      ["[", "]"],
      ["", "\n"],
      ["", "\r"],
    );
    fc.assert(
      fc.property(
        mark,
        space,
        kind,
        inner,
        space,
        fc.boolean(),
        fc.array(fc.nat(12)),
        (bom, lead, [open, close], middle, tail, ends, cuts) => {
          const start = open === "" ? `x${middle}` : open + middle;
          const text = bom + lead + start + (ends ? close : "") + tail;
          const bytes = bytesOf(text);
          const pieces: Uint8Array[] = [];
          let at = 0;
          for (const size of cuts) {
            pieces.push(bytes.subarray(at, at + size));
            at += size;
          }
          pieces.push(bytes.subarray(at));
          const last = text.trimEnd().at(-1);
          const broken = open === "" ? !/[\r\n]$/.test(text) : last !== close;
          expect(endingOf(pieces).mayBeTruncated()).toBe(broken);
        },
      ),
    );
  });

  it("is not reported as missing in a file that contains only white space", () => {
    for (const text of ["", " ", "\n \t", "\ufeff", "\ufeff\n "])
      expect(endingOf([text]).mayBeTruncated()).toBe(false);
    expect(endingOf([]).mayBeTruncated()).toBe(false);
  });

  it("is recognized as premature by the host's Content-Length, by an incomplete row, or else by the announced size", () => {
    const sizes = fc.option(fc.integer({ min: 1, max: 4 }));
    // Whether the last row of each file is cut off, and whether its text shows that.
    const files = fc.constantFrom<readonly [text: string, broken: boolean, shown: boolean]>(
      ["{", true, true],
      ["[1", true, true],
      ["{}", false, false],
      ["a\nb", true, true],
      ["a\rb", true, true],
      ["a,b", true, false],
      ["a\n", false, false],
      ["", true, false],
      ["\ufeff\n", true, false],
    );
    fc.assert(
      fc.property(
        sizes,
        sizes,
        fc.nat(5),
        files,
        fc.boolean(),
        (length, size, received, [text, broken, shown], encoded) => {
          const encoding = encoded ? "gzip" : undefined;
          const part = whole(
            { "content-length": length?.toString(), "content-encoding": encoding },
            size,
          );
          const error = incompleteError(part, received, endingOf([...text]));
          const cut = !encoded && length !== null && length !== received;
          const less = size !== null && received < size;
          expect(error instanceof DownloadError).toBe(cut || (less ? broken : encoded && shown));
          if (error === null) return;
          const expected = cut ? length : less ? size : null;
          expect(error).toMatchObject({ status: 200, received });
          expect(error.expected ?? null).toBe(expected);
          const within = text.trim() === "" ? ", before the first row" : ", in the middle of a row";
          const words = cut ? "" : less ? `${within}; the API announced more` : within;
          expect(error.message).toBe(
            `the report file ended after ${received}${expected === null ? "" : ` of ${expected}`} bytes${words}${DOWNLOADS}`,
          );
        },
      ),
      { numRuns: 500 },
    );
    const cutOff = (size: number | null) =>
      transferError({ ...beginning(opened(200, {}, size)), received: 1_234 }, new Error("reset"));
    expect(cutOff(null).message).toBe(`the report file ended after 1,234 bytes: reset${DOWNLOADS}`);
    expect(cutOff(5_678).message).toBe(
      `the report file ended after 1,234 of 5,678 bytes: reset${DOWNLOADS}`,
    );
  });
});

describe("bytes that may be gzipped", () => {
  interface Source extends BodyReader {
    readonly cancelled: unknown[];
  }

  function source(bytes: Uint8Array, size: number): Source {
    let at = 0;
    const cancelled: unknown[] = [];
    return {
      cancelled,
      async read() {
        if (at >= bytes.length) return { done: true };
        const value = bytes.subarray(at, at + size);
        at += size;
        return { done: false, value };
      },
      async cancel(reason) {
        cancelled.push(reason);
      },
    };
  }

  async function readAll(reader: BodyReader): Promise<string> {
    const pieces: Uint8Array[] = [];
    for (;;) {
      const { done, value } = await reader.read();
      if (done || value === undefined) return Buffer.concat(pieces).toString();
      pieces.push(value);
    }
  }

  it("are decoded in chunks of any size, while other bytes stay unchanged", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 40 }),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        async (text, size, zipped) => {
          fc.pre(!text.startsWith("\u001f"));
          const bytes = zipped ? gzipSync(text) : bytesOf(text);
          expect(await readAll(gunzipped(source(bytes, size)))).toBe(
            Buffer.from(bytesOf(text)).toString(),
          );
        },
      ),
    );
  });

  it("cause an error if they end too early", async () => {
    const bytes = gzipSync("a,b\n1,2\n".repeat(50));
    await expect(readAll(gunzipped(source(bytes.subarray(0, -9), 10)))).rejects.toThrow();
  });

  it.each([
    ["before the first read", 0],
    ["after it", 1],
  ])("cancel their source if they are cancelled %s", async (_, reads) => {
    for (const bytes of [gzipSync("a".repeat(99)), bytesOf("abc")]) {
      const raw = source(bytes, 5);
      const reader = gunzipped(raw);
      for (let read = 0; read < reads; read++) await reader.read();
      await reader.cancel("enough");
      expect(raw.cancelled).toContain("enough");
    }
  });
});
