// The same files as in the unit tests, where the command line reads a tenth of them.
import "../unit/rows/row-identity.test.js";
import "../system/cli/row-identity.test.js";
import { afterAll, expect, it } from "vitest";
import { FILES, filesOf, SORTS } from "../support/report-files.js";

it("each way of reading rows is tried on 10,000 files", () => {
  expect(FILES).toBe(10_000);
});

afterAll(() => {
  const each = Math.ceil(FILES / SORTS.length);
  const rows = SORTS.flatMap((sort) => filesOf(sort, each)).reduce(
    (sum, { keys }) => sum + keys.length,
    0,
  );
  console.log(
    `${each * SORTS.length} files of ${SORTS.length} sorts with ${rows} rows, by run, runAll and the command line`,
  );
});
