import { afterEach, describe, expect, it, vi } from "vitest";
import { createManyProgress, totalsText } from "../../../cli/commands/run/progress.js";
import { createProgress, isLive, liveLines } from "../../../cli/terminal/terminal.js";
import { createFakeClock } from "../../../generated/testing.js";
import { durationText } from "../../../runtime/validation/wording.js";
import { Terminal } from "../../support/terminal.js";

afterEach(() => vi.unstubAllEnvs());

describe("live progress lines", () => {
  it("replace each other, and leave messages above them", () => {
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

  it("are cut to the terminal's width, and cannot move the cursor", () => {
    const screen = new Terminal(20, 10);
    const live = liveLines(screen, () => ["a line that is too long for it", "\u001b[2J"]);
    live.end();
    expect(screen.lines).toEqual(["a line that is too…", "\ufffd[2J", ""]);
  });
});

describe("the progress of a run over many accounts", () => {
  const ids = (count: number) => Array.from({ length: count }, (_, index) => String(100 + index));
  const requests = (accounts: readonly string[]) =>
    accounts.map((adAccountId) => ({ adAccountId }));

  it("has a line for each account if all accounts fit", () => {
    const screen = new Terminal(80, 10);
    const shown = createManyProgress(requests(ids(3)), { stderr: screen, env: { CI: "" } });
    shown.onProgress({ type: "created", request: { adAccountId: "101" }, rows: 0 });
    shown.onEvent({
      type: "poll",
      flow: "report",
      adAccountId: "101",
      status: "IN_PROGRESS",
      knownStatus: true,
      attempts: 2,
    });
    shown.done({ adAccountId: "102" }, 1200);
    shown.failed({ adAccountId: "100" }, "it was refused");
    shown.end();
    expect(shown.printsFailures).toBe(false);
    expect(screen.lines.map((line) => line.trim())).toEqual([
      "100           failed: it was refused",
      "101           status IN_PROGRESS, poll 2",
      "102           done, 1,200 rows",
      expect.stringMatching(
        /^2 of 3 accounts done, 1 of them failed, 1 in progress, 1,200 rows, \d+ s$/,
      ),
      "",
    ]);
  });

  it("is summarized, with the active accounts, if not all accounts fit", () => {
    const screen = new Terminal(80, 6);
    const shown = createManyProgress(requests(ids(300)), { stderr: screen, env: {} });
    for (const adAccountId of ids(20))
      shown.onProgress({ type: "created", request: { adAccountId }, rows: 0 });
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

  it("adds a line every 30 s to a CI log, and prints the counts at the end", () => {
    const screen = new Terminal(80, 10);
    const clock = createFakeClock();
    const accounts = ids(300);
    const shown = createManyProgress(requests(accounts), {
      stderr: screen,
      env: { CI: "true" },
      clock,
    });
    for (const adAccountId of accounts) {
      // Two seconds each, so ten minutes in total.
      void clock.advance(2_000);
      const request = { adAccountId };
      shown.onProgress({ type: "created", request, rows: 0 });
      shown.onEvent({
        type: "poll",
        flow: "report",
        adAccountId,
        status: "IN_PROGRESS",
        knownStatus: true,
        attempts: 1,
      });
      shown.onProgress({ type: "rows", request, rows: 5 });
      shown.done(request, 5);
    }
    const { lines } = screen;
    shown.end();
    expect(lines).toEqual([
      "progress  0 of 300 accounts done, 1 in progress, 0 rows, 2 s",
      ...Array.from({ length: 19 }, (_, index) => {
        const done = 15 * (index + 1);
        return `progress  ${done} of 300 accounts done, 1 in progress, ${(5 * done).toLocaleString("en-US")} rows, ${durationText(2_000 * (done + 1))}`;
      }),
      "",
    ]);
    expect(totalsText(shown.totals())).toBe("300 of 300 accounts, 1,500 rows, 10 min");
  });

  it.each([
    [
      { accounts: 300, done: 298, failed: 2, skipped: 0, rows: 1_234_567, ms: 720_400 },
      "298 of 300 accounts, 1,234,567 rows, 12 min; 2 failed",
    ],
    [
      { accounts: 1, done: 1, failed: 0, skipped: 1, rows: 1, ms: 400 },
      "1 of 1 account (1 in an earlier run), 1 row, 0 s",
    ],
    [
      { accounts: 2, done: 2, failed: 0, skipped: 0, rows: 0, ms: 59_600 },
      "2 of 2 accounts, 0 rows, 1 min",
    ],
    [
      { accounts: 2, done: 2, failed: 0, skipped: 0, rows: 0, ms: 7_500_000 },
      "2 of 2 accounts, 0 rows, 2 h 5 min",
    ],
  ])("has all counts on one line: %j", (totals, text) => {
    expect(totalsText(totals)).toBe(text);
  });
});

describe("the log of a run", () => {
  const request = {
    adAccountId: "100",
    body: { start_date: "2026-03-01", end_date: "2026-03-02" },
  };
  const log = (given: readonly object[], quiet = false) => {
    const clock = createFakeClock();
    let text = "";
    const write = (piece: string): boolean => {
      text += piece;
      return true;
    };
    const shown = createManyProgress(
      given as never,
      { stderr: { write }, env: {}, clock },
      { quiet },
    );
    return { shown, clock, lines: () => text.trimEnd().split("\n") };
  };

  it("warns of an unknown status once, for all accounts", () => {
    const one = log([request, { ...request, adAccountId: "101" }]);
    for (const adAccountId of ["100", "101"])
      one.shown.onEvent({
        type: "unknown-status",
        flow: "report",
        adAccountId,
        status: "QUEUED\u001b[2J",
      });
    one.shown.end();
    expect(one.lines()).toEqual([
      "warning  this version does not know the status QUEUED\ufffd[2J: it is treated as pending until the deadline",
    ]);
  });

  it("warns of each file that is smaller than announced, even if rows go to the terminal", () => {
    const event = {
      type: "size-mismatch",
      flow: "report",
      adAccountId: "100",
      received: 5,
      announced: 9,
    } as const;
    const words =
      "warning  the file for 100 has 5 bytes, but Pinterest reported 9: rows may be missing";
    const one = log([request]);
    one.shown.end();
    one.shown.onEvent(event);
    expect(one.lines()).toEqual([words]);
    const pieces: string[] = [];
    const single = createProgress({
      stderr: { write: (piece: string) => pieces.push(piece) > 0 },
      env: {},
    });
    single.end();
    single.onEvent(event);
    expect(pieces).toEqual([`${words}\n`]);
  });

  it("says immediately why an account failed, and for which days", () => {
    const one = log([request]);
    one.shown.failed(request, "it was refused");
    expect(one.lines()).toEqual(["failed    100: it was refused"]);
    expect(one.shown.printsFailures).toBe(true);
    const two = log([request, request]);
    two.shown.failed(request, "it was refused");
    two.shown.requestedAgain(request, "the report ended with status FAILED");
    two.shown.done(request, 3);
    expect(two.lines()).toEqual([
      "failed    100, 2026-03-01 to 2026-03-02, 2 days: it was refused",
      "100           requested again: the report ended with status FAILED",
    ]);
  });

  it("reports a long wait every 30 s, and an outage immediately", () => {
    const { shown, clock, lines } = log([request]);
    const wait = (reason: "poll" | "retry" | "rate-limit", ms: number) =>
      shown.onEvent({ type: "wait", reason, ms });
    wait("poll", 30_000);
    wait("retry", 900);
    wait("rate-limit", 40_000);
    wait("rate-limit", 40_100);
    void clock.advance(40_001);
    shown.onEvent({ type: "wait", reason: "retry", ms: 30_000, message: "503" });
    shown.onEvent({ type: "paused", waiting: 1, message: "503", ms: 700 });
    shown.onEvent({ type: "paused", waiting: 1, message: "503", ms: 1_400 });
    void clock.advance(20_000);
    wait("poll", 30_000);
    shown.onProgress({ type: "waiting", request, rows: 0 });
    void clock.advance(40_001);
    shown.onProgress({ type: "waiting", request, rows: 0 });
    shown.end();
    expect(lines()).toEqual([
      "waiting   40 s to stay below the rate limit",
      "waiting   30 s before the next attempt: 503",
      "waiting   1 report is waiting to be created: Pinterest responds with 503; next attempt within 1 s",
      "progress  0 of 1 account done, 1 in progress, 0 rows, 2 min",
    ]);
  });

  it("contains only warnings and failures with --quiet", () => {
    const { shown, clock, lines } = log([request, { ...request, adAccountId: "101" }], true);
    shown.onEvent({ type: "wait", reason: "rate-limit", ms: 40_000 });
    shown.requestedAgain(request, "the report ended with status FAILED");
    void clock.advance(3_600_000);
    shown.done({ ...request, adAccountId: "101" }, 3);
    shown.onEvent({ type: "unknown-status", flow: "report", adAccountId: "100", status: "QUEUED" });
    shown.failed(request, "it was refused");
    shown.end();
    expect(lines()).toEqual([
      "warning  this version does not know the status QUEUED: it is treated as pending until the deadline",
      "failed    100: it was refused",
    ]);
  });
});

describe("a slow report without a terminal", () => {
  it("prints a line at least every 30 s, whatever it is waiting for", () => {
    const clock = createFakeClock();
    const printedMs = [clock.now()];
    const stderr = {
      write: (text: string) => {
        expect(text).toMatch(/^\S.*\n$/);
        return printedMs.push(clock.now()) > 0;
      },
    };
    const progress = createProgress({ stderr, env: {}, clock });
    const poll = { type: "poll", flow: "report", adAccountId: "1", knownStatus: true } as const;
    for (let attempts = 1; attempts <= 600; attempts++) {
      progress.onEvent({ ...poll, status: "IN_PROGRESS", attempts });
      void clock.advance(1_000);
    }
    progress.end();
    const gaps = printedMs.slice(1).map((ms, index) => ms - (printedMs[index] ?? 0));
    expect(gaps).toHaveLength(20);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(30_000);
  });

  it("prints a line after 30 s even if nothing happens", async () => {
    const clock = createFakeClock();
    const lines: string[] = [];
    const stderr = { write: (text: string) => lines.push(text) > 0 };
    const progress = createProgress({ stderr, env: {}, clock });
    await clock.advance(31_000);
    const until = Date.now() + 20_000;
    while (lines.length === 0 && Date.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50));
    progress.end();
    expect(lines).toEqual(["waiting  31 s\n"]);
  });
});

describe("a terminal that cannot move the cursor", () => {
  it("does not get live progress", () => {
    expect(isLive(new Terminal(60, 10), { TERM: "xterm" })).toBe(true);
    expect(isLive(new Terminal(60, 10), { TERM: "dumb" })).toBe(false);
  });
});
