import { describe, expect, it } from "vitest";
import { withRequestSettings } from "../../../runtime/http/config.js";
import { resolveOptions } from "../../../runtime/http/resolve-options.js";
import type { ClientEvent, EventOptions } from "../../../runtime/types.js";

const none = {
  headers: undefined,
  maxRetries: undefined,
  onEvent: undefined,
  timeoutMs: undefined,
};

describe("the settings of a request", () => {
  const config = resolveOptions({});

  it("are the client's own object if nothing differs", () => {
    expect(withRequestSettings(config, none)).toBe(config);
    expect(withRequestSettings(config, { ...none, timeoutMs: config.timeoutMs })).toBe(config);
    const changed = withRequestSettings(config, { ...none, maxRetries: 2 });
    expect(withRequestSettings(changed, { ...none, maxRetries: 2 })).toBe(changed);
  });

  it.each<[string, EventOptions, object]>([
    ["headers", { headers: { "X-A": "1" } }, { headers: { "x-a": "1" } }],
    ["maxRetries", { maxRetries: 0 }, { maxRetries: 0 }],
    ["timeoutMs", { timeoutMs: 5 }, { timeoutMs: 5 }],
  ])("differ only in %s if only that is set", (_, settings, changes) => {
    expect(withRequestSettings(config, { ...none, ...settings })).toEqual({
      ...config,
      ...changes,
      emit: expect.any(Function),
    });
  });

  it("add the request's event listener to the client's", () => {
    const events: ClientEvent[] = [];
    const listening = withRequestSettings(
      withRequestSettings(config, { ...none, onEvent: (event) => events.push(event) }),
      {
        ...none,
        onEvent: (event) => events.push(event),
      },
    );
    listening.emit({ type: "wait", reason: "poll", ms: 1 });
    expect(events).toHaveLength(2);
  });

  it.each([
    { maxRetries: -1 },
    { maxRetries: Number.NaN },
    { timeoutMs: 0 },
    { timeoutMs: Number.NaN },
  ])("are rejected if invalid: %j", (settings) => {
    expect(() => withRequestSettings(config, { ...none, ...settings })).toThrow(RangeError);
  });
});
