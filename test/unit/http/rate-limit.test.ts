import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Allowance,
  allowanceIn,
  announcementIn,
  Bucket,
  type RateLimit,
  windowsIn,
} from "../../../runtime/http/rate-limit.js";
import { runs } from "../../support/effort.js";

const DATE = Date.parse("2026-03-10T12:00:00Z");
const DAY = 86_400_000;
/** The longest time that a request is in flight. */
const HOLD_MS = 2_500;

type Step =
  | { readonly do: "take" | "answered" | "unsent" | "unknown" | "accepted" }
  | { readonly do: "pass" | "pause" | "back off"; readonly ms: number }
  | { readonly do: "announce"; readonly windows: readonly RateLimit[] }
  | { readonly do: "learn"; readonly allowance: Allowance };

const window = fc.record({
  requests: fc.integer({ min: 1, max: 5 }),
  perMs: fc.integer({ min: 1, max: 6 }).map((seconds) => seconds * 1_000),
});
const ms = fc.integer({ min: 0, max: 14 }).map((halves) => halves * 500);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Step>({ do: "take" }) },
  { weight: 5, arbitrary: fc.constant<Step>({ do: "answered" }) },
  fc.constant<Step>({ do: "unknown" }),
  fc.constant<Step>({ do: "unsent" }),
  fc.constant<Step>({ do: "accepted" }),
  { weight: 4, arbitrary: ms.map<Step>((ms) => ({ do: "pass", ms })) },
  ms.map<Step>((ms) => ({ do: "pause", ms })),
  fc.constant<Step>({ do: "back off", ms: 0 }),
  fc
    .uniqueArray(window, { maxLength: 2, selector: ({ perMs }) => perMs })
    .map<Step>((windows) => ({ do: "announce", windows })),
  fc
    .record({ remaining: fc.integer({ min: 0, max: 4 }), resetMs: ms.map((ms) => ms + 500) })
    .map<Step>((allowance) => ({ do: "learn", allowance })),
);

/**
 * A bucket that follows its documentation literally: it remembers every request, and tries every
 * moment.
 */
class PlainBucket {
  now = 0;
  /** The latest possible arrival of each request in flight, in sending order. */
  readonly underWay: number[] = [];
  windows: readonly RateLimit[];
  readonly #configured: readonly RateLimit[];
  readonly #ended: number[] = [];
  #pausedUntil = 0;
  #allowed: { left: number; readonly until: number } | null = null;
  #refusals = 0;

  constructor(limit: RateLimit | null) {
    this.#configured = limit === null ? [] : [limit];
    this.windows = this.#configured;
  }

