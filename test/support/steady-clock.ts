import {
  createFakeClock,
  type FakeClock,
  type FakeClockOptions,
} from "../../runtime/testing/index.js";

/**
 * A fake clock whose `now()` starts at 0. Like a real monotonic clock it is not a date, so code
 * that confuses the two fails.
 */
export function createSteadyClock(options: FakeClockOptions = {}): FakeClock {
  const clock = createFakeClock(options);
  const startMs = clock.date();
  clock.now = () => clock.date() - startMs;
  return clock;
}
