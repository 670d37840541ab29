import { expect, it } from "vitest";
import { measure } from "../../bench/many-accounts.js";

it("runAll loads 120 accounts, 60 at a time, within the quota, without rejected or extra polls, in constant memory", async () => {
  const { done, failed, refused, creates, polls, rows, rowsInFiles, rssMb, rssAtStartMb } =
    await measure(120, 60);
  expect({ done, failed, refused, creates, polls }).toEqual({
    done: 120,
    failed: 0,
    refused: 0,
    creates: 120,
    polls: 360,
  });
  expect(rows).toBe(rowsInFiles);
  expect(rows).toBeGreaterThan(10_000);
  expect(rssMb - rssAtStartMb).toBeLessThan(300);
});
