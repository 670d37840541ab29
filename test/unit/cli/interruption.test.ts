import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { interruption } from "../../../cli/interruption.js";
import { place } from "../../support/cli-fake-server.js";
import { signalledIo } from "../../support/in-process.js";

describe("ctrl-C", () => {
  it("a second time, later, ends at once after what must be done", () => {
    const now = vi.spyOn(performance, "now").mockReturnValue(1_000);
    const io = signalledIo();
    const exitsBefore: number[][] = [];
    const { signal, exit } = interruption(io, () => exitsBefore.push([...io.exits]));
    io.send("SIGINT");
    io.send("SIGINT");
    expect([signal.aborted, exit(), exitsBefore]).toEqual([true, 130, []]);
    now.mockReturnValue(2_000);
    io.send("SIGHUP");
    expect([exitsBefore, io.exits]).toEqual([[[]], [129]]);
    now.mockRestore();
  });
});

describe("run --resume", () => {
  it("refuses what is no handle, and sends nothing", async () => {
    await using made = await place();
    await writeFile(join(made.folder, "x.json"), "not JSON");
    const wrong = async (args: readonly string[], words: string, given = {}) =>
      expect(await made.call(["run", ...args], given)).toMatchObject({ exit: 2, stderr: expect.stringContaining(words) });
    await wrong(["--resume", "x.json"], "is not a report handle");
    await wrong(["--resume", "-"], "report handle", { stdin: "{}" });
    await wrong(["--resume", "x.json", "--since", "1d"], "--since and --resume cannot be combined");
    expect(made.server.requests).toEqual([]);
    expect(await readdir(made.folder)).toEqual(["x.json"]);
  });
});
