import { Environment } from "@marcbachmann/cel-js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cel } from "../../generator/export/cel.js";
import { bodies, TODAY } from "./bodies.js";
import { MADE_UP, type Made, madeFrom, VERSIONS } from "./versions.js";

const RUNS = 3_000;
const OTHER_RUNS = 1_000;

describe("CEL", () => {
  for (const [version, file] of VERSIONS) {
    const [report, ...others] = madeFrom(file);
    const lacking = report === undefined ? ": PINTEREST_SPECS names no folder with it" : "";
    it.skipIf(report === undefined)(`finds what the validator finds, rule by rule, in ${RUNS} bodies of ${version}${lacking}`, () => {
      if (report !== undefined) agree(report);
    });
    for (const other of others.filter(({ request }) => request.rules.length > 0))
      it(`finds what the validator finds in ${OTHER_RUNS} requests of ${version}: ${other.name}`, () => agree(other, OTHER_RUNS));
  }

  it(`finds what the validator finds in ${RUNS} bodies with a rule of every kind`, () => agree(MADE_UP));

  it("gives each record an id of its own, words, and the severity of its edge", () => {
    const records = cel(MADE_UP.request).cel;
    expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
    expect(records.find(({ id }) => id === "lookback")).toEqual({
      id: "lookback",
      severity: "error",
      message: "start_date may be at most 90 days before today in UTC when mode is not HOUR",
      expression: expect.stringContaining('today - duration("2160h") > timestamp(body.start_date + "T00:00:00Z"))'),
    });
    expect(records.find(({ id }) => id === "lookback.edge")).toMatchObject({
      severity: "warning",
      message: "start_date may be at most 90 days before today in UTC when mode is not HOUR; here readings of that limit differ",
      expression: expect.stringContaining('today - duration("2160h") == timestamp(body.start_date + "T00:00:00Z"))'),
    });
  });

  it.each([
    // Left out, `sort` is BY_ID and `window` is 30; `mode` is nothing, and nothing is not HOUR.
    ["no-ids", '!((!has(body.sort) || body.sort == "BY_ID") && !(has(body.level) && body.level == "ITEM") && has(body.ids))'],
    ["no-dash", '!(has(body.window) && body.window in [1, 7] && ("x-y" in body))'],
    ["hour-only", '!((!(has(body.mode) && body.mode == "HOUR") || has(body.sort) && body.sort == "BY_DATE") && has(body.start_hour))'],
    ["no-in", '!((!(!has(body.combine) || body.combine == false)) && ("in" in body))'],
  ])("says %s with defaults and names in mind", (id, expression) => {
    expect(cel(MADE_UP.request).cel.find((record) => record.id === id)?.expression).toBe(expression);
  });
});

describe("its calendar", () => {
  const expression = cel(MADE_UP.request).cel.find(({ id }) => id === "format-start")?.expression ?? "";
  const keeps = new Environment().registerVariable("body", "map").parse(expression);
  const has = (start_date: string): unknown => keeps({ body: { start_date } });
  const two = (number: number): string => String(number).padStart(2, "0");

  it("has the leap days of every year from 100 to 9999, and no day before", () => {
    for (let year = 100; year <= 9999; year++) {
      const leap = new Date(0);
      leap.setUTCFullYear(year, 1, 29);
      const day = `${String(year).padStart(4, "0")}-02-29`;
      expect(has(day), day).toBe(leap.getUTCMonth() === 1);
    }
    for (const day of ["0000-02-29", "0001-01-01", "0099-12-31"]) expect(has(day), day).toBe(false);
  });

  it.each([1900, 2000, 2023, 2024])("has the months of %i and no other days", (year) => {
    for (let month = 0; month <= 19; month++) {
      for (let day = 0; day <= 39; day++) {
        const exists = month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
        expect(has(`${year}-${two(month)}-${two(day)}`), `${year}-${two(month)}-${two(day)}`).toBe(exists);
      }
    }
  });
});

function agree({ request, validate }: Made, numRuns = RUNS): void {
  const environment = new Environment().registerVariable("body", "map").registerVariable("today", "google.protobuf.Timestamp");
  const records = cel(request).cel.map(({ id, severity, expression }) => ({
    key: `${severity} ${id.replace(/\.edge$/, "")}`,
    keeps: environment.parse(expression),
  }));
  const today = new Date(`${TODAY}T00:00:00Z`);
  const rules = new Set(request.rules.map(({ id }) => id));
  let compared = 0;
  fc.assert(
    fc.property(bodies(request), (body) => {
      const violations = validate(body, { today: TODAY });
      // The expressions take types and lengths for granted; null is of no enum's type.
      if (violations.some(({ rule, path }) => rule === "type" || rule === "max-items" || (rule === "enum" && body[path.slice(1)] === null)))
        return;
      compared++;
      const found = new Set(violations.filter(({ rule }) => rules.has(rule)).map(({ severity, rule }) => `${severity} ${rule}`));
      const broken = records.filter(({ keeps }) => keeps({ body, today }) !== true).map(({ key }) => key);
      expect([...new Set(broken)].sort()).toEqual([...found].sort());
    }),
    { numRuns, seed: 20_240_615 },
  );
  expect(compared).toBeGreaterThan(numRuns / 2);
}
