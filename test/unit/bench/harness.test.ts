import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  comparison,
  cpuPerCall,
  markdown,
  ratios,
  spread,
  takeTurns,
  takeWarmTurns,
} from "../../../bench/harness.js";
import { withSection } from "../../../bench/page.js";

const unit = { heading: "s", print: (cost: number) => cost.toFixed(1) };

describe("turns", () => {
  it("are taken by all programs in each round, in reverse order every other round", async () => {
    const order: string[] = [];
    const contestants = ["a", "b", "c"].map((name) => ({ name, turn: () => order.push(name) }));
    const costs = await takeTurns(contestants, 3);
    expect(order.join("")).toBe("abccbaabc");
    expect(costs).toEqual([
      { name: "a", values: [1, 6, 7] },
      { name: "b", values: [2, 5, 8] },
      { name: "c", values: [3, 4, 9] },
    ]);
    expect((await takeWarmTurns(contestants, 1))[0]).toEqual({ name: "a", values: [13] });
  });

  it("measure CPU time per call, including calls that return a promise", async () => {
    let calls = 0;
    const cost = await cpuPerCall(async () => void calls++, 0.005);
    expect(cost * calls).toBeGreaterThanOrEqual(0.005 - 1e-9);
  });
});

describe("ratios", () => {
  it("are computed within rounds, so a disturbance of a whole round does not change them", () => {
    const costs = fc.array(
      fc.tuple(
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.double({ min: 1, max: 100, noNaN: true }),
      ),
      {
        minLength: 1,
        maxLength: 9,
      },
    );
    fc.assert(
      fc.property(costs, fc.double({ min: 0.1, max: 10, noNaN: true }), (rounds, ratio) => {
        const { min, median, max } = ratios(
          rounds.map(([cost, disturbance]) => cost * disturbance * ratio),
          rounds.map(([cost, disturbance]) => cost * disturbance),
        );
        for (const value of [min, median, max]) expect(value).toBeCloseTo(ratio, 9);
      }),
    );
  });

  it("have a median, a minimum and a maximum", () => {
    expect([spread([3, 1, 2]), spread([4, 1, 2, 3])]).toEqual([
      { min: 1, median: 2, max: 3 },
      { min: 1, median: 2.5, max: 4 },
    ]);
  });

  it("are costs or speeds relative to the reference, or to the first program if there is no reference", () => {
    const measured = [
      { name: "ours", values: [1, 2, 4] },
      { name: "peer", values: [2, 8, 8] },
    ];
    const rows = (as: "cost" | "speed", reference: string) =>
      comparison(measured, { title: "", reference, unit, as }).rows;
    expect(rows("cost", "peer")).toEqual([
      ["ours", "2.0", "0.50", "0.25 to 0.50"],
      ["peer", "8.0", "1", ""],
    ]);
    expect(rows("speed", "peer")[0]).toEqual(["ours", "2.0", "2.00×", "2.00× to 4.00×"]);
    expect(rows("cost", "gone")[1]).toEqual(["peer", "8.0", "2.00", "2.00 to 4.00"]);
  });
});

it("a table is printed as Markdown with aligned cells", () => {
  const lines = markdown({
    title: "Sizes",
    columns: ["", "bytes"],
    rows: [
      ["small", "1"],
      ["greater", "1,000"],
    ],
  });
  expect(lines.split("\n")).toEqual([
    "**Sizes**",
    "",
    "|         | bytes |",
    "|---------|------:|",
    "| small   |     1 |",
    "| greater | 1,000 |",
  ]);
});

describe("a section of the page", () => {
  const page = "# Page\n\nIntroduction.\n\n## One\n\nold\n\n### Within\n\n## Two\n\nkept\n";

  it("is replaced, and the other sections stay", () => {
    expect(withSection(page, "One", "new\n")).toBe(
      "# Page\n\nIntroduction.\n\n## One\n\nnew\n\n## Two\n\nkept\n",
    );
    expect(withSection(page, "Two", "new")).toBe(page.replace("kept", "new"));
  });

  it("is added after the sections that precede it in the given order", () => {
    const order = ["Nought", "One", "New", "Two"];
    expect(withSection(page, "New", "new", order)).toBe(
      page.replace("## Two", "## New\n\nnew\n\n## Two"),
    );
    expect(withSection(page, "Nought", "new", order)).toBe(`${page}\n## Nought\n\nnew\n`);
    expect(withSection(page, "Last", "new", [...order, "Last"])).toBe(`${page}\n## Last\n\nnew\n`);
  });

  it("is added if it is missing, and adding it again changes nothing", () => {
    const added = withSection(page, "Three", "new");
    expect(added).toBe(`${page}\n## Three\n\nnew\n`);
    for (const heading of ["One", "Two", "Three"])
      expect(withSection(withSection(added, heading, "x"), heading, "x")).toBe(
        withSection(added, heading, "x"),
      );
  });
});
