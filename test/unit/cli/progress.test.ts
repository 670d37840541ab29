import { afterEach, describe, expect, it, vi } from "vitest";
import { createManyProgress } from "../../../cli/run/progress.js";
import { createProgress, isLive, liveLines } from "../../../cli/terminal.js";
import { Terminal } from "../../support/terminal.js";

afterEach(() => vi.unstubAllEnvs());

describe("lines that change", () => {
  it("take each other's place and leave what is said above them", () => {
    const screen = new Terminal(20, 10);
    let lines = ["one", "two", "three"];
    const live = liveLines(screen, () => lines);
    live.print("first");
    lines = ["a line that is too long for it", "\u001b[2J"];
    live.print("second");
    lines = ["end"];
    live.end();
    expect(screen.lines).toEqual(["first", "second", "end", ""]);
  });

  it("are cut to the terminal's width, and move no cursor", () => {
    const screen = new Terminal(20, 10);
    const live = liveLines(screen, () => ["a line that is too long for it", "\u001b[2J"]);
    live.end();
    expect(screen.lines).toEqual(["a line that is too…", "\ufffd[2J", ""]);
  });
});

describe("many accounts on a terminal", () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(100 + index));
  const requests = (accounts: readonly string[]) => accounts.map((adAccountId) => ({ adAccountId }));

  it("have a line each where there is room", () => {
    const screen = new Terminal(80, 10);
    const shown = createManyProgress(requests(ids(3)), { stderr: screen, env: { CI: "" } });
    shown.onProgress({ type: "created", request: { adAccountId: "101" }, rows: 0 });
    shown.onEvent({ type: "poll", flow: "report", adAccountId: "101", status: "IN_PROGRESS", knownStatus: true, attempts: 2 });
    shown.done({ adAccountId: "102" }, 1200);
    shown.failed({ adAccountId: "100" }, "it was refused");
    shown.end();
    expect(screen.lines.map((line) => line.trim())).toEqual([
      "100           failed: it was refused",
      "101           status IN_PROGRESS, poll 2",
      "102           done, 1,200 rows",
      expect.stringMatching(/^2 of 3 accounts done, 1 of them failed, 1 in progress, 1,200 rows, \d+ s$/),
      "",
    ]);
  });

  it("are summed up where there is none, and those in progress shown", () => {
    const screen = new Terminal(80, 6);
    const shown = createManyProgress(requests(ids(300)), { stderr: screen, env: {} });
    for (const adAccountId of ids(20)) shown.onProgress({ type: "created", request: { adAccountId }, rows: 0 });
    for (const adAccountId of ids(10)) shown.done({ adAccountId }, 5);
    shown.end();
    expect(screen.lines.map((line) => line.trim())).toEqual([
      ...ids(14)
        .slice(10)
        .map((id) => `${id}           Pinterest is generating the report`),
      expect.stringMatching(/^10 of 300 accounts done, 10 in progress, 50 rows, \d+ s$/),
      "",
    ]);
  });

  it("have a line for each change in the log of a build", () => {
    const screen = new Terminal(60, 10);
    const shown = createManyProgress(requests(["100", "100"]), { stderr: screen, env: { CI: "true" } });
    const request = { adAccountId: "100" };
    shown.onProgress({ type: "created", request, rows: 0 });
    shown.done(request, 5);
    shown.done(request, 6);
    shown.end();
    expect(screen.lines.map((line) => line.trim())).toEqual([
      "100           Pinterest is generating the report",
      "100           1 of 2 reports ended, 5 rows",
      "100           done, 11 rows",
      "",
    ]);
  });
});

describe("a log", () => {
  const request = { adAccountId: "100", body: { start_date: "2026-03-01", end_date: "2026-03-02" } };
  const log = (given: readonly object[]) => {
    let text = "";
    const write = (piece: string): boolean => {
      text += piece;
      return true;
    };
    const shown = createManyProgress(given as never, { stderr: { write }, env: {} });
    return { shown, lines: () => text.trimEnd().split("\n") };
  };

  it("warns once of a status that is not known, whichever accounts have it", () => {
    const one = log([request, { ...request, adAccountId: "101" }]);
    for (const adAccountId of ["100", "101"])
      one.shown.onEvent({ type: "unknown-status", flow: "report", adAccountId, status: "QUEUED\u001b[2J" });
    one.shown.end();
    expect(one.lines()).toEqual([
      "warning  the status QUEUED\ufffd[2J is not known to this version: it counts as pending until the deadline",
    ]);
  });

  it("warns of each file that has less than was announced, also when rows are on their way to the terminal", () => {
    const event = { type: "size-mismatch", flow: "report", adAccountId: "100", received: 5, announced: 9 } as const;
    const words = "warning  the file of 100 has 5 bytes, and Pinterest announced 9: rows may be missing";
    const one = log([request]);
    one.shown.end();
    one.shown.onEvent(event);
    expect(one.lines()).toEqual([words]);
    const pieces: string[] = [];
    const single = createProgress({ stderr: { write: (piece: string) => pieces.push(piece) > 0 }, env: {} });
    single.end();
    single.onEvent(event);
    expect(pieces).toEqual([`${words}\n`]);
  });

  it("says at once why an account failed, and of which days", () => {
    const one = log([request]);
    one.shown.failed(request, "it was refused");
    expect(one.lines()).toEqual(["100           failed: it was refused"]);
    const two = log([request, request]);
    two.shown.failed(request, "it was refused");
    two.shown.requestedAgain(request, "the report ended as FAILED");
    two.shown.done(request, 3);
    expect(two.lines()).toEqual([
      "100           2026-03-01 to 2026-03-02, 2 days failed: it was refused",
      "100           requested again: the report ended as FAILED",
      "100           1 of 2 reports failed, 3 rows",
    ]);
  });

  it("says long waits, those of many requests once", () => {
    const now = vi.spyOn(performance, "now").mockReturnValue(1_000);
    const { shown, lines } = log([request]);
    const wait = (reason: "poll" | "retry" | "rate-limit", ms: number) => shown.onEvent({ type: "wait", reason, ms });
    wait("poll", 30_000);
    wait("retry", 900);
    wait("rate-limit", 40_000);
    wait("rate-limit", 40_100);
    now.mockReturnValue(41_001);
    shown.onEvent({ type: "wait", reason: "retry", ms: 5_000, message: "503" });
    now.mockRestore();
    expect(lines()).toEqual(["waiting   40 s to keep below the rate limit", "waiting   5 s before the next attempt: 503"]);
  });
});

describe("a terminal that cannot move its cursor", () => {
  it("has a line for each change", () => {
    expect(isLive(new Terminal(60, 10), { TERM: "xterm" })).toBe(true);
    expect(isLive(new Terminal(60, 10), { TERM: "dumb" })).toBe(false);
  });
});
