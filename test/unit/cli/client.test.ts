import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import {
  createFakeClock,
  createFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from "../../../generated/testing.js";
import { place } from "../../support/cli-fake-server.js";
import type { Ended } from "../../support/in-process.js";
import { command } from "../../support/in-process.js";

const DAY = "2026-03-08";
const ACCOUNT = "549755885175";
const FINE = {
  start_date: "2026-03-01",
  end_date: "2026-03-07",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: ["CAMPAIGN_ID", "CTR"],
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "cli-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("validate", () => {
  const validate = (body: object, ...flags: string[]): Promise<Ended> =>
    command(["validate", "-", "--today", DAY, ...flags], { stdin: JSON.stringify(body) });

  it.concurrent('prints only "valid" for a valid body', async () => {
    expect(await validate(FINE)).toEqual({ exit: 0, stdout: "", stderr: "valid\n" });
  });

  it.concurrent("prints each violation with its path and rule", async () => {
    const { exit, stdout, stderr } = await validate({
      ...FINE,
      columns: [...FINE.columns, "CTRR"],
      start_date: "2020-01-01",
    });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^error {4}\/columns\/\d: .*CTR.* \[enum\]$/m);
    expect(stdout).toMatch(/^error {4}\/start_date: .*914 days.* \[max-lookback-[\w-]+\]$/m);
    expect(stderr).toMatch(/^\d errors\n$/);
  });

  it.concurrent("says how to find a column if no column has a similar name", async () => {
    const { stdout, stderr } = await validate({ ...FINE, columns: [...FINE.columns, "CPC"] });
    expect(stdout).toMatch(/not "CPC" \[enum\]$/m);
    expect(stderr).toMatch(
      /^1 error\n {2}fix {2}To find a column by search terms, run `pinterest-reports columns --search CPC`/,
    );
  });

  it.concurrent("exits with 0 if it finds only warnings", async () => {
    const { exit, stdout, stderr } = await validate({
      ...FINE,
      granularity: "HOUR",
      start_date: "2026-03-04",
      end_date: "2026-03-07",
    });
    expect(stdout).toMatch(/^warning {2}\/end_date: /);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "0 errors, 1 warning\n" });
  });

  it.concurrent("prints the violations as JSON", async () => {
    const { exit, stdout, stderr } = await validate({ ...FINE, columns: ["CTRR"] }, "--json");
    expect(JSON.parse(stdout)[0]).toEqual({
      rule: expect.any(String),
      severity: "error",
      path: "/columns/0",
      message: expect.any(String),
      params: expect.any(Object),
    });
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: "" });
  });

  it.concurrent("reports a violation for anything but an object", async () => {
    const { exit, stdout } = await command(["validate", "-"], { stdin: "[]" });
    expect(exit).toBe(1);
    expect(stdout).toMatch(/^error {4}body: /);
  });
});

