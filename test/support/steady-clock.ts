import {
  createFakeClock,
  type FakeClock,
  type FakeClockOptions,
} from "../../runtime/testing/index.js";

/**
 * A fake clock whose `now()` begins at 0, as that of a machine is no date either: what takes one
 * for the other fails with it.
 */
export function createSteadyClock(options: FakeClockOptions = {}): FakeClock {
  const clock = createFakeClock(options);
  const startMs = clock.date();
  clock.now = () => clock.date() - startMs;
  return clock;
}
