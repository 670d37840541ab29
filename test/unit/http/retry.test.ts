import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Failure,
  isDefinitelyRejected,
  isOutage,
  isRejectedUnprocessed,
  isRetryable,
  nextWait,
  RetryBudget,
  requestedWait,
  serverDate,
} from "../../../runtime/http/retry.js";

const answer = (
  status: number,
  more: Partial<Extract<Failure, { kind: "http" }>> = {},
): Failure => ({
  kind: "http",
  status,
  apiCode: null,
  apiMessage: "",
  retryAfterMs: null,
  ...more,
});
const silence = (sent: boolean, code: string | null = null): Failure => ({
  kind: "network",
  sent,
  code,
});

describe("whether a request is retried", () => {
  it.each<[string, Failure, boolean, boolean]>([
    ["a rate limit", answer(429), true, true],
    [
      "a 400 with a retry time in its message",
      answer(400, { apiMessage: "Retry after 3 seconds", retryAfterMs: 3_000 }),
      true,
      true,
    ],
    ["a refused connection", silence(false, "ECONNREFUSED"), true, true],
    ["a dropped connection", silence(true, "ECONNRESET"), true, false],
    ["a bad certificate", silence(false, "CERT_HAS_EXPIRED"), false, false],
    ["a port that fetch blocks", silence(false, "BAD_PORT"), false, false],
    ["500", answer(500), true, false],
    ["501", answer(501), false, false],
    ["505", answer(505), false, false],
    ["599", answer(599), true, false],
    ["400", answer(400), false, false],
    ["400 with a retry time in a header only", answer(400, { retryAfterMs: 3_000 }), false, false],
    ["code 12", answer(400, { apiCode: 12 }), true, false],
    [
      "something went wrong",
      answer(400, { apiMessage: "Something went wrong on our end." }),
      true,
      false,
    ],
    ["401", answer(401), false, false],
    ["302", answer(302), false, false],
  ])("%s", (_, failure, look, create) => {
    expect(nextWait(failure, { number: 1, idempotent: true, random: 0 }) !== null).toBe(look);
    expect(nextWait(failure, { number: 1, idempotent: false, random: 0 }) !== null).toBe(create);
  });
});

describe("a failed request", () => {
  const statuses = Array.from({ length: 500 }, (_, index) => 100 + index);
  const that = (
    is: (failure: Failure) => boolean,
    more: Parameters<typeof answer>[1] = {},
  ): readonly number[] => statuses.filter((status) => is(answer(status, more)));
  const among = (from: number, to: number, but: readonly number[]): readonly number[] =>
    statuses.filter((status) => status >= from && status <= to && !but.includes(status));
  const broken = [408, ...among(500, 599, [501, 505])];

  it("is classified by its status as definitely rejected, not processed, a server error, or retryable", () => {
    expect(that(isDefinitelyRejected)).toEqual([...among(400, 499, [408]), 501, 505]);
    expect(that(isRejectedUnprocessed)).toEqual([429]);
    expect(that(isOutage)).toEqual(broken);
    expect(that(isRetryable)).toEqual([408, 429, ...broken.slice(1)]);
  });

  it.each([{ apiCode: 12 }, { apiMessage: "Oh. SOMETHING went wrong here" }])(
    "may have created something if the response describes a server error: %j",
    (more) => {
      expect(that(isDefinitelyRejected, more)).toEqual([401, 501, 505]);
      expect(that(isOutage, more)).toEqual([400, ...broken]);
      expect(that(isRetryable, more)).toEqual([400, 408, 429, ...broken.slice(1)]);
    },
  );

  it("was not processed if the message says how long to wait", () => {
    expect(that(isRejectedUnprocessed, { apiMessage: "Retry after 3 seconds" })).toEqual([
      400, 429,
    ]);
    expect(that(isRejectedUnprocessed, { apiMessage: "Retry after 0 seconds" })).toEqual([429]);
  });

  it("is classified by whether it was sent, if there is no response", () => {
    for (const code of [
      null,
      "ECONNREFUSED",
      "ECONNRESET",
      "CERT_HAS_EXPIRED",
      "BAD_PORT",
      "BAD_RESPONSE",
    ]) {
      const lasts = code !== null && /^(CERT|BAD)_/.test(code);
      for (const sent of [true, false]) {
        expect(isDefinitelyRejected(silence(sent, code))).toBe(!sent);
        expect(isRejectedUnprocessed(silence(sent, code))).toBe(!sent && !lasts);
        expect(isOutage(silence(sent, code))).toBe(!lasts);
        expect(isRetryable(silence(sent, code))).toBe(!lasts);
      }
    }
  });

  it("is retried once without delay if the connection was closed, even in a call without back-off", () => {
    for (const code of ["ECONNRESET", "EPIPE", "UND_ERR_SOCKET", "ETIMEDOUT", null]) {
      const closed = code !== null && code !== "ETIMEDOUT";
      for (const waitsItself of [true, false]) {
        const wait = (number: number, repeatable = true) =>
          nextWait(silence(true, code), {
            number,
            idempotent: repeatable,
            random: 0.5,
            noBackoff: waitsItself,
          });
        expect(wait(1)).toBe(closed ? 0 : waitsItself ? null : 250);
        expect(wait(2)).toBe(waitsItself ? null : 500);
        expect(wait(1, false)).toBeNull();
      }
    }
    expect(
      nextWait(answer(429, { retryAfterMs: 1 }), {
        number: 1,
        idempotent: true,
        random: 0,
        noBackoff: true,
      }),
    ).toBeNull();
  });
});

