import { describe, expect, it } from "vitest";
import { columnLabels, reportColumnValues, reportLevelValues } from "../../../generated/data.js";
import { validateReport } from "../../../generated/validators.js";
import { command } from "../../support/in-process.js";

const search = async (text: string, ...more: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await command(["columns", "--search", text, "--format", "names", ...more]);
  return stdout.trimEnd().split("\n");
};

describe("columns", () => {
  it("finds every column by its full label among the ten best matches", async () => {
    const labels = Object.entries(columnLabels).filter(([name]) =>
      reportColumnValues.includes(name as never),
    );
    const missed: string[] = [];
    for (const [name, label] of labels) {
      const same = labels.filter((each) => each[1] === label).length;
      const found = await search(label);
      if (!found.slice(0, 9 + same).includes(name)) missed.push(`${name}: ${label}`);
    }
    expect(missed).toEqual([]);
  });

  it('lists cost per click first for "cost per click"', async () => {
    expect((await search("cost per click")).slice(0, 5).join(" ")).toMatch(/CPC/);
  });

  it("lists only columns that the level allows", async () => {
    for (const level of reportLevelValues) {
      const found = await search("spend clicks", "--level", level);
      const bad = found.filter((name) =>
        validateReport({ level, columns: [name] }).some(({ path }) => path.startsWith("/columns/")),
      );
      expect(bad, level).toEqual([]);
    }
  });

  it("lists all columns without a search, in each format", async () => {
    const [table, json, names] = await Promise.all(
      ["table", "json", "names"].map(
        async (format) => (await command(["columns", "--format", format])).stdout,
      ),
    );
    const listed = JSON.parse(json ?? "").map(({ name }: { name: string }) => name);
    expect(listed).toEqual([...reportColumnValues]);
    expect(names?.trimEnd().split("\n")).toEqual(listed);
    expect(table?.trimEnd().split("\n")).toHaveLength(listed.length + 1);
  });

  it("suggests what to do if nothing matches", async () => {
    expect(await command(["columns", "--search", "qqqqqq"])).toEqual({
      exit: 2,
      stdout: "",
      stderr:
        "error  no column matches qqqqqq\n  fix  Try other words, such as spend, impressions, clicks, checkout, save.\n",
    });
  });
});
