import { existsSync, readdirSync } from "node:fs";
import { expect, it } from "vitest";
import { endOf, HOUR_MS, PARTS } from "../../long/hour.js";
import { GROUPS } from "../../long/mutation/groups.js";

it("every long test has its share of an hour, and the shares leave time for startup", () => {
  const files = readdirSync(new URL("../../long/", import.meta.url)).filter((name) =>
    name.endsWith(".test.ts"),
  );
  expect(files.map((name) => `test/long/${name}`).sort()).toEqual([...PARTS].sort());
  const ends = PARTS.map(endOf);
  expect(ends).toEqual(ends.toSorted((one, other) => one - other));
  expect(ends.at(-1)).toBeLessThan(HOUR_MS);
});

it("every source and test in the mutant groups exists", () => {
  const paths = Object.values(GROUPS).flatMap(({ sources, tests }) => [...sources, ...tests]);
  expect(paths.filter((path) => !existsSync(new URL(`../../../${path}`, import.meta.url)))).toEqual(
    [],
  );
});