describe("the retry budget", () => {
  it("starts with a reserve, earns a fifth of a retry per call, and never exceeds the reserve", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.nat(200), (reserve, calls) => {
        const budget = new RetryBudget(reserve);
        const all = (): number => {
          let spent = 0;
          while (spent < 1_000 && budget.spend()) spent++;
          return spent;
        };
        expect(all()).toBe(reserve);
        for (let call = 0; call < calls; call++) budget.earn();
        // Fifths are inexact in binary, so a whole number of attempts may be one short.
        const earned = Math.min(reserve, calls / 5);
        expect(Math.abs(all() - Math.floor(earned))).toBeLessThanOrEqual(
          Number.isInteger(earned) ? 1 : 0,
        );
      }),
    );
    const usual = new RetryBudget();
    for (let call = 0; call < 100; call++) usual.earn();
    expect(Array.from({ length: 12 }, () => usual.spend())).toEqual([
      ...Array(10).fill(true),
      false,
      false,
    ]);
    for (let call = 0; call < 4; call++) usual.earn();
    expect(usual.spend()).toBe(false);
    usual.earn();
    expect([usual.spend(), usual.spend()]).toEqual([true, false]);
  });
});

describe("the wait before a retry", () => {
  it("is random, up to a limit that doubles", () => {
    const waits = [1, 2, 3, 4, 5, 6].map((number) =>
      nextWait(answer(500), { number, idempotent: true, random: 0.5 }),
    );
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, null]);
  });

  it("is at least as long as the server requests", () => {
    const asked = answer(429, { retryAfterMs: 4_000 });
    expect(nextWait(asked, { number: 1, idempotent: true, random: 0 })).toBe(4_000);
    expect(nextWait(asked, { number: 1, idempotent: true, random: 0.5 })).toBe(4_200);
    // Adds at most a tenth, and at most a second.
    expect(
      nextWait(answer(429, { retryAfterMs: 10_000 }), {
        number: 5,
        idempotent: false,
        random: 0.5,
      }),
    ).toBe(10_500);
    expect(
      nextWait(answer(429, { retryAfterMs: 300_000 }), {
        number: 1,
        idempotent: true,
        random: 0.5,
      }),
    ).toBe(300_500);
    expect(
      nextWait(answer(429, { retryAfterMs: 4_000 }), { number: 6, idempotent: true, random: 0 }),
    ).toBeNull();
    expect(
      nextWait(answer(429, { retryAfterMs: 300_001 }), { number: 1, idempotent: true, random: 0 }),
    ).toBeNull();
  });

  it.each<[string | null, string, number | null]>([
    ["2", "Retry after 5 s", 2_000],
    ["0", "Retry after 5 s", 5_000],
    ["2", "", 2_000],
    ["1.5", "", 1_500],
    ["Tue, 10 Mar 2026 12:00:10 GMT", "", 10_000],
    ["10 Mar 2026 12:00:10 GMT", "", 10_000],
    ["Tue, 10 Mar 2026 13:00:10 +0100", "", 10_000],
    [null, "Limit exceeded. Retry after 17 seconds", 17_000],
    ["abc", "Retry after 1 second", 1_000],
    ["-1", "", null],
    ["0", "", null],
    ["", "", null],
    ["NaN", "", null],
    ["Infinity", "", null],
    [" 2 ", "", 2_000],
    ["+2", "", 2_000],
    ["1e1", "", 10_000],
    ["1E1", "", 10_000],
    ["2x", "", null],
    ["x2", "", null],
    ["2 3", "", null],
    ["2026-03-11", "", null],
    ["1e10", "", 1e13],
    ["Tue, 10 Mar 2020 12:00:10 GMT", "", null],
    [null, "Retry after 0 seconds", null],
    [null, "Retry after 3s", 3_000],
    [null, "Please retry in 1.5 seconds.", 1_500],
    [null, "Retry after 2 minutes", 120_000],
    [null, "Retry after 1 hour", 3_600_000],
    [null, "RETRY IN  2 M", 120_000],
    [null, "retry in 1.25 h", 4_500_000],
    [null, "retry in 12 mins", 720_000],
    [null, "retry in 12 min.", 720_000],
    [null, "retry after 2 secs", 2_000],
    [null, "retry after 2 sec", 2_000],
    [null, "retry after 10hours", 36_000_000],
    [null, "retry after 2 hourly", null],
    [null, "retry at 2 s", null],
    [null, "retryafter 2 s", null],
    [null, "retry after s", null],
    [null, "Retry after 5 ms", null],
    [null, "Try again later", null],
  ])("is read from the header %j and the message %j as %j ms", (header, message, ms) => {
    expect(
      requestedWait(
        new Headers(header === null ? {} : { "retry-after": header }),
        message,
        Date.parse("2026-03-10T12:00:00Z"),
      ),
    ).toBe(ms);
  });

  it("is measured from the response's date, unless that is a day or more off", () => {
    const ours = Date.parse("2026-03-10T12:00:00Z");
    const day = 86_400_000;
    fc.assert(
      fc.property(
        fc.integer({ min: -2 * 86_400, max: 2 * 86_400 }),
        fc.integer({ min: 1, max: 5_000 }),
        (off, seconds) => {
          const theirs = ours + off * 1_000;
          const isNear = Math.abs(off) * 1_000 < day;
          const headers = new Headers({
            date: new Date(theirs).toUTCString(),
            "retry-after": new Date(theirs + seconds * 1_000).toUTCString(),
          });
          expect(serverDate(headers, ours)).toBe(isNear ? theirs : ours);
          if (isNear) expect(requestedWait(headers, "", ours)).toBe(seconds * 1_000);
        },
      ),
    );
    for (const off of [-1, 1]) {
      const at = (ms: number) =>
        serverDate(new Headers({ date: new Date(ours + off * ms).toUTCString() }), ours);
      expect([at(day), at(day - 1_000)]).toEqual([ours, ours + off * (day - 1_000)]);
    }
    for (const headers of [new Headers(), new Headers({ date: "soon" })])
      expect(serverDate(headers, ours)).toBe(ours);
  });
});
