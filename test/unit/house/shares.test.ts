import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { GROUPS } from "../../long/mutation/groups.js";
import { endOf, LIMIT_MS, PARTS } from "../../long/time-shares.js";

it("every long test has a share of the time limit, and the shares leave time for startup", () => {
  const files = readdirSync(new URL("../../long/", import.meta.url)).filter((name) =>
    name.endsWith(".test.ts"),
  );
  expect(files.map((name) => `test/long/${name}`).sort()).toEqual([...PARTS].sort());
  const ends = PARTS.map(endOf);
  expect(ends).toEqual(ends.toSorted((one, other) => one - other));
  expect(ends.at(-1)).toBeLessThan(LIMIT_MS);
});

it("every source and test in the mutant groups exists", () => {
  const paths = Object.values(GROUPS).flatMap(({ sources, tests }) => [...sources, ...tests]);
  expect(paths.filter((path) => !existsSync(new URL(`../../../${path}`, import.meta.url)))).toEqual(
    [],
  );
});
