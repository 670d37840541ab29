import type { ChildProcess } from "node:child_process";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BODY, place } from "./fake.js";

const RUN = ["run", "549755885175", "-", "--since", "3d"];
const stdin = JSON.stringify(BODY);

// Each starts a few processes, one after another.
describe("ctrl-C", { timeout: 90_000 }, () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const)("as %s leaves a handle that --resume takes, and no file under the final name", async (signal, code) => {
    await using made = await place({ polls: 4 });
    const stopped = await made.call([...RUN, "--out", "rows.csv"], { stdin, signalsAt: { seen: /status/, send: [signal] } });
    expect(stopped).toMatchObject({ exit: code, stdout: "" });
    const [, name = ""] = /pinterest-reports run --resume (\S+\.handle\.json)\n$/.exec(stopped.stderr) ?? [];
    expect(await readdir(made.folder)).toEqual([name]);
    if (process.platform !== "win32") expect((await stat(join(made.folder, name))).mode & 0o777).toBe(0o600);
    expect(JSON.parse(await readFile(join(made.folder, name), "utf8"))).toMatchObject({ version: 1, flow: "report" });

    const resumed = await made.call(["run", "--resume", name, "--out", "rows.csv"]);
    expect(resumed.exit, resumed.stderr).toBe(0);
    expect(await readFile(join(made.folder, "rows.csv"), "utf8")).toMatch(/^CAMPAIGN_ID,SPEND_IN_DOLLAR,PAID_IMPRESSION,DATE\n\d+,/);
    expect(made.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });

  it("puts the handle beside the file that was asked for, and takes it from stdin", async () => {
    await using made = await place({ polls: 4 });
    await writeFile(join(made.folder, "rows.json"), "old");
    const { stderr } = await made.call([...RUN, "--out", "./rows.json"], { stdin, interruptAt: /status/ });
    const [, name = ""] = /--resume (\S+)\n$/.exec(stderr) ?? [];
    expect(await readFile(join(made.folder, "rows.json"), "utf8")).toBe("old");
    const resumed = await made.call(["run", "--resume", "-"], { stdin: await readFile(join(made.folder, name), "utf8") });
    expect(resumed.exit, resumed.stderr).toBe(0);
    expect(JSON.parse(resumed.stdout)[0]).toMatchObject({ CAMPAIGN_ID: expect.any(String) });
  });

  it("within the rows leaves neither a part nor a half, and the report can be taken up again", async () => {
    await using made = await place({ bytes: 50_000_000 });
    const { exit, stderr } = await made.call([...RUN, "--out", "rows.csv"], { stdin, interruptAt: /download/ });
    expect(exit).toBe(130);
    const [, name = ""] = /--resume (\S+)\n$/.exec(stderr) ?? [];
    expect(await readdir(made.folder)).toEqual([name]);
  });

  it("says that a report may exist when the create is under way", async () => {
    await using made = await place({ faults: [{ name: "silence", on: "create" }] });
    const { server } = made;
    const started = (child: ChildProcess): void => {
      const look = setInterval(() => {
        if (!server.requests.some(({ step }) => step === "create")) return;
        clearInterval(look);
        child.kill("SIGINT");
      }, 20);
      child.on("exit", () => clearInterval(look));
    };
    const { exit, stderr } = await made.call(RUN, { stdin, started });
    expect(exit).toBe(130);
    expect(stderr).toMatch(/stopped before Pinterest had answered, so a report may have been created\n$/);
    expect(await readdir(made.folder)).toEqual([]);
  });

  it.skipIf(process.platform === "win32")("a second time ends at once, and nothing stays behind", async () => {
    await using made = await place({ bytes: 50_000_000 });
    // Both lie there when the process wakes up, so the second one comes before the first has been seen to.
    const send = ["SIGSTOP", "SIGINT", "SIGTERM", "SIGCONT"] as const;
    const { exit, stderr } = await made.call([...RUN, "--out", "rows.csv"], { stdin, signalsAt: { seen: /download/, send } });
    expect([130, 143]).toContain(exit);
    expect(stderr).not.toContain("stopped");
    expect(await readdir(made.folder)).toEqual([]);
  });

  it("is not needed for a handle that is none", async () => {
    await using made = await place();
    await writeFile(join(made.folder, "x.json"), "not JSON");
    expect(await made.call(["run", "--resume", "x.json"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("is not a report handle"),
    });
    expect(await made.call(["run", "--resume", "-"], { stdin: "{}" })).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("report handle"),
    });
    expect(await made.call(["run", "--resume", "x.json", "--since", "1d"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("--since and --resume do not go together"),
    });
    expect(made.server.requests).toEqual([]);
  });
});
