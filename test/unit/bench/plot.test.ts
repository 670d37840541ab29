import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plot } from "../../../bench/plot.js";

const axes = { title: "Times & sizes <all>", x: "size", y: "times" };
const point = fc.record({
  x: fc.double({ min: 1, max: 1e7, noNaN: true }),
  y: fc.double({ min: 1e-4, max: 1e3, noNaN: true }),
});
const series = fc.array(
  fc.record({ name: fc.string(), points: fc.array(point, { minLength: 1, maxLength: 5 }) }),
  {
    minLength: 1,
    maxLength: 6,
  },
);

/** The points of each line. */
function pointsOf(picture: string): readonly (readonly (readonly number[])[])[] {
  return [...picture.matchAll(/<polyline points="([^"]*)"/g)].map(([, points = ""]) =>
    points.split(" ").map((pair) => pair.split(",").map(Number)),
  );
}

describe("a plot", () => {
  it("is well-formed XML that names each line and stays within its bounds", () => {
    fc.assert(
      fc.property(series, (all) => {
        // The names of benchmarks contain no characters that XML forbids.
        const named = all.map((one, index) => ({ ...one, name: `<${index}> & more` }));
        const picture = plot(named, axes);
        const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(picture)?.[1] ?? "")
          .split(" ")
          .map(Number);
        const lines = pointsOf(picture);
        expect(lines).toHaveLength(named.length);
        for (const [x = Number.NaN, y = Number.NaN] of lines.flat())
          expect(x >= 0 && x <= width && y >= 0 && y <= height, `${x} ${y}`).toBe(true);
        named.forEach((_, index) => {
          expect(picture).toContain(`>&lt;${index}> &amp; more</text>`);
        });
        expect(picture).toContain("<title>Times &amp; sizes &lt;all></title>");
        // Every `<` and `&` belongs to an element or an entity.
        expect(picture.replaceAll(/<\/?[a-z]+[^<>]*>|&(amp|lt);/g, "")).not.toMatch(/[<&]/);
      }),
      { numRuns: 100 },
    );
  });

  it("has evenly spaced powers of ten, and the minimum at the bottom left", () => {
    const points = [1, 10, 100].map((x) => ({ x, y: 1 / x }));
    const pairs = pointsOf(plot([{ name: "a", points }], axes))[0] ?? [];
    const [[x0 = 0, y0 = 0] = [], [x1 = 0, y1 = 0] = [], [x2 = 0, y2 = 0] = []] = pairs;
    expect([x2 - x1, y2 - y1].map(Math.round)).toEqual([x1 - x0, y1 - y0].map(Math.round));
    expect(x1).toBeGreaterThan(x0);
    expect(y1).toBeGreaterThan(y0);
  });
});
