import { describe, expect, it } from "vitest";
import { createProgress } from "../../../cli/terminal/terminal.js";
import { validateReport } from "../../../generated/validators.js";
import { BODY } from "../../support/cli-fake-server.js";
import { command } from "../../support/in-process.js";

const ENV = {
  PINTEREST_ACCESS_TOKEN: "token",
  // Nothing listens here, because an invalid body is never sent.
  PINTEREST_API_BASE_URL: "http://127.0.0.1:1/v5",
};

const WRONG = {
  ...{ level: "CAMPAINGN", columns: ["SPEND_IN_DOLAR", "XQZ", 3], granularity: "DAYS" },
  ...{ start_date: "2026-13-01", end_date: 7, click_window_days: 2, unknown: 1 },
};
const WARNED = {
  ...BODY,
  ...{ start_date: "2026-01-01", end_date: "2026-01-02" },
  ...{ click_window_days: 7, view_window_days: 1 },
};

/** The violations that `run` prints for a body. */
async function printed(stdin: string, ...flags: readonly string[]): Promise<readonly string[]> {
  const { exit, stderr } = await command(["run", "1", "-", ...flags], { stdin, env: ENV });
  expect(exit).toBe(1);
  return stderr.split("\n").filter((line) => /^(error|warning) /.test(line));
}

describe("a violation", () => {
  it.each([
    ["many errors", WRONG],
    ["errors and warnings", {}],
    ["a body that is no object", []],
  ])("is printed on its own line, identically by validate and run: %s", async (_, body) => {
    const stdin = JSON.stringify(body);
    const validated = await command(["validate", "-"], { stdin });
    const lines = validated.stdout.trimEnd().split("\n");
    expect(lines).toHaveLength(validateReport(body).length);
    const errors = lines.filter((line) => line.startsWith("error "));
    expect(await printed(stdin)).toEqual(lines);
    // The planner prints no warnings about a body that it cannot plan.
    expect(await printed(stdin, "--plan")).toEqual(errors);
  });

  it("is printed identically as a warning from the client", async () => {
    const { stdout } = await command(["validate", "-", "--today", "2026-01-10"], {
      stdin: JSON.stringify(WARNED),
    });
    const violations = validateReport(WARNED, { today: "2026-01-10" });
    const pieces: string[] = [];
    const screen = { write: (text: string) => pieces.push(text) > 0 };
    const progress = createProgress({ stderr: screen, env: {} });
    progress.onEvent({ type: "violations", flow: "report", adAccountId: "1", violations });
    progress.end();
    expect(stdout).toMatch(/^warning {2}body: 7\/30\/1 /m);
    expect(pieces.join("")).toBe(stdout);
  });
});
