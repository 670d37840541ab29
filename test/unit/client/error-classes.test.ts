import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ApiError,
  AuthError,
  ConnectionError,
  NotFoundError,
  PermissionDeniedError,
  PinterestReportsError,
  RateLimitError,
} from "../../../generated/index.js";
import * as errors from "../../../runtime/errors.js";
import { answering, scene } from "../calls/scene.js";

const OF_STATUS = new Map<number, typeof ApiError>([
  [401, AuthError],
  [403, PermissionDeniedError],
  [404, NotFoundError],
  [429, RateLimitError],
]);

const failure = {
  status: 403,
  apiCode: null,
  apiMessage: "",
  body: null,
  requestId: null,
  retryAfterMs: null,
};

/** The error of a call whose response has this status. */
async function errorOf(status: number): Promise<Error> {
  const { client } = answering({ status, body: { code: 7, message: "No." } });
  return client.adAccounts({}, { maxRetries: 0 }).then(
    () => expect.fail("it resolved"),
    (error: Error) => error,
  );
}

describe("the class of an error response", () => {
  it("is an ApiError subclass named after the status, for common statuses", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 400, max: 599 }), async (status) => {
        const error = await errorOf(status);
        const { name } = (OF_STATUS.get(status) ?? ApiError).prototype;
        expect(error).toBeInstanceOf(ApiError);
        expect(error).toMatchObject({ name, status, apiMessage: "No." });
        for (const [other, one] of OF_STATUS)
          expect(error instanceof one, one.prototype.name).toBe(other === status);
      }),
      { examples: [...OF_STATUS.keys()].map((status) => [status]), numRuns: 40 },
    );
  });

  it.each([
    [86_400_000, "returned 429; retry in 24 h (pinterest-reports explain rate_limit)"],
    [61_000, "returned 429; retry in 2 min (pinterest-reports explain rate_limit)"],
    [1_200, "returned 429; retry in 2 s (pinterest-reports explain rate_limit)"],
    [null, "returned 429 (pinterest-reports explain rate_limit)"],
  ])("says when to retry after a 429 with a wait of %s ms", (retryAfterMs, message) => {
    const failure = { status: 429, apiCode: 8, apiMessage: "", body: null, requestId: null };
    expect(new RateLimitError("returned 429", { ...failure, retryAfterMs }).message).toBe(message);
  });

  it("is also RateLimitError if the client's own limit rejects a call without sending it", async () => {
    const rateLimits = { "*": { requests: 2, perMs: 60_000 } };
    await using stage = await scene({}, { rateLimits, deadlineMs: 1_000 });
    const calls = Array.from({ length: 5 }, () => stage.client.adAccounts());
    const ended = await Promise.allSettled(calls);
    const refused = ended.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect([stage.server.requests.length, refused.length]).toEqual([2, 3]);
    for (const error of refused) {
      expect(error).toBeInstanceOf(RateLimitError);
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({
        code: "rate_limit",
        sent: false,
        status: 429,
        requestId: null,
      });
    }
    expect(await errorOf(429)).toMatchObject({ code: "rate_limit", sent: true, retryAt: null });
  });
});

describe("instanceof", () => {
  it("recognizes an error from another copy of the package, including its subclass", async () => {
    const path = "../../../runtime/errors.js?another-copy";
    const other = (await import(path)) as typeof errors;
    expect(other.ApiError).not.toBe(ApiError);
    const theirs = new other.NotFoundError("theirs", failure);
    const ours = new NotFoundError("ours", failure);
    for (const [error, classes] of [[theirs, errors] as const, [ours, other] as const]) {
      expect(error instanceof classes.NotFoundError).toBe(true);
      expect(error instanceof classes.ApiError).toBe(true);
      expect(error instanceof classes.PinterestReportsError).toBe(true);
      expect(error instanceof classes.PermissionDeniedError).toBe(false);
      expect(error instanceof classes.ConnectionError).toBe(false);
    }
  });

  it("is false for all other values", () => {
    const lookalikes = [
      null,
      undefined,
      "ApiError",
      { name: "ApiError" },
      Object.assign(new Error("no"), { name: "ApiError" }),
      ApiError.prototype,
    ];
    for (const value of lookalikes) {
      expect((value as unknown) instanceof ApiError, String(value)).toBe(false);
      expect((value as unknown) instanceof PinterestReportsError, String(value)).toBe(false);
    }
  });

  it("distinguishes an application's subclass from its base class", () => {
    class OwnError extends ApiError {}
    const own = new OwnError("own", failure);
    expect(own instanceof OwnError).toBe(true);
    expect(own instanceof ApiError).toBe(true);
    expect((new ApiError("api", failure) as unknown) instanceof OwnError).toBe(false);
    expect((own as unknown) instanceof ConnectionError).toBe(false);
  });
});
