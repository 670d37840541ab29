import { expect, it } from "vitest";
import { changesTable } from "../../../bench/changes.js";

const rowsOf = (before: number, after: number) =>
  changesTable([{ name: "one poll", before, after }]).rows[0]?.slice(1);

it("a change of more than 5% is described in words, in both directions", () => {
  expect(rowsOf(1_000, 1_060)).toEqual(["1,000", "1,060", "+6.0 %", "more by over 5 %"]);
  expect(rowsOf(1_000, 940)).toEqual(["1,000", "940", "-6.0 %", "less by over 5 %"]);
  expect(rowsOf(1_000, 1_040)).toEqual(["1,000", "1,040", "+4.0 %", ""]);
  expect(rowsOf(1_000, 1_000)).toEqual(["1,000", "1,000", "0.0 %", ""]);
});

it("a program that cannot run at one of the commits shows no change", () => {
  expect(rowsOf(Number.NaN, 1_000)).toEqual(["not measured", "1,000", "", ""]);
  expect(rowsOf(1_000, Number.NaN)).toEqual(["1,000", "not measured", "", ""]);
});
