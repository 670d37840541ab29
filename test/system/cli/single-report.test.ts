import { execFileSync } from "node:child_process";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { shellCommand } from "../../../cli/terminal/shell-command.js";
import { BODY, place } from "../../support/cli-fake-server.js";
import { canMakeDevices, makeDevice } from "../../support/device.js";

const RUN = ["run", "549755885175", "-", "--since", "3d"];
const stdin = JSON.stringify(BODY);

describe("a run that fails", () => {
  it.runIf(canMakeDevices)(
    "keeps the handle if the rows cannot be written (runs only as root, because it creates a device)",
    async () => {
      await using made = await place();
      makeDevice(join(made.folder, "full"), "full");
      const { exit, stderr } = await made.call([...RUN, "--out", "full"], { stdin });
      expect(exit, stderr).toBe(1);
      expect(stderr).toMatch(
        /^error {2}full cannot be written\n[\s\S]*ENOSPC[\s\S]*--resume report-\S+ --out full\n$/m,
      );
      expect(await readdir(made.folder)).toHaveLength(2);
    },
  );
});

describe("a printed command", () => {
  it.skipIf(process.platform === "win32")("is split by a shell into its original arguments", () => {
    const words = ["plain", "two words", "it's", "$HOME `x` \\", "a\nb", "*", "", "--x=1"];
    const printed = execFileSync("bash", ["-c", `printf '%s\\0' ${shellCommand(words)}`], {
      encoding: "utf8",
    });
    expect(printed.split("\0").slice(0, -1)).toEqual(words);
  });
});
