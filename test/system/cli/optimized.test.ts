import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { workingCopy } from "../../support/working-copy.js";

/** The number of functions that V8 optimizes while a program runs in the working copy. */
function optimizedBy(copy: URL, ...program: readonly string[]): number {
  const words = [
    "--trace-opt",
    ...program,
    "generate",
    "--spec",
    "spec/contract.yaml",
    "--out",
    `out-${program.length}`,
  ];
  const { stdout, stderr, status } = spawnSync(process.execPath, words, {
    cwd: fileURLToPath(copy),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  expect(status).toBe(0);
  expect(stderr).not.toContain("unrecognized");
  return stdout.match(/completed optimizing/g)?.length ?? 0;
}

it.skipIf(!/^v2[02]\./.test(process.version))(
  "the command makes V8 optimize far fewer functions than by default",
  () => {
    const copy = workingCopy();
    const withoutBin = `
    const [{ main }, { processIo }] = await Promise.all([import("./cli/main.js"), import("./cli/process.js")]);
    process.exitCode = await main(process.argv.slice(1), processIo(new URL("./cli/", import.meta.url)));`;
    const byDefault = optimizedBy(copy, "--input-type=module", "--eval", withoutBin, "--");
    expect(byDefault).toBeGreaterThan(100);
    expect(optimizedBy(copy, "cli/bin.js")).toBeLessThan(byDefault / 2);
  },
);

it("the command prints no messages about V8 flags on any version of Node", () => {
  const { stderr } = spawnSync(process.execPath, ["cli/bin.js", "diff"], {
    cwd: fileURLToPath(workingCopy()),
    encoding: "utf8",
  });
  expect(stderr).not.toContain("flag");
  expect(stderr).toContain("pinterest-reports diff");
});
