import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { build } from "../../../generator/pipeline.js";
import { compile } from "../../support/compile.js";
import { compiles, differing, type Files, generation, mixture } from "../../support/mixture.js";
import { smallContract } from "../../support/small-contract.js";

describe("files of two generations", () => {
  const values = fc.record({
    "source.ts": fc.constantFrom(1, 2),
    "index.ts": fc.constantFrom(1, 2),
    "rules.ts": fc.constantFrom(1, 2),
    "in/a.ts": fc.constantFrom(1, 2),
    "in/deep/b.ts": fc.constantFrom(1, 2),
  });

  it("never compile together, whichever of those that differ are of one and of the other", () => {
    const both = fc.tuple(values, values).map(([one, other]) => [generation(one), generation(other)] as const);
    const drawn = both.chain(([one, other]) => fc.tuple(fc.constant(one), fc.constant(other), fc.subarray([...differing(one, other)])));
    let mixtures = 0;
    fc.assert(
      fc.property(drawn, ([one, other, done]) => {
        const isWhole = done.length === 0 || done.length === differing(one, other).length;
        if (!isWhole) mixtures++;
        expect(compiles(mixture(one, other, done)), done.join(", ")).toBe(isWhole);
      }),
      { numRuns: 150 },
    );
    expect(mixtures).toBeGreaterThan(30);
  });

  it("do not compile with a file too many either, of before or of after", () => {
    const [one, other] = [generation({ "source.ts": 1, "index.ts": 1, "old.ts": 1 }), generation({ "source.ts": 1, "index.ts": 1 })];
    expect(differing(one, other)).toEqual(["source.ts", "old.ts", "generation.ts"]);
    expect(compiles(mixture(one, other, ["source.ts", "generation.ts"]))).toBe(false);
    expect(compiles(mixture(other, one, ["old.ts"]))).toBe(false);
    expect([compiles(one), compiles(other)]).toEqual([true, true]);
  });

  it("touch no file for a new version alone but source.ts, and no file for a change in another one but the two that tie them", () => {
    const files = { "source.ts": 1, "index.ts": 1, "in/a.ts": 1 };
    const before = generation(files);
    expect(differing(before, generation({ ...files, "source.ts": 2 }))).toEqual(["source.ts"]);
    expect(differing(before, generation({ ...files, "in/a.ts": 2 }))).toEqual(["source.ts", "in/a.ts", "generation.ts"]);
  });

  it("of a description never compile together for a consumer, either", async () => {
    const text = { type: "string" };
    const contract = (fields: readonly string[]) =>
      smallContract({ body: { type: "object", properties: Object.fromEntries(fields.map((name) => [name, text])) } });
    const [{ output: one }, { output: other }] = [
      await build(contract(["a"]), "elsewhere"),
      await build(contract(["a", "b"]), "elsewhere"),
    ];
    const code = (files: Files) => new Map([...files].filter(([path]) => path.endsWith(".ts")));
    const changed = differing(code(one), code(other));
    expect(changed.length).toBeGreaterThan(2);
    expect([compile(code(one)), compile(code(other))]).toEqual([[], []]);
    for (const path of changed) expect(compile(mixture(code(one), code(other), [path])).join("\n"), path).toMatch(/TS2305.*_[0-9a-f]{16}/);
  });
});
