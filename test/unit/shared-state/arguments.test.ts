import { describe, expect, it } from "vitest";
import { InvalidArgumentError } from "../../../runtime/errors.js";
import { checkAcquire, checkKey, checkTake } from "../../../runtime/shared-state/arguments.js";

const KEY = "the key of a lease must be a string of 1 to 500 characters";

describe("a lease's key", () => {
  it("must be text of 1 to 500 characters", () => {
    for (const key of ["a", "x".repeat(500)]) expect(() => checkKey(key)).not.toThrow();
    for (const key of ["", "x".repeat(501), 1, null, undefined, ["a"]]) {
      expect(() => checkKey(key as never)).toThrow(new InvalidArgumentError(KEY));
      expect(() => checkAcquire(key as never, {})).toThrow(KEY);
    }
  });
});

describe("a lease's options", () => {
  it("are returned if each value is within its range", () => {
    for (const options of [
      {},
      { waitMs: 0, ttlMs: 1_000, keepMs: 0.5, signal: new AbortController().signal },
      { waitMs: undefined, ttlMs: undefined, keepMs: undefined },
    ])
      expect(checkAcquire("a", options as never)).toBe(options);
  });

  it.each([
    [{ ttl: 1 }, TypeError, "ttl is not an option here"],
    [{ waitMs: -1 }, RangeError, "waitMs"],
    [{ waitMs: "1" }, RangeError, "waitMs"],
    [{ ttlMs: 999 }, RangeError, "ttlMs must be at least 1,000 milliseconds"],
    [{ ttlMs: "2000" }, RangeError, "ttlMs must be a number"],
    [{ keepMs: 0 }, RangeError, "keepMs must be a number of milliseconds above 0"],
    [{ keepMs: Number.POSITIVE_INFINITY }, RangeError, "keepMs must be a number of milliseconds"],
    [{ keepMs: "1" }, RangeError, "keepMs must be a number of milliseconds"],
  ])("are rejected: %j", (options, kind, message) => {
    expect(() => checkAcquire("a", options as never)).toThrow(kind);
    expect(() => checkAcquire("a", options as never)).toThrow(message);
  });
});

describe("a counted request", () => {
  const limited = (requests: unknown, perMs: unknown) => [
    { category: "a", limits: [{ requests: 1, perMs: 1 }] },
    { category: "b", limits: [{ requests, perMs } as never] },
  ];

  it("is accepted with a whole number of requests in any period", () => {
    expect(() => checkTake(limited(1, 0.5), { holdMs: 1 })).not.toThrow();
    expect(() => checkTake([], { holdMs: 1 })).not.toThrow();
  });

  it.each([
    [0, 1, 1, "requests must be a whole number of at least 1"],
    [1.5, 1, 1, "requests must be a whole number of at least 1"],
    ["1", 1, 1, "requests must be a whole number of at least 1"],
    [1, 0, 1, "perMs must be a number"],
    [1, "1", 1, "perMs must be a number"],
    [1, 1, 0, "holdMs must be a number"],
    [1, 1, undefined, "holdMs must be a number"],
  ])(
    "is rejected with a limit of %s in %s milliseconds, reserved for %s",
    (requests, perMs, holdMs, message) => {
      const take = () => checkTake(limited(requests, perMs), { holdMs: holdMs as never });
      expect(take).toThrow(RangeError);
      expect(take).toThrow(message);
    },
  );
});
