import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { limitsFrom } from "../../../cli/commands/run/run.js";
import { shellCommand } from "../../../cli/terminal/shell-command.js";
import type { Fault } from "../../../generated/testing.js";
import { BODY, place } from "../../support/cli-fake-server.js";

const RUN = ["run", "549755885175", "-", "--since", "3d"];
const stdin = JSON.stringify(BODY);

describe("a run of a single report that fails", () => {
  it.each<[string, Fault, number]>([
    ["is cut off", { name: "short-file", times: 99 }, 4],
    ["is refused during a poll", { name: "refusal", on: "poll", value: 403 }, 1],
  ])("keeps the handle if the report %s", async (_, fault, code) => {
    await using made = await place({ faults: [fault] });
    const out = "my rows.csv";
    const { exit, stderr } = await made.call(
      [...RUN, "--out", out, "--defuse-formulas", "--deadline", "5m"],
      {
        stdin,
        clock: made.server.clock,
      },
    );
    expect(exit, stderr).toBe(code);
    expect(stderr).toMatch(/^error {2}\S/m);
    const [, name = "", rest] =
      /resume it within an hour with {2}pinterest-reports run --resume (\S+)( .*)\n$/.exec(
        stderr,
      ) ?? [];
    expect(rest).toBe(" --out 'my rows.csv' --deadline 5m --defuse-formulas");
    expect(await readdir(made.folder)).toEqual([name]);
    if (fault.times === 99) return;
    const resumed = await made.call(["run", "--resume", name, "--out", out, "--defuse-formulas"]);
    expect(resumed.exit, resumed.stderr).toBe(0);
    expect(await readFile(join(made.folder, out), "utf8")).toMatch(/^CAMPAIGN_ID,/);
    expect(made.server.requests.filter(({ step }) => step === "create")).toHaveLength(1);
  });

  it("keeps no handle if Pinterest gave up on the report", async () => {
    await using made = await place({ faults: [{ name: "failed" }] });
    const { exit, stderr } = await made.call(RUN, { stdin });
    expect({ exit, stderr }).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/^error {2}the report ended with status .*\n$/m),
    });
    expect(await readdir(made.folder)).toEqual([]);
  });
});

describe("a command printed on Windows", () => {
  it.each([
    ["C:\\data\\rows.csv", "C:\\data\\rows.csv"],
    ["my rows.csv", '"my rows.csv"'],
    ["", '""'],
    ["a&b|c^", '"a&b|c^"'],
    ["it's", `"it's"`],
    ["50%", '"50%"'],
    ['say "x"', '"say ""x"""'],
    ['a\\"b', '"a\\\\""b"'],
    ["my folder\\", '"my folder\\\\"'],
    ["a \\ b", '"a \\ b"'],
  ])("quotes the argument %j as %s", (word, quoted) => {
    expect(shellCommand([word], { windows: true })).toBe(quoted);
  });
});

describe("a run's limits", () => {
  it("are taken from flags", () => {
    expect(limitsFrom({})).toEqual({});
    expect(limitsFrom({ concurrency: "400", deadline: "90s", rateLimit: "60" })).toEqual({
      concurrency: 400,
      deadlineMs: 90_000,
      rateLimits: { ads_analytics: { requests: 60, perMs: 60_000 } },
    });
    expect(limitsFrom({ deadline: "24h", rateLimit: "1000/day" })).toEqual({
      deadlineMs: 86_400_000,
      rateLimits: { ads_analytics: { requests: 1_000, perMs: 86_400_000 } },
    });
    expect(limitsFrom({ rateLimit: "5/minute" }).rateLimits?.ads_analytics).toEqual({
      requests: 5,
      perMs: 60_000,
    });
  });

  it.each(["0", "1001", "1.5", "-1", "ten", "", "1e2"])(
    "are rejected if the concurrency is %j",
    (concurrency) => {
      expect(() => limitsFrom({ concurrency })).toThrow(
        /--concurrency .* is not a valid number of reports/,
      );
    },
  );

  it.each(["0s", "25h", "10", "1.5h", "m", "999ms", "-5m"])(
    "are rejected if the deadline is %j",
    (deadline) => {
      expect(() => limitsFrom({ deadline })).toThrow(/--deadline .* is not a duration/);
    },
  );

  it.each(["0", "2000000", "5/hour", "1.5", "/day", "-1"])(
    "are rejected if the rate is %j",
    (rateLimit) => {
      expect(() => limitsFrom({ rateLimit })).toThrow(
        /--rate-limit .* is not a valid number of calls/,
      );
    },
  );

  it("end the run at the deadline", async () => {
    await using made = await place({ polls: 99 });
    const { exit, stderr } = await made.call([...RUN, "--deadline", "1s"], { stdin });
    expect(exit).toBe(4);
    expect(stderr).toMatch(
      /^error {2}the report was still IN_PROGRESS.*\nresume it within an hour with .* --deadline 1s\n$/m,
    );
  });

  it("hold back requests beyond the rate until the deadline", async () => {
    await using made = await place();
    const { exit, stderr } = await made.call(
      [...RUN, "--deadline", "2s", "--rate-limit", "1/day"],
      { stdin },
    );
    expect(exit).toBe(4);
    expect(stderr).toMatch(/rate limit for ads_analytics/);
    expect(made.server.requests.map(({ step }) => step)).toEqual(["create"]);
  });

  it("bound the number of concurrent reports", async () => {
    await using made = await place();
    await writeFile(join(made.folder, "ids.txt"), "1\n2\n3\n");
    const { exit, stderr } = await made.call(
      ["run", "--accounts", "ids.txt", "-", "--since", "2d", "--concurrency", "1"],
      { stdin },
    );
    expect(exit, stderr).toBe(0);
    const steps = made.server.requests.map(({ step }) => step);
    expect(steps).toEqual([1, 2, 3].flatMap(() => ["create", "poll", "file"]));
  });
});

describe("a date range with only one end", () => {
  it.each([
    ["--start", "--start needs --end: the body has no end_date"],
    ["--end", "--end needs --start: the body has no start_date"],
  ])("is rejected if the other end is missing: %s", async (flag, words) => {
    await using made = await place();
    const { exit, stderr } = await made.call(["run", "1", "-", flag, "2026-03-01"], { stdin });
    expect({ exit, stderr }).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(`error  ${words}\n`),
    });
    expect(made.server.requests).toEqual([]);
  });
});
