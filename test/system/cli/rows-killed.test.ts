import { readdir } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { binIn } from "../../support/bin.js";
import { MINUTE } from "../../support/cli-fake-server.js";
import { MANY, many, polled } from "../../support/many-accounts.js";

describe.skipIf(process.platform === "win32")("a killed run without a journal", () => {
  it("leaves temporary rows, which the next run removes", async () => {
    await using made = await many({ faults: [MINUTE] });
    const args = [...MANY, "--out", "rows.csv"];
    const signalsAt = { seen: () => polled(made.server) > 0, send: ["SIGKILL"] as const };
    expect(await binIn(made, args, { signalsAt })).toMatchObject({ exit: null });
    expect((await readdir(made.folder)).filter((name) => name.startsWith(".rows-"))).toHaveLength(
      1,
    );
    await made.server.clock.advance(60_000);
    const { exit, stderr } = await made.call(args, { clock: made.server.clock });
    expect(exit, stderr).toBe(0);
    expect((await readdir(made.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });
});