  do(step: Step): void {
    if (this.#allowed !== null && this.#allowed.until <= this.now) this.#allowed = null;
    if (step.do === "take") {
      this.underWay.push(this.now + HOLD_MS);
      if (this.#allowed !== null) this.#allowed.left--;
    } else if (step.do === "answered") {
      this.underWay.shift();
      this.#ended.push(this.now);
    } else if (step.do === "unknown") {
      this.#ended.push(this.underWay.shift() as number);
    } else if (step.do === "unsent") {
      this.underWay.shift();
      if (this.#allowed !== null) this.#allowed.left++;
    } else if (step.do === "accepted") this.#refusals = 0;
    else if (step.do === "pass") this.now += step.ms;
    else if (step.do === "pause")
      this.#pausedUntil = Math.max(this.#pausedUntil, this.now + step.ms);
    else if (step.do === "back off") {
      if (this.#pausedUntil <= this.now)
        this.#pausedUntil = this.now + Math.min(30_000, 500 * 2 ** this.#refusals++);
    } else if (step.do === "announce") {
      if (step.windows.length > 0) this.windows = [...this.#configured, ...step.windows];
    } else if (step.do === "learn") {
      const { remaining, resetMs } = step.allowance;
      // One of the requests in flight is the one whose response has just arrived.
      const others = Math.max(0, this.underWay.length - 1);
      this.#allowed = { left: Math.max(0, remaining - others), until: this.now + resetMs };
    }
  }

  /**
   * The earliest time, in steps of half a second, with room if everything in flight gets its
   * response now.
   */
  freeAt(): number {
    for (let at = this.now; ; at += 500) if (this.#hasRoom(at)) return at;
  }

  #hasRoom(at: number): boolean {
    if (at < this.#pausedUntil) return false;
    if (this.#allowed !== null && this.#allowed.left <= 0 && at < this.#allowed.until) return false;
    const ends = [...this.#ended, ...this.underWay].map((end) => Math.min(end, this.now));
    return this.windows.every(
      ({ requests, perMs }) => ends.filter((end) => end + perMs > at).length < requests,
    );
  }
}

const announced = (windows: readonly RateLimit[]): string =>
  windows.map(({ requests, perMs }) => `${requests};w=${perMs / 1_000}`).join(", ");

describe("a rate limit's bucket", () => {
  it("has room exactly when its windows, allowance and pauses allow a request, whatever came before", () => {
    fc.assert(
      fc.property(fc.option(window), fc.array(step, { maxLength: 40 }), (limit, steps) => {
        const [bucket, plain] = [new Bucket("ads", limit), new PlainBucket(limit)];
        const before = bucket.freeAt(0);
        expect(before).toBeLessThanOrEqual(0);
        for (const step of steps) {
          const [first] = plain.underWay;
          const isEnd = ["answered", "unsent", "unknown"].includes(step.do);
          if (isEnd && first === undefined) continue;
          bucket.freeAt(plain.now);
          if (step.do === "take") bucket.take(plain.now + HOLD_MS);
          else if (step.do === "answered") bucket.end(first as number, plain.now);
          else if (step.do === "unknown") bucket.end(first as number, first);
          else if (step.do === "unsent") bucket.end(first as number);
          else if (step.do === "accepted") bucket.accepted();
          else if (step.do === "pause") bucket.pause(plain.now + step.ms);
          else if (step.do === "back off") bucket.backOff(plain.now);
          else if (step.do === "announce") bucket.announce(announced(step.windows));
          else if (step.do === "learn") bucket.learn(step.allowance, plain.now);
          plain.do(step);
          expect(Math.max(plain.now, bucket.freeAt(plain.now))).toBe(plain.freeAt());
        }
      }),
      { numRuns: runs(2_000) },
    );
  });

  it("reports whether an announcement changed its windows", () => {
    const bucket = new Bucket("ads", null);
    expect(
      ["", "300", "5;w=1", "5;w=1", "none", "5;w=2", "5;w=1"].map((text) => bucket.announce(text)),
    ).toEqual([false, false, true, false, false, true, true]);
  });

  it("counts earlier requests in a newly announced window: the last thousand, or as many as its largest window allows", () => {
    const send = (bucket: Bucket, count: number): void => {
      for (let index = 0; index < count; index++) {
        bucket.take(index + HOLD_MS);
        bucket.end(index + HOLD_MS, index);
      }
    };
    for (const [before, count, requests, room] of [
      [null, 999, 1_000, true],
      [null, 1_000, 1_000, false],
      [null, 5_001, 1_000, false],
      ["2500;w=86400", 2_499, 2_500, true],
      ["2500;w=86400", 2_500, 2_500, false],
      ["2500;w=86400", 7_501, 2_500, false],
    ] as const) {
      const bucket = new Bucket("ads", null);
      if (before !== null) bucket.announce(before);
      send(bucket, count);
      bucket.announce(`${requests};w=86400`);
      expect([count, bucket.freeAt(count) <= count]).toEqual([count, room]);
      // There is room again once the first request has left the full window.
      if (!room) expect(bucket.freeAt(count)).toBe(count - requests + DAY);
    }
  });
});

/** Ways to write the time until the reset, with their precision. */
const RESETS: readonly ((ms: number) => string)[] = [
  (ms) => String(ms / 1_000),
  (ms) => ` ${ms / 1_000} `,
  (ms) => `${ms / 1_000};comment`,
  (ms) => String((DATE + ms) / 1_000),
  (ms) => String(DATE + ms),
];
const reset = fc.integer({ min: 1, max: 700 }).map((seconds) => seconds * 1_000);
const allowance = fc.record({ remaining: fc.integer({ min: 0, max: 3 }), resetMs: reset });
const family = fc.record({
  allowances: fc.array(allowance, { minLength: 1, maxLength: 3 }),
  notation: fc.constantFrom(...RESETS),
});

/** The allowance with the fewest requests left; among equals, the one with the latest reset. */
function tightestOf(all: readonly Allowance[]): Allowance | null {
  return (
    all.toSorted(
      (one, other) => one.remaining - other.remaining || other.resetMs - one.resetMs,
    )[0] ?? null
  );
}

describe("the allowance in a response's headers", () => {
  it("is the strictest one announced, in any notation", () => {
    const draft = fc.tuple(
      fc.constantFrom("list", "old"),
      fc.array(allowance, { minLength: 1, maxLength: 3 }),
    );
    const names = fc.subarray(["x-userendpoint-ratelimit", "x-ratelimit", "ratelimit"]);
    fc.assert(
      fc.property(
        names,
        fc.array(family, { minLength: 3, maxLength: 3 }),
        fc.option(draft),
        (names, families, draft) => {
          const headers = new Headers();
          const all: Allowance[] = [];
          for (const [index, name] of names.entries()) {
            const { allowances, notation } = families[index] as (typeof families)[number];
            headers.set(
              `${name}-remaining`,
              allowances.map(({ remaining }) => remaining).join(", "),
            );
            headers.set(
              `${name}-reset`,
              allowances.map(({ resetMs }) => notation(resetMs)).join(", "),
            );
            // A reset that contains letters is read as a single date, so a list of them is not read
            // at all.
            if (!/[a-z]/.test(notation(1)) || allowances.length === 1) all.push(...allowances);
            else headers.delete(`${name}-remaining`);
          }
          if (draft !== null) {
            const [form, allowances] = draft;
            const [first] = allowances as [Allowance];
            if (form === "old")
              headers.set(
                "ratelimit",
                `limit=9, remaining=${first.remaining}, reset=${first.resetMs / 1_000}`,
              );
            else
              headers.set(
                "ratelimit",
                allowances
                  .map(
                    ({ remaining, resetMs }, index) =>
                      `"p${index}";r=${remaining};t=${resetMs / 1_000}`,
                  )
                  .join(", "),
              );
            all.push(...(form === "old" ? [first] : allowances));
          }
          expect(allowanceIn(headers, DATE)).toEqual(tightestOf(all));
        },
      ),
      { numRuns: runs(2_000) },
    );
  });

  it.each<[Record<string, string>, Allowance | null]>([
    // One reset for several allowances.
    [
      { "x-ratelimit-remaining": "5, 2", "x-ratelimit-reset": "7" },
      { remaining: 2, resetMs: 7_000 },
    ],
    // An invalid entry does not affect the others.
    [
      { "x-ratelimit-remaining": "5, none", "x-ratelimit-reset": "7" },
      { remaining: 5, resetMs: 7_000 },
    ],
    [
      { "x-ratelimit-remaining": "none, 5", "x-ratelimit-reset": "7" },
      { remaining: 5, resetMs: 7_000 },
    ],
    [{ ratelimit: '"a";r=1;t=2, "b";r=0' }, { remaining: 1, resetMs: 2_000 }],
    [
      { "x-ratelimit-remaining": "5", "x-ratelimit-reset": "1.25" },
      { remaining: 5, resetMs: 1_250 },
    ],
    [{ "x-ratelimit-remaining": "5", "x-ratelimit-reset": "0" }, null],
    [{ "x-ratelimit-remaining": "5", "x-ratelimit-reset": "-3" }, null],
    [{ "x-ratelimit-remaining": "5", "x-ratelimit-reset": "10 11" }, null],
    [{ "x-ratelimit-remaining": "5", "x-ratelimit-reset": "x10" }, null],
    [{ "x-ratelimit-remaining": "5", "x-ratelimit-reset": "1." }, null],
    [{ "x-ratelimit-remaining": "5 left", "x-ratelimit-reset": "10" }, null],
    [{ "x-ratelimit-remaining": "-", "x-ratelimit-reset": "10" }, null],
    [{ "x-ratelimit-remaining": "", "x-ratelimit-reset": "10" }, null],
    [{ "x-ratelimit-reset": "10" }, null],
    [{ ratelimit: '"a";tr=1;r=2;t=3' }, { remaining: 2, resetMs: 3_000 }],
    [{ ratelimit: "r=2;t=3" }, { remaining: 2, resetMs: 3_000 }],
    [{ ratelimit: '"a"; r=2 ; t=3' }, { remaining: 2, resetMs: 3_000 }],
    [{ ratelimit: '"a";r=-2;t=3' }, { remaining: 0, resetMs: 3_000 }],
    [{ ratelimit: '"a";r=2' }, null],
    [{ ratelimit: '"a";t=2' }, null],
    [{ ratelimit: '"a";r=;t=3' }, null],
    [{ ratelimit: "" }, null],
  ])("is read from %j", (headers, expected) => {
    expect(allowanceIn(new Headers(headers), DATE)).toEqual(expected);
  });
});

describe("announced windows", () => {
  const whole = fc.integer({ min: 1, max: 1_000_000 });
  const entry = fc.record({
    requests: whole,
    seconds: fc.integer({ min: 1, max: 86_400 }),
    quoted: fc.boolean(),
    space: fc.constantFrom("", " "),
  });

  it("are listed shortest first, each with the smallest limit announced for it", () => {
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 10 }), (entries) => {
        const text = entries.map(({ requests, seconds, quoted, space }) =>
          quoted
            ? `"x";q=${requests}${space};${space}w=${seconds}`
            : `${space}${requests}${space};w${space}=${space}${seconds}`,
        );
        const smallest = new Map<number, number>();
        for (const { requests, seconds } of entries)
          smallest.set(seconds, Math.min(requests, smallest.get(seconds) ?? requests));
        const expected = [...smallest].sort(([one], [other]) => one - other);
        expect(
          windowsIn(text.join()).map(({ requests, perMs }) => [perMs / 1_000, requests]),
        ).toEqual(expected);
      }),
      { numRuns: runs(1_000) },
    );
  });

  it.each([
    "",
    "5",
    "w=1",
    "5x;w=1",
    "x5;w=1",
    "5;w=1x",
    "5;w=x1",
    "5;w",
    "5;W=1",
    "5;aw=1",
    "5 5;w=1",
    '"x";q=;w=1',
    '"x";p=5;w=1',
    "5;w=1.5",
    "5;w=86401",
  ])("are not found in %j", (text) => {
    expect(windowsIn(text)).toEqual([]);
    expect(windowsIn(`${text},3;w=7`)).toEqual([{ requests: 3, perMs: 7_000 }]);
  });

  it("are read from every header that announces them, and from no other", () => {
    const names = [
      "x-userendpoint-ratelimit-limit",
      "x-ratelimit-limit",
      "ratelimit-limit",
      "ratelimit-policy",
    ];
    for (const name of names)
      expect(announcementIn(new Headers({ [name]: "5;w=1", "x-limit": "6;w=1" }))).toBe("5;w=1");
    expect(
      announcementIn(
        new Headers(names.map((name, index): [string, string] => [name, `${index + 1};w=1`])),
      ),
    ).toBe("1;w=1,2;w=1,3;w=1,4;w=1");
  });
});
