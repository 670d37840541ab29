import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { loadClient } from "../../../cli/modules.js";
import { withClient } from "../../../cli/session.js";
import { interruption } from "../../../cli/terminal/interruption.js";
import type { Progress } from "../../../cli/terminal/terminal.js";
import { place } from "../../support/cli-fake-server.js";
import { signalledIo, testIo } from "../../support/in-process.js";

describe("pressing ctrl-C", () => {
  it("ends the command the second time, after only the necessary cleanup", () => {
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

describe("a command that was stopped with ctrl-C", () => {
  /**
   * The output of a command whose work ends this long after ctrl-C, including the minute after
   * that.
   */
  const printedBy = async (workMs: number): Promise<readonly string[]> => {
    await loadClient();
    vi.useFakeTimers();
    const io = { ...testIo(), ...signalledIo() };
    const printed: string[] = [];
    const progress: Progress = {
      onEvent: () => {},
      print: (line) => void printed.push(line),
      end: () => {},
    };
    const ended = withClient(
      { accessToken: "t" },
      { io, progress, stopped: () => "" },
      async () => {
        io.send("SIGINT");
        await new Promise((resolve) => setTimeout(resolve, workMs));
        throw new Error("stopped");
      },
    );
    for (let turns = 0; turns < 20; turns++) await vi.advanceTimersByTimeAsync(workMs / 10);
    expect(await ended).toBe(130);
    await vi.advanceTimersByTimeAsync(60_000);
    vi.useRealTimers();
    return printed;
  };

  it("says what it is waiting for if stopping takes long, and prints nothing once it has ended", async () => {
    expect(await printedBy(400)).toEqual([]);
    expect(await printedBy(600)).toEqual([expect.stringMatching(/^stopping {2}waiting/)]);
  });
});

describe("run --resume", () => {
  it("rejects an invalid handle and sends nothing", async () => {
    await using made = await place();
    await writeFile(join(made.folder, "x.json"), "not JSON");
    const wrong = async (args: readonly string[], words: string, given = {}) =>
      expect(await made.call(["run", ...args], given)).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining(words),
      });
    await wrong(["--resume", "x.json"], "is not a report handle");
    await wrong(["--resume", "-"], "report handle", { stdin: "{}" });
    await wrong(["--resume", "x.json", "--since", "1d"], "--since and --resume cannot be combined");
    expect(made.server.requests).toEqual([]);
    expect(await readdir(made.folder)).toEqual(["x.json"]);
  });
});
