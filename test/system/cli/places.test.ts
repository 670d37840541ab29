import { execFileSync } from "node:child_process";
import { lstat, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { binIn, linkToStdout } from "../../support/bin.js";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";
import { canMakeDevices, makeDevice } from "../../support/device.js";

const ONE = ["run", "549755885175", "body.json", "--since", "2d"];
const posix = process.platform !== "win32";

async function made(): Promise<Place> {
  const one = await place();
  await writeFile(join(one.folder, "ids.txt"), "549755885175\n549755885176\n");
  await writeFile(join(one.folder, "body.json"), JSON.stringify(BODY));
  return one;
}

describe.runIf(posix)("--out", () => {
  it.each(["-", "stdout"])("writes to stdout for - and for a link to stdout: %s", async (out) => {
    await using one = await made();
    await linkToStdout(one.folder);
    const { exit, stdout, stderr } = await binIn(one, [...ONE, "--out", out, "--format", "csv"]);
    expect(exit, stderr).toBe(0);
    expect(stdout).toMatch(/^CAMPAIGN_ID,/);
    expect((await readdir(one.folder)).sort()).toEqual(["body.json", "ids.txt", "stdout"]);
    expect((await lstat(join(one.folder, "stdout"))).isSymbolicLink()).toBe(true);
  });

  it.runIf(canMakeDevices)(
    "writes to a device (runs only as root, because it creates a device)",
    async () => {
      await using one = await made();
      const device = join(one.folder, "null");
      makeDevice(device, "null");
      const { exit, stderr } = await one.call([...ONE, "--out", "null"]);
      expect(exit, stderr).toBe(0);
      expect((await lstat(device)).isCharacterDevice()).toBe(true);
    },
  );

  it("writes to a named pipe as soon as it has a reader", async () => {
    await using one = await made();
    const pipe = join(one.folder, "pipe");
    execFileSync("mkfifo", [pipe]);
    // The command opens the pipe only when the report is ready; until then the pipe has no reader.
    const reading = new Promise<string>((resolve) => {
      const look = setInterval(() => {
        if (!one.server.requests.some(({ step }) => step === "file")) return;
        clearInterval(look);
        void readFile(pipe, "utf8").then(resolve);
      }, 50);
    });
    const { exit, stderr } = await one.call([...ONE, "--out", "pipe", "--format", "csv"]);
    expect(exit, stderr).toBe(0);
    expect(await reading).toMatch(/^CAMPAIGN_ID,/);
    expect((await lstat(pipe)).isFIFO()).toBe(true);
  });

  it("waits for the reader of a named pipe until ctrl-C", async () => {
    await using one = await made();
    execFileSync("mkfifo", [join(one.folder, "pipe")]);
    const { exit } = await binIn(one, [...ONE, "--out", "pipe"], { interruptAt: /FINISHED/ });
    expect(exit).toBe(130);
  });
});
