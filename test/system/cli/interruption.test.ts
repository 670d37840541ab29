import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, open, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { BIN, binIn } from "../../support/bin.js";
import { BODY, MINUTE, place } from "../../support/cli-fake-server.js";
import { relay } from "./relay.js";

const RUN = ["run", "549755885175", "-", "--since", "3d"];
const stdin = JSON.stringify(BODY);

/**
 * Sends ctrl-C once `asked` returns true, and calls `stopping` when the process prints that it is
 * stopping.
 */
function interrupted(
  asked: () => boolean,
  stopping: (child: ChildProcess) => void,
): (child: ChildProcess) => void {
  return (child) => {
    const look = setInterval(() => {
      if (!asked()) return;
      clearInterval(look);
      child.kill("SIGINT");
    }, 20);
    child.on("exit", () => clearInterval(look));
    let said = "";
    child.stderr?.on("data", (text: string) => {
      const before = said.includes("stopping");
      said += text;
      if (!before && said.includes("stopping")) stopping(child);
    });
  };
}

// Each test starts a few processes, one after another.
describe("ctrl-C", () => {
  it.each([
    ["SIGINT", 130],
    ["SIGTERM", 143],
    ["SIGHUP", 129],
  ] as const)(
    "leaves a handle for --resume, and no file under the final name, if the signal is %s",
    async (signal, code) => {
      await using made = await place({ faults: [MINUTE] });
      const stopped = await binIn(made, [...RUN, "--out", "rows.csv"], {
        stdin,
        signalsAt: { seen: /status/, send: [signal] },
      });
      expect(stopped).toMatchObject({ exit: code, stdout: "" });
      const [, name = ""] =
        /pinterest-reports run --resume (\S+\.handle\.json) --out rows\.csv\n$/.exec(
          stopped.stderr,
        ) ?? [];
      expect(await readdir(made.folder)).toEqual([name]);
      if (process.platform !== "win32")
        expect((await stat(join(made.folder, name))).mode & 0o777).toBe(0o600);
      expect(JSON.parse(await readFile(join(made.folder, name), "utf8"))).toMatchObject({
        version: 1,
        flow: "report",
      });

      await made.server.clock.advance(60_000);
      const resumed = await made.call(["run", "--resume", name, "--out", "rows.csv"]);
      expect(resumed.exit, resumed.stderr).toBe(0);
      expect(await readFile(join(made.folder, "rows.csv"), "utf8")).toMatch(
        /^CAMPAIGN_ID,SPEND_IN_DOLLAR,PAID_IMPRESSION,DATE\n\d+,/,
      );
      expect(made.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
    },
  );

  it("puts the handle next to the output file, even for a body from stdin", async () => {
    await using made = await place({ faults: [MINUTE] });
    await writeFile(join(made.folder, "rows.json"), "old");
    const { stderr } = await binIn(made, [...RUN, "--out", "./rows.json"], {
      stdin,
      interruptAt: /status/,
    });
    const [, name = ""] = /--resume (\S+) --out \.\/rows\.json\n$/.exec(stderr) ?? [];
    expect(await readFile(join(made.folder, "rows.json"), "utf8")).toBe("old");
    await made.server.clock.advance(60_000);
    const resumed = await made.call(["run", "--resume", "-"], {
      stdin: await readFile(join(made.folder, name), "utf8"),
    });
    expect(resumed.exit, resumed.stderr).toBe(0);
    expect(JSON.parse(resumed.stdout)[0]).toMatchObject({ CAMPAIGN_ID: expect.any(String) });
  });

  it("leaves no partial file if pressed while rows arrive, and the report can be resumed", async () => {
    await using made = await place({ bytes: 50_000_000 });
    const { exit, stderr } = await binIn(made, [...RUN, "--out", "rows.csv"], {
      stdin,
      interruptAt: /download/,
    });
    expect(exit).toBe(130);
    const [, name = ""] = /--resume (\S+) --out/.exec(stderr) ?? [];
    expect(await readdir(made.folder)).toEqual([name]);
  });

  it("leaves the handle in place in a run with --resume", async () => {
    await using made = await place({ faults: [MINUTE] });
    await binIn(made, RUN, { stdin, interruptAt: /status/ });
    const [name = ""] = await readdir(made.folder);
    const again = ["--resume", name, "--format", "csv"];
    const { exit, stderr } = await binIn(made, ["run", ...again], { interruptAt: /status/ });
    expect(exit).toBe(130);
    expect(stderr).toMatch(new RegExp(`pinterest-reports run ${again.join(" ")}\n$`));
    expect(await readdir(made.folder)).toEqual([name]);
  });

  it("waits for the response if pressed during a create request, so that a handle can be saved", async () => {
    await using made = await place();
    await using between = await relay(made.server.url, ({ method }) => method === "POST");
    const asked = (): boolean => made.server.requests.some(({ step }) => step === "create");
    const { exit, stderr } = await binIn(made, RUN, {
      stdin,
      env: { PINTEREST_API_BASE_URL: between.url },
      started: interrupted(asked, () => between.release()),
    });
    expect(exit).toBe(130);
    const [, name = ""] =
      /stopped; Pinterest continues to generate the report\.\n.*--resume (\S+)\n$/.exec(stderr) ??
      [];
    expect(await readdir(made.folder)).toEqual([name]);
  });

  it("ends the run immediately when pressed again, and warns that a report may exist although no response arrived", async () => {
    await using made = await place();
    await using between = await relay(made.server.url, ({ method }) => method === "POST");
    const asked = (): boolean => made.server.requests.some(({ step }) => step === "create");
    const { exit, stderr } = await binIn(made, RUN, {
      stdin,
      env: { PINTEREST_API_BASE_URL: between.url },
      started: interrupted(asked, (child) => child.kill("SIGTERM")),
    });
    expect(exit).toBe(143);
    expect(stderr).toMatch(/stopped before Pinterest responded: a report may have been created\n$/);
    expect(await readdir(made.folder)).toEqual([]);
  });

  it.skipIf(process.platform === "win32")(
    "counts as one signal if npx forwards it too, and leaves only the handle",
    async () => {
      await using made = await place({ bytes: 50_000_000 });
      // Both signals are pending when the process wakes up.
      const send = ["SIGSTOP", "SIGINT", "SIGTERM", "SIGCONT"] as const;
      const { exit, stderr } = await binIn(made, [...RUN, "--out", "rows.csv"], {
        stdin,
        signalsAt: { seen: /download/, send },
      });
      expect([130, 143]).toContain(exit);
      expect(stderr).toContain("stopped; Pinterest continues to generate the report.");
      expect(await readdir(made.folder)).toEqual([expect.stringMatching(/\.handle\.json$/)]);
    },
  );

  // npx ends the shell that it started but passes no signal on. If npx is killed, the shell stays
  // too.
  it.skipIf(process.platform === "win32").each(["SIGTERM", "SIGKILL"] as const)(
    "reaches the started process if npx receives %s",
    async (signal) => {
      await using made = await place({ faults: [MINUTE] });
      const programs = join(made.folder, "node_modules", ".bin");
      await mkdir(programs, { recursive: true });
      await writeFile(
        join(programs, "pinterest-reports"),
        `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`,
        { mode: 0o755 },
      );
      await writeFile(join(made.folder, "package.json"), "{}");
      await mkdir(join(made.folder, "out"));
      const [said, body] = await Promise.all(
        ["said", "body.json"].map((name) => open(join(made.folder, name), "w+")),
      );
      await body?.writeFile(stdin);
      const env = {
        ...process.env,
        PINTEREST_ACCESS_TOKEN: made.server.accessToken,
        PINTEREST_API_BASE_URL: made.server.url,
      };
      const command = [
        "--no",
        "--offline",
        "pinterest-reports",
        "run",
        "549755885175",
        "body.json",
        "--since",
        "3d",
        "--out",
        "out/rows.csv",
      ];
      const npx = spawn("npx", command, {
        cwd: made.folder,
        env,
        stdio: ["ignore", "ignore", said?.fd ?? "ignore"],
      });
      const words = () => readFile(join(made.folder, "said"), "utf8");
      await vi.waitFor(async () => expect(await words()).toContain("status"), {
        timeout: 60_000,
        interval: 50,
      });
      npx.kill(signal);
      await vi.waitFor(async () => expect(await words()).toContain("--resume"), {
        timeout: 60_000,
        interval: 50,
      });
      expect(await words()).toContain("stopped; Pinterest continues to generate the report.");
      expect(await readdir(join(made.folder, "out"))).toEqual([
        expect.stringMatching(/\.handle\.json$/),
      ]);
      await Promise.all([said?.close(), body?.close()]);
    },
  );
});
