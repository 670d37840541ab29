import { existsSync } from "node:fs";
import { expect, it } from "vitest";
import { GROUPS } from "../../long/mutation/groups.js";

it("every source and test in the mutant groups exists", () => {
  const paths = Object.values(GROUPS).flatMap(({ sources, tests }) => [...sources, ...tests]);
  expect(paths.filter((path) => !existsSync(new URL(`../../../${path}`, import.meta.url)))).toEqual(
    [],
  );
});
