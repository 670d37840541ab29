import { expect, it } from "vitest";
import type { PollAttempt } from "../../../runtime/client/poll.js";
import { PollCoalescer } from "../../../runtime/client/poll.js";
import { createFakeClock } from "../../../runtime/testing/fake-clock.js";

const report = (token: string) => ({ adAccountId: "1", token });
const settings = {
  fetchOptions: undefined,
  timeoutMs: 1,
  maxRetries: undefined,
  headers: undefined,
};
const terms = (freshMs: number) => ({ freshMs, signal: undefined });

/** Counts polls. */
function counted() {
  const made = {
    attempts: 0,
    start: async (): Promise<PollAttempt> =>
      ({ number: ++made.attempts }) as unknown as PollAttempt,
  };
  return made;
}

it("a recent poll is shared for as long as each caller allows", async () => {
  const clock = createFakeClock();
  const shared = new PollCoalescer(clock);
  const counting = counted();
  await shared.during(report("one"), settings, async (look) => {
    await look(counting.start, terms(1_000));
    await look(counting.start, terms(1_000));
    expect(counting.attempts).toBe(1);
    await clock.advance(1_000);
    await look(counting.start, terms(1_000));
    expect(counting.attempts).toBe(2);
    // A caller that does not accept shared polls gets its own, even if one is in flight.
    await look(counting.start, terms(0));
    expect(counting.attempts).toBe(3);
    await shared.during(report("another"), settings, (other) =>
      other(counting.start, terms(1_000)),
    );
    expect(counting.attempts).toBe(4);
  });
});

it("a poll result is kept while a caller waits, but not for later callers", async () => {
  const shared = new PollCoalescer(createFakeClock());
  const counting = counted();
  await shared.during(report("one"), settings, async (look) => {
    await look(counting.start, terms(1_000));
    await shared.during(report("one"), settings, (other) => other(counting.start, terms(1_000)));
    await look(counting.start, terms(1_000));
  });
  expect(counting.attempts).toBe(1);
  await shared.during(report("one"), settings, (look) => look(counting.start, terms(1_000)));
  expect(counting.attempts).toBe(2);
});

it("a poll is shared only by callers with the same settings", async () => {
  const shared = new PollCoalescer(createFakeClock());
  const counting = counted();
  const others = [
    { timeoutMs: 2 },
    { fetchOptions: { dispatcher: "a proxy" } },
    { fetchOptions: { dispatcher: "another proxy" } },
    { maxRetries: 0 },
    { headers: { "x-a": "1" } },
    { headers: { "x-a": "2" } },
  ];
  await shared.during(report("one"), settings, async (poll) => {
    await poll(counting.start, terms(1_000));
    await shared.during(report("one"), { ...settings }, (same) =>
      same(counting.start, terms(1_000)),
    );
    expect(counting.attempts).toBe(1);
    for (const [index, other] of others.entries()) {
      await shared.during(report("one"), { ...settings, ...other }, (own) =>
        own(counting.start, terms(1_000)),
      );
      expect(counting.attempts).toBe(2 + index);
    }
  });
});
