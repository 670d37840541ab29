import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { ROUNDS } from "../../../bench/harness.js";

const page = readFileSync(new URL("../../../docs/benchmarks.md", import.meta.url), "utf8");
const [intro = "", ...sections] = page.split("\n## ");

it("the introduction of the benchmarks holds for the rounds that each section states", () => {
  const [, atLeast = "", exception] = /at least (\w+) rounds(, or in one where a section says "one round",)?/.exec(intro) ?? [];
  const least = ["one", "two", "three", "four", "five", "six", "seven"].indexOf(atLeast) + 1;
  const stated = sections.flatMap((section) =>
    [...section.matchAll(/; (one|\d+) rounds?(?: of processes)?\./g)].map(([, count]) => Number(count === "one" ? 1 : count)),
  );
  expect(stated.length).toBeGreaterThan(0);
  for (const rounds of [ROUNDS, ...stated].filter((count) => exception === undefined || count !== 1))
    expect(rounds).toBeGreaterThanOrEqual(least);
});
