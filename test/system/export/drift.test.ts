import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { generator, workingCopy } from "../../support/working-copy.js";

it("--check compares docs/rules.md, and no other page in docs/", async () => {
  const copy = workingCopy();
  // The copy's generator is JavaScript, so it differs from the one in the manifest.
  await generator(copy, "generate");
  const page = new URL("docs/rules.md", copy);
  const made = readFileSync(page, "utf8");
  const mine = new URL("docs/mine.md", copy);
  writeFileSync(mine, "mine\n");
  expect(await generator(copy, "generate", "--check")).toMatchObject({ exit: 0 });

  appendFileSync(page, "by hand\n");
  const { exit, stderr } = await generator(copy, "generate", "--check");
  expect(exit).toBe(1);
  expect(stderr).toContain("  changed  docs/rules.md   +0 -1\n");
  expect(stderr).toContain("  fix  npm run generate, then commit docs/\n");
  expect(stderr).not.toContain("mine.md");

  expect((await generator(copy, "generate")).stderr).toContain(
    "docs       1 of 1 files changed\n           docs/rules.md   +0 -1\n",
  );
  expect([readFileSync(page, "utf8"), readFileSync(mine, "utf8")]).toEqual([made, "mine\n"]);
  expect(await generator(copy, "generate", "--check")).toMatchObject({ exit: 0 });
});