describe("run", () => {
  it.concurrent.each([
    ["json", (text: string) => JSON.parse(text)],
    [
      "ndjson",
      (text: string) =>
        text
          .trim()
          .split("\n")
          .map((line) => JSON.parse(line)),
    ],
  ])("prints rows to stdout as %s, and progress to stderr", async (format, parse) => {
    const { exit, stdout, stderr } = await run(["--format", format]);
    expect(exit, stderr).toBe(0);
    expect(parse(stdout)[0]).toMatchObject({
      DATE: expect.any(String),
      CAMPAIGN_ID: expect.any(String),
    });
    expect(stderr).toMatch(
      /^created .*\nstatus {4}IN_PROGRESS\nstatus {4}FINISHED\ndone {6}\d+ rows, \d+ s\n$/,
    );
  });

  it.concurrent("writes a file and leaves no other files", async () => {
    const own = await mkdtemp(join(folder, "out-"));
    const { exit, stdout, stderr } = await run(["--format", "csv", "--out", "rows.csv"], {
      cwd: own,
    });
    expect({ exit, stdout }, stderr).toEqual({ exit: 0, stdout: "" });
    expect(await readFile(join(own, "rows.csv"), "utf8")).toMatch(/^CAMPAIGN_ID,CTR,DATE\n\d+,/);
    expect(await readdir(own)).toEqual(["rows.csv"]);
  });

  it.concurrent("downloads a report only once, even if its columns are only known at the end", async () => {
    await using made = await place();
    const { exit, stderr } = await made.call(["run", ACCOUNT, "-", "--out", "rows.csv"], {
      stdin: JSON.stringify(lastWeek()),
    });
    expect(exit, stderr).toBe(0);
    expect(made.server.requests.filter(({ step }) => step === "file")).toHaveLength(1);
  });

  it.concurrent("keeps the previous file if the rows end early", async () => {
    const own = await mkdtemp(join(folder, "out-"));
    await writeFile(join(own, "rows.json"), "old");
    const { exit, stderr } = await run(
      ["--out", "rows.json"],
      { cwd: own, clock: createFakeClock() },
      { faults: [{ name: "short-file", times: 9 }] },
    );
    expect(exit).toBe(4);
    expect(stderr).toMatch(/^error {2}/m);
    expect(await readFile(join(own, "rows.json"), "utf8")).toBe("old");
    expect((await readdir(own)).sort()).toEqual([
      expect.stringMatching(/^report-.*\.handle\.json$/),
      "rows.json",
    ]);
  });

  it.concurrent("rejects a missing folder before requesting a report", async () => {
    const { exit, stderr } = await run(["--out", "no/such/rows.json"], { cwd: folder });
    expect(exit).toBe(2);
    expect(stderr).toContain("there is no folder no/such");
  });

  it.concurrent("prints an API error, and how to get a new token if it was rejected", async () => {
    const { exit, stdout, stderr } = await run([], { env: { PINTEREST_ACCESS_TOKEN: "wrong" } });
    expect({ exit, stdout }).toEqual({ exit: 1, stdout: "" });
    expect(stderr).toMatch(
      /^error {2}POST .* returned 401.*\n {2}fix {2}.*pinterest-reports login.*\n$/,
    );
  });

  it.concurrent("does not send an invalid body", async () => {
    const { exit, stderr } = await run([], {
      stdin: JSON.stringify({ ...lastWeek(), level: "CAMPAING" }),
    });
    expect(exit).toBe(1);
    expect(stderr).toMatch(/^error {2}.*\/level.*CAMPAIGN.*\n$/);
  });

  it.concurrent("reports an invalid base URL as a usage error", async () => {
    const { exit, stderr } = await run([], {
      env: { PINTEREST_API_BASE_URL: "http://example.com" },
    });
    expect(exit).toBe(2);
    expect(stderr).toContain("PINTEREST_API_BASE_URL");
  });
});

describe("an invalid environment variable for run", () => {
  afterEach(() => vi.unstubAllEnvs());

  it.each([
    ["PINTEREST_LOG", "verbose"],
    ["PINTEREST_API_BASE_URL", "garbage"],
  ])("is a usage error: %s=%s", async (name, value) => {
    // The client reads the environment of this process.
    vi.stubEnv(name, value);
    const { exit, stderr } = await run([], { env: { [name]: value } });
    expect(exit, stderr).toBe(2);
    expect(stderr).toMatch(new RegExp(`^error {2}.*\\n {2}fix {2}.*\\b${name}\\b`));
  });
});

async function run(
  flags: readonly string[],
  given: Parameters<typeof command>[1] = {},
  options: FakeServerOptions = {},
): Promise<Ended> {
  const server: FakeServer = await createFakeServer({ polls: 2, ...options });
  const env = {
    PINTEREST_ACCESS_TOKEN: server.accessToken,
    PINTEREST_API_BASE_URL: server.url,
    ...given.env,
  };
  try {
    return await command(["run", ACCOUNT, "-", ...flags], {
      stdin: JSON.stringify(lastWeek()),
      ...given,
      env,
    });
  } finally {
    await server.close();
  }
}

function lastWeek(): object {
  const day = (ago: number): string =>
    new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  return { ...FINE, start_date: day(7), end_date: day(1) };
}
