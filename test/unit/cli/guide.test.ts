import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { place } from "../../support/cli-fake-server.js";
import { blocksOf } from "../../support/markdown.js";

// Without npx, which can end without forwarding a signal.
const DIRECTLY = "node_modules/.bin/pinterest-reports ";
const GUIDE = new URL("../../../docs/guide/command-line.md", import.meta.url);
const blocks = blocksOf(await readFile(GUIDE, "utf8"));
const body = blocks.find(({ language }) => language === "json")?.text ?? "";
const commands = blocks
  .filter(({ language }) => language === "sh")
  .flatMap(({ text }) => text.trim().split("\n"))
  .filter((line) => line.startsWith(`${DIRECTLY}run `))
  // A handle or a token file would need an earlier run or login.
  .filter((line) => !/--resume|--tokens/.test(line));

const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

describe("the guide's commands", () => {
  it("never use npx for run, on any page", async () => {
    const pages = [
      "../../../README.md",
      ...(await readdir(new URL("../../../docs/guide", import.meta.url)))
        .filter((name) => name.endsWith(".md"))
        .map((name) => `../../../docs/guide/${name}`),
    ];
    for (const page of pages) {
      const shown = blocksOf(await readFile(new URL(page, import.meta.url), "utf8")).map(
        ({ text }) => text,
      );
      expect(
        shown.filter((text) => /npx (--no )?pinterest-reports run\b/.test(text)),
        page,
      ).toEqual([]);
    }
  });

  it("are found", () => {
    expect(commands.length).toBeGreaterThan(4);
  });

  it.each(commands)("work: %s", async (line) => {
    await using made = await place();
    await writeFile(join(made.folder, "body.json"), body);
    await writeFile(join(made.folder, "accounts.txt"), "549755885175\n# paused\n549755885176\n");
    // The guide's days are fixed, but the available days move. There is no shell here for a pipe.
    const [words = ""] = line.replace(DIRECTLY, "").split(" | ");
    const args = words
      .replace(/(--start) \S+/, `$1 ${day(31)}`)
      .replace(/(--end) \S+/, `$1 ${day(1)}`)
      .split(" ");
    const { exit, stdout, stderr } = await made.call(args);
    expect(exit, stderr).toBe(0);
    const out = args[args.indexOf("--out") + 1];
    const rows = args.includes("--out")
      ? await readFile(join(made.folder, out ?? ""), "latin1")
      : stdout;
    expect(rows).toMatch(/CAMPAIGN_ID/);
  });
});
