import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { binIn } from "../../support/bin.js";
import { KILLING, killedEverywhere } from "../../support/killing.js";
import { created, IDS, MANY, many } from "../../support/many-accounts.js";

const NIGHT = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
const LEFT = ["body.json", "ids.txt", "rows.csv"];
const TWO = IDS.slice(0, 2);

describe("a run with a journal that is killed during cleanup", () => {
  it("keeps its rows, and recreates no report while the journal or a file of rows remains", async () => {
    const words = new Set<string>();
    const calls = await killedEverywhere(async (at) => {
      await using made = await many({}, TWO);
      const env = { NODE_OPTIONS: KILLING, KILL_AT: String(at), KILL_AFTER: "rows.csv" };
      const first = await binIn(made, NIGHT, { env });
      const rows = await readFile(join(made.folder, "rows.csv"), "utf8");
      const left = (await readdir(made.folder)).filter((name) => !LEFT.includes(name));
      const kept = left.includes("night.journal.rows")
        ? await readdir(join(made.folder, "night.journal.rows"))
        : [];
      const isLeft = existsSync(join(made.folder, "night.journal")) || kept.length > 0;
      const second = await made.call(NIGHT);
      expect(second.exit, `call ${at}: ${second.stderr}`).toBe(0);
      expect(
        created(made.server),
        `call ${at}; left ${[...left, ...kept].join(", ")}`,
      ).toHaveLength(isLeft ? TWO.length : 2 * TWO.length);
      expect((await readFile(join(made.folder, "rows.csv"), "utf8")).split("\n").length).toBe(
        rows.split("\n").length,
      );
      expect((await readdir(made.folder)).sort()).toEqual(LEFT);
      if (isLeft) words.add(/had finished/.test(second.stderr) ? "finished" : "again");
      const [, counted] = /\ncalls (\d+)\n$/.exec(first.stderr) ?? [];
      return { calls: first.exit === null ? null : Number(counted), stderr: first.stderr };
    });
    expect(calls).toBeGreaterThan(10);
    expect([...words].sort()).toEqual(["again", "finished"]);
  });
});
