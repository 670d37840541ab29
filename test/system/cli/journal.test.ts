import { access, lstat, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { binIn } from "../../support/bin.js";
import { MINUTE, type Place } from "../../support/cli-fake-server.js";
import { canMakeDevices, makeDevice } from "../../support/device.js";
import { created, IDS, MANY, many, polled } from "../../support/many-accounts.js";

const NIGHT = [...MANY, "--out", "rows.csv", "--journal", "night.journal"];
const HOUR_AND_MORE = 3_700_000;
const LEFT = ["body.json", "ids.txt", "rows.csv"];
/** Starts a run and kills it when all three reports are pending. */
const killed = ({ server }: Place) =>
  ({ signalsAt: { seen: () => polled(server) === IDS.length, send: ["SIGKILL"] } }) as const;

const files = async ({ folder }: Place): Promise<readonly string[]> =>
  (await readdir(folder)).sort();
/** The accounts in the output's rows, without duplicates. */
async function accountsOf({ folder }: Place): Promise<readonly string[]> {
  const [, ...lines] = (await readFile(join(folder, "rows.csv"), "utf8")).trimEnd().split("\n");
  return [
    ...new Set(lines.map((line) => line.split(",")[0] ?? "").filter((cell) => IDS.includes(cell))),
  ];
}

/** Advances the server's clock by a minute once this many reports have been requested. */
async function aMinuteAfter({ server }: Place, reports: number): Promise<void> {
  await vi.waitFor(() => expect(created(server)).toHaveLength(reports), { timeout: 60_000 });
  await server.clock.advance(60_000);
}

describe("a run with a journal", () => {
  it("requests expired reports again when it is repeated after a crash", async () => {
    await using made = await many({ faults: [MINUTE] });
    const first = await binIn(made, NIGHT, killed(made));
    expect(first.exit).toBeNull();
    await made.server.clock.advance(HOUR_AND_MORE);
    const [second] = await Promise.all([made.call(NIGHT), aMinuteAfter(made, 6)]);
    expect(second.exit, second.stderr).toBe(0);
    expect(await accountsOf(made)).toEqual(IDS);
    expect(created(made.server)).toHaveLength(6);
    expect(await files(made)).toEqual(LEFT);
  });

  it("requests a report again when it is repeated after a crash and the status is FAILED", async () => {
    await using made = await many({ faults: [MINUTE, { name: "failed", times: 3 }] });
    await binIn(made, NIGHT, killed(made));
    await made.server.clock.advance(60_000);
    const [second] = await Promise.all([made.call(NIGHT), aMinuteAfter(made, 6)]);
    expect(second.exit, second.stderr).toBe(0);
    expect(
      second.stderr.match(
        /^\d+ {2}requested again: the report ended with status FAILED \(pinterest-reports explain \w+\)$/gm,
      ),
    ).toHaveLength(1);
    expect([...created(made.server)].sort()).toEqual([...IDS, ...IDS].sort());
    expect(await accountsOf(made)).toEqual(IDS);
  });

  it("has its journal and rows removed by --finish after a kill", async () => {
    await using made = await many({ faults: [MINUTE] });
    await binIn(made, NIGHT, killed(made));
    const { exit, stderr } = await made.call(["run", "--journal", "night.journal", "--finish"]);
    expect({ exit, stderr }).toEqual({
      ...{
        exit: 0,
        stderr:
          "journal   night.journal contained 0 completed requests, 3 not completed; it and its rows were removed\n",
      },
    });
    expect(await files(made)).toEqual(["body.json", "ids.txt"]);
  });

  it("lists its failures so far on ctrl-C, and says how to continue", async () => {
    await using made = await many({
      polls: 9,
      faults: [{ name: "refusal", on: "create", value: 403 }],
    });
    const stopped = await binIn(made, NIGHT, {
      signalsAt: { seen: /^failed {4}/m, send: ["SIGINT"] },
    });
    expect(stopped.exit).toBe(130);
    expect(stopped.stderr).toMatch(
      /^failed {4}\d+: POST .* returned 403.*\n(?:progress .*\n)?stopped {3}0 of 3 accounts, 0 rows, \d+ s; 1 failed\nRun the same command again to continue\. .*\n$/m,
    );
  });
});

describe("a journal", () => {
  it.runIf(canMakeDevices)(
    "is left unchanged if it is a device, and nothing is sent (runs only as root, because it creates a device)",
    async () => {
      await using made = await many();
      makeDevice(join(made.folder, "null"), "null");
      expect((await made.call([...MANY, "--journal", "null"])).exit).toBe(2);
      expect((await lstat(join(made.folder, "null"))).isCharacterDevice()).toBe(true);
      expect(made.server.requests).toEqual([]);
    },
  );
});

describe("a run over many accounts without a journal", () => {
  it.runIf(canMakeDevices)(
    "keeps the received rows if only the output cannot be written (runs only as root, because it creates a device)",
    async () => {
      await using made = await many();
      makeDevice(join(made.folder, "full"), "full");
      const { exit, stderr } = await made.call([...MANY, "--out", "full", "--format", "csv"]);
      expect(exit, stderr).toBe(1);
      const [, folder = ""] =
        /^the received rows are in (\S+), one file per report\. Delete them after use\.$/m.exec(
          stderr,
        ) ?? [];
      await access(folder);
      expect((await readdir(folder)).map((name) => name.split("-")[0])).toEqual(IDS);
      await rm(folder, { recursive: true });
    },
  );
});
