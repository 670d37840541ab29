import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { ended, own, scratchClone } from "./scratch-clone.js";

/** A PATH with only git and Node, so that instructions cannot be counted. */
function pathWithoutCounters(): string {
  const folder = join(mkdtempSync(join(tmpdir(), "path-")), "bin");
  mkdirSync(folder);
  symlinkSync(process.execPath, join(folder, "node"));
  symlinkSync(
    execFileSync("sh", ["-c", "command -v git"], { encoding: "utf8" }).trim(),
    join(folder, "git"),
  );
  return folder;
}

it("a commit's byte counts are compared with those of its base, and a change of more than 5% is marked but is not a failure", async () => {
  const clone = scratchClone();
  const summary = join(clone.folder, "..", "summary.md");
  const compare = (base: string) =>
    ended(
      spawn(process.execPath, ["--import", "tsx", "bench/regressions.ts", "--base", base], {
        cwd: clone.folder,
        env: { ...own(), PATH: pathWithoutCounters(), GITHUB_STEP_SUMMARY: summary },
      }),
    );
  const same = await compare("HEAD");
  expect(same.exit, same.said).toBe(0);
  expect(same.said).toMatch(/^instructions skipped: neither perf nor valgrind counts them here$/m);
  expect(same.said).toMatch(
    /^\| bytes: createClient +\| +[\d,]{6,} \| +[\d,]{6,} \| +0\.0 % \| +\|$/m,
  );
  expect(same.said).not.toContain("over 5 %");

  // Random text, because gzip cannot shorten it.
  const text = Array.from({ length: 200 }, (_, index) =>
    ((index * 2_654_435_761) ** 3).toString(36),
  ).join("");
  clone.write(
    "runtime/support-data.ts",
    `${clone.read("runtime/support-data.ts")}\nObject.assign(globalThis, { madeUp: "${text}" });\n`,
  );
  const more = await compare("HEAD");
  expect(more.exit, more.said).toBe(0);
  expect(more.said).toMatch(/^\| bytes: validateReport .*\+\d+\.\d % \| more by over 5 % \|$/m);
  // The worktree of the base commit was removed.
  expect(clone.git("worktree", "list").split("\n")).toHaveLength(1);
  expect(clone.git("status", "--porcelain")).toBe("M runtime/support-data.ts");
  expect(clone.read("../summary.md").match(/### Costs/g)).toHaveLength(2);

  const wrong = await compare("no-such-base");
  expect([wrong.exit, wrong.said]).toEqual([1, expect.stringContaining("no-such-base")]);
});
