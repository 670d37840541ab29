import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { entriesOf } from "../../../entries.js";
import { reportRules } from "../../../generated/rules.js";
import { place } from "../../support/cli-fake-server.js";
import { minimal } from "../../support/minimal-body.js";

const read = (path: string): string =>
  readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8");
const page = read("AGENTS.md");
const commands = [...page.matchAll(/`npx pinterest-reports ([^`]+)`/g)].map(
  ([, args = ""]) => args,
);
const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

describe("the page for agents", () => {
  it("lists each entry point, except those for generated code only", () => {
    const entries = entriesOf(JSON.parse(read("package.json")).exports).flatMap(({ name }) =>
      name.endsWith("/support") ? [] : [name],
    );
    const [table = ""] = /(?<=## Entry points\n)[\s\S]*?(?=\n## |\n```)/.exec(page) ?? [];
    const firstCells = table.split("\n").map((row) => row.split(" | ")[0] ?? "");
    const named = firstCells.flatMap((cell) =>
      [...cell.matchAll(/`(?:pinterest-reports)?(\/[a-z0-9/-]+)?`/g)].map(
        ([, path = ""]) => `pinterest-reports${path}`,
      ),
    );
    expect(named.sort()).toEqual(entries.sort());
  });

  it("names existing commands", () => {
    expect(commands.length).toBeGreaterThan(1);
  });

  it.each(commands)("names a command that works: %s", async (line) => {
    await using made = await place();
    await writeFile(
      join(made.folder, "body.json"),
      JSON.stringify({ ...minimal, start_date: day(7), end_date: day(1) }),
    );
    const { exit, stdout, stderr } = await made.call(line.split(" "));
    expect({ exit, stderr }).toMatchObject({ exit: 0 });
    if (line === "rules") for (const { id } of reportRules) expect(stdout).toContain(`\`${id}\``);
  });
});
