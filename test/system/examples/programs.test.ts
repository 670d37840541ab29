import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  createFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from "../../../generated/testing.js";
import type { Ended } from "../../support/bin.js";
import { access, run, start } from "../../support/consumer.js";
import { proxy } from "../../support/proxy.js";

const EXAMPLES = fileURLToPath(new URL("../../../docs/examples", import.meta.url));
const ACCOUNT = "549755885175";

let folder: string;
let server: FakeServer | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "example-"));
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  await rm(folder, { recursive: true, force: true });
});

async function pinterest(options: FakeServerOptions = {}): Promise<FakeServer> {
  server = await createFakeServer({ polls: 0, ...options });
  return server;
}

const example = (name: string): string => join(EXAMPLES, name);
const creates = ({ requests }: FakeServer): number =>
  requests.filter(({ step }) => step === "create").length;
const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");

describe("first-report", () => {
  it("prints a table", async () => {
    const ended = await run(example("first-report/report.ts"), {
      args: [ACCOUNT],
      env: access(await pinterest()),
    });
    expect(ended).toMatchObject({ exit: 0, stderr: "" });
    expect(ended.stdout).toMatch(/index.* id .* campaign .* spend .* impressions .* clicks /);
    expect(ended.stdout).toMatch(/'6270525000\d\d'/);
  });

  it("prints its usage without an account", async () => {
    const ended = await run(example("first-report/report.ts"), { env: access(await pinterest()) });
    expect(ended).toEqual({
      exit: 2,
      stdout: "",
      stderr: "usage: npx tsx report.ts <ad account id>\n",
    });
  });

  it("runs without an account against the fake server", async () => {
    const ended = await run(example("on-this-machine.ts"), {
      args: ["first-report/report.ts", ACCOUNT],
      tsx: true,
    });
    expect(ended).toMatchObject({
      exit: 0,
      stderr: "",
      stdout: expect.stringContaining("impressions"),
    });
  });
});

describe("many-accounts", () => {
  const day = (ago: number): string =>
    new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const begin = (at: FakeServer) =>
    start(example("many-accounts/reports.ts"), {
      args: ["out", day(400), day(1)],
      env: access(at),
      cwd: folder,
    });
  const handles = async (): Promise<number> =>
    linesOf(await readFile(join(folder, "out/journal"), "utf8")).filter((line) =>
      line.includes('"what":"handle"'),
    ).length;
  const files = async (ending: string): Promise<readonly string[]> =>
    (await readdir(join(folder, "out"))).filter((name) => name.endsWith(ending)).sort();

  it("writes a file for each account and window", async () => {
    const at = await pinterest({ accounts: 3 });
    expect(await begin(at).ended).toEqual({
      exit: 0,
      stdout: "9 reports done, 0 failed\n",
      stderr: "",
    });
    const names = await files(".ndjson");
    expect(names).toHaveLength(9);
    expect(await files(".part")).toEqual([]);
    const rows = await Promise.all(
      names.map(async (name) => linesOf(await readFile(join(folder, "out", name), "utf8"))),
    );
    // Three campaigns on 400 days, minus the days without activity.
    const days = new Set(rows.flat().map((line) => JSON.parse(line).DATE));
    expect([...days].sort()).toEqual(Array.from({ length: 400 }, (_, ago) => day(400 - ago)));
  });

  it("records failures, and retries only those later", async () => {
    const at = await pinterest({ accounts: 2, faults: [{ name: "refusal", on: "create" }] });
    expect(await begin(at).ended).toMatchObject({ exit: 1, stdout: "5 reports done, 1 failed\n" });
    const failures = linesOf(await readFile(join(folder, "out/failures.ndjson"), "utf8")).map(
      (line) => JSON.parse(line),
    );
    expect(failures).toEqual([
      expect.objectContaining({
        adAccountId: expect.stringMatching(/^\d+$/),
        error: expect.objectContaining({ code: "api" }),
      }),
    ]);
    expect(await files(".part")).toEqual([]);
    expect(await begin(at).ended).toMatchObject({ exit: 0, stdout: "6 reports done, 0 failed\n" });
    expect(creates(at)).toBe(7);
  });

  it("continues after a kill, and never creates a report or writes a row twice", async () => {
    const at = await pinterest({
      accounts: 4,
      faults: [{ name: "stalled-file", value: 5_000, skip: 5 }],
    });
    const killed = begin(at);
    // Stops during a download, when the journal contains every report.
    while (at.requests.filter(({ step }) => step === "file").length < 6 || (await handles()) < 12)
      await new Promise((resolve) => setTimeout(resolve, 10));
    killed.kill("SIGKILL");
    await killed.ended;
    expect(await begin(at).ended).toMatchObject({ exit: 0, stdout: "12 reports done, 0 failed\n" });
    expect(creates(at)).toBe(12);
    const names = await files(".ndjson");
    expect(names).toHaveLength(12);
    for (const name of names) {
      const lines = linesOf(await readFile(join(folder, "out", name), "utf8"));
      expect(new Set(lines).size).toBe(lines.length);
    }
  });
});

describe("resume", () => {
  it("continues a killed process's report in another process", async () => {
    const at = await pinterest({
      faults: [{ name: "unknown-status", value: "IN_PROGRESS", times: 2 }],
    });
    const given = { args: [ACCOUNT, "handle.json"], env: access(at), cwd: folder };
    const first = start(example("resume/report.ts"), given);
    await first.shows(/created/);
    while (!at.requests.some(({ step }) => step === "poll"))
      await new Promise((resolve) => setTimeout(resolve, 10));
    first.kill("SIGKILL");
    expect(await first.ended).toMatchObject({ exit: null, stdout: "" });
    const handle = JSON.parse(await readFile(join(folder, "handle.json"), "utf8"));
    const again = await run(example("resume/report.ts"), given);
    expect(again).toMatchObject({ exit: 0, stderr: "" });
    expect(creates(at)).toBe(1);
    expect(linesOf(again.stdout).length).toBeGreaterThan(7);
    expect(await readdir(folder)).toEqual([]);
    expect(handle).toMatchObject({ version: 1, flow: "report", adAccountId: ACCOUNT });
  });
});

describe("proxy", () => {
  it("sends calls and downloads through the proxy", async () => {
    const at = await pinterest();
    await using between = await proxy();
    const env = { ...access(at), HTTPS_PROXY: between.url.replace("//", "//user:word@") };
    const ended: Ended = await run(example("proxy/report.ts"), { args: [ACCOUNT], env });
    expect(ended).toMatchObject({
      exit: 0,
      stderr: "",
      stdout: expect.stringMatching(/^\d+ [\d.]+\n/),
    });
    expect(between.asked).toContain(new URL(at.url).host);
    expect(new Set(between.asked).size).toBe(2);
  });
});
