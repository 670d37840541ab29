import { execFileSync } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { instructionCounter } from "../support/instructions.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/**
 * The noise, as a fraction of an empty program's instructions. The counts of one program differ by
 * up to 5 %, and the count for an input is the difference between two programs.
 */
const NOISE = 0.15;
const MAX_GROWTH = 2.6;

const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
afterAll(() => rm(folder, { recursive: true }));
const program = join(folder, "shapes.mjs");
const shapes = await shapesOf();
const count = await instructionCounter();

/** The program with its imports, transpiled once. */
async function shapesOf(): Promise<readonly (readonly [string, number])[]> {
  const entryPoints = [new URL("./made-up/shapes.ts", import.meta.url).pathname];
  // Some packages contain CommonJS.
  const banner = {
    js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
  };
  await build({
    entryPoints,
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    banner,
    absWorkingDir: ROOT,
  });
  return JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8" }));
}

describe("the number of instructions for an input twice the size", () => {
  let empty = 0;
  beforeAll(async () => {
    if (count !== null) empty = await count([program, "nothing"]);
  });

  if (count === null)
    it.skip("is not measured here, because neither perf nor valgrind is available (skipped)", () => {});
  else
    it.concurrent.each(shapes)(
      `grows by a factor of at most ${MAX_GROWTH}: %s`,
      async (shape, smallest) => {
        const counts: number[] = [];
        for (const size of [smallest, smallest * 2, smallest * 4])
          counts.push((await count([program, shape, String(size)])) - empty);
        // Input that is rejected immediately takes almost no instructions, whatever its size.
        const [one = 0, two = 0, four = 0] = counts.map((instructions) =>
          Math.max(instructions, empty * NOISE),
        );
        console.log(
          `${shape}: ${counts.map((instructions) => Math.round(instructions / 1_000_000)).join(", ")} million instructions`,
        );
        expect({
          shape,
          counts,
          growth: [two / one, four / two].filter((growth) => growth > MAX_GROWTH),
        }).toMatchObject({ growth: [] });
      },
    );
});
