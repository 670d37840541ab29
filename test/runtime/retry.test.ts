import { describe, expect, it } from "vitest";
import { askedWait, type Failure, nextWait } from "../../runtime/retry.js";

const answer = (status: number, more: Partial<Extract<Failure, { kind: "answer" }>> = {}): Failure => ({
  kind: "answer",
  status,
  apiCode: null,
  apiMessage: "",
  retryAfterMs: null,
  ...more,
});
const silence = (sent: boolean, code: string | null = null): Failure => ({ kind: "silence", sent, code });

describe("what is tried again", () => {
  it.each<[string, Failure, boolean, boolean]>([
    ["a rate limit", answer(429), true, true],
    ["a 400 that says when", answer(400, { apiMessage: "Retry after 3 seconds", retryAfterMs: 3_000 }), true, true],
    ["a refused connection", silence(false, "ECONNREFUSED"), true, true],
    ["a cut connection", silence(true, "ECONNRESET"), true, false],
    ["a bad certificate", silence(false, "CERT_HAS_EXPIRED"), false, false],
    ["a port that fetch bars", silence(false, "BAD_PORT"), false, false],
    ["500", answer(500), true, false],
    ["501", answer(501), false, false],
    ["505", answer(505), false, false],
    ["599", answer(599), true, false],
    ["400", answer(400), false, false],
    ["400 with a header alone", answer(400, { retryAfterMs: 3_000 }), false, false],
    ["code 12", answer(400, { apiCode: 12 }), true, false],
    ["something went wrong", answer(400, { apiMessage: "Something went wrong on our end." }), true, false],
    ["401", answer(401), false, false],
    ["302", answer(302), false, false],
  ])("%s", (_, failure, look, create) => {
    expect(nextWait(failure, { number: 1, repeatable: true, random: 0 }) !== null).toBe(look);
    expect(nextWait(failure, { number: 1, repeatable: false, random: 0 }) !== null).toBe(create);
  });
});

describe("how long it takes", () => {
  it("is left to chance, up to a bound that doubles", () => {
    const waits = [1, 2, 3, 4, 5, 6].map((number) => nextWait(answer(500), { number, repeatable: true, random: 0.5 }));
    expect(waits).toEqual([250, 500, 1_000, 2_000, 4_000, null]);
  });

  it("is never less than what was asked for", () => {
    const asked = answer(429, { retryAfterMs: 4_000 });
    expect(nextWait(asked, { number: 1, repeatable: true, random: 0 })).toBe(4_000);
    expect(nextWait(asked, { number: 1, repeatable: true, random: 0.5 })).toBe(4_200);
    expect(nextWait(answer(429, { retryAfterMs: 300_001 }), { number: 1, repeatable: true, random: 0 })).toBeNull();
  });

  it.each<[string | null, string, number | null]>([
    ["2", "", 2_000],
    ["1.5", "", 1_500],
    ["Tue, 10 Mar 2026 12:00:10 GMT", "", 10_000],
    ["Tue, 10 Mar 2026 13:00:10 +0100", "", 10_000],
    [null, "Limit exceeded. Retry after 17 seconds", 17_000],
    ["abc", "Retry after 1 second", 1_000],
    ["-1", "", null],
    ["0", "", null],
    ["", "", null],
    ["NaN", "", null],
    ["Infinity", "", null],
    ["Tue, 10 Mar 2020 12:00:10 GMT", "", null],
    [null, "Retry after 0 seconds", null],
    [null, "Retry after 3s", 3_000],
    [null, "Please retry in 1.5 seconds.", 1_500],
    [null, "Retry after 2 minutes", 120_000],
    [null, "Retry after 1 hour", 3_600_000],
    [null, "Retry after 5 ms", null],
    [null, "Try again later", null],
  ])("header %j with words %j asks for %j ms", (header, message, ms) => {
    expect(askedWait(new Headers(header === null ? {} : { "retry-after": header }), message, Date.parse("2026-03-10T12:00:00Z"))).toBe(ms);
  });
});
