import { afterEach, describe, expect, it, vi } from "vitest";
import { eventLogger } from "../../../runtime/log.js";
import { connect } from "../../../runtime/support-client.js";
import { type Fault, faultNames, faults } from "../../../runtime/testing/index.js";
import { inTurn } from "../../support/effort.js";
import { account, all, bodyFor, setting } from "../../support/flow.js";

const LEVELS = ["error", "warn", "info", "debug"] as const;

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

function recording(): {
  readonly logger: Record<(typeof LEVELS)[number], (message: string) => void>;
  readonly lines: string[];
} {
  const lines: string[] = [];
  const of = (level: string) => (message: string) => void lines.push(`${level} | ${message}`);
  return {
    logger: { debug: of("debug"), info: of("info"), warn: of("warn"), error: of("error") },
    lines,
  };
}

describe("a logger", () => {
  it("receives a report's requests, responses, polls and waits through the method for each level", async () => {
    const { logger, lines } = recording();
    await using scene = await setting(
      { faults: [{ name: "html-error", on: "poll", value: 503 }] },
      { logger, logLevel: "debug" },
    );
    await all((await scene.client.report.run(account, bodyFor(scene.server))).rows());
    for (const line of lines) expect(line).toMatch(/^(\w+) \| pinterest-reports \1: ./);
    const path = `/ad_accounts/${account}/reports`;
    expect(lines[0]).toBe(`debug | pinterest-reports debug: POST ${path}`);
    expect(lines[1]).toMatch(
      new RegExp(`^debug .*: POST ${path} returned 200 after \\d+ ms \\[request \\d+]$`),
    );
    expect(lines[2]).toContain(
      `info | pinterest-reports info: made-up of account ${account} was created: `,
    );
    expect(
      lines.filter((line) => line.startsWith("info") && line.includes("returned 503")),
    ).toHaveLength(1);
    expect(lines).toContainEqual(expect.stringMatching(/^debug .*: waiting \d+ ms: poll$/));
  });

  it.each([
    ["off", []],
    ["error", ["error"]],
    ["warn", ["error", "warn"]],
    ["info", ["error", "warn", "info"]],
    ["debug", ["error", "warn", "info", "debug"]],
  ] as const)("at level %s receives only %j", async (logLevel, expected) => {
    const { logger, lines } = recording();
    for (const name of ["unknown-status", "token-refused"] as const) {
      await using scene = await setting({ faults: [{ name }] }, { logger, logLevel });
      await scene.client.report.run(account, bodyFor(scene.server)).catch(() => {});
    }
    expect(new Set(lines.map((line) => line.split(" ")[0]))).toEqual(new Set(expected));
  });

  it("writes to standard error if PINTEREST_LOG is set, and is off otherwise", async () => {
    const [log, info, debug] = [
      vi.spyOn(console, "log"),
      vi.spyOn(console, "info"),
      vi.spyOn(console, "debug"),
    ];
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    await using quiet = await setting();
    await quiet.client.report.create(account, bodyFor(quiet.server));
    expect(warn).not.toHaveBeenCalled();
    vi.stubEnv("PINTEREST_LOG", "debug");
    await using scene = await setting();
    await scene.client.report.create(account, bodyFor(scene.server));
    expect(warn.mock.calls.map(([line]) => String(line).slice(0, 29))).toContain(
      "pinterest-reports debug: POST",
    );
    for (const spy of [log, info, debug]) expect(spy).not.toHaveBeenCalled();
  });

  it("receives no account for a call that has none", () => {
    const { logger, lines } = recording();
    eventLogger({ logger })?.({
      type: "violations",
      flow: "adAccounts",
      adAccountId: "",
      violations: [],
    });
    expect(lines).toEqual([
      expect.stringMatching(/^warn \| pinterest-reports warn: adAccounts breaks rules/),
    ]);
  });

  it("comes from the logger option rather than the environment, and its methods may throw", async () => {
    vi.stubEnv("PINTEREST_LOG", "debug");
    const { logger, lines } = recording();
    await using scene = await setting({}, { logger, logLevel: "off" });
    await scene.client.report.create(account, bodyFor(scene.server));
    expect(lines).toEqual([]);
    const failing = () => {
      throw new Error("full disk");
    };
    await using other = await setting(
      {},
      { logger: { debug: failing, info: failing, warn: failing, error: failing } },
    );
    await other.client.report.create(account, bodyFor(other.server));
    expect(other.events.length).toBeGreaterThan(0);
  });

  it.each<[object, string, string]>([
    [{ logger: {} }, "", "logger must have debug()"],
    [{ logger: null }, "", "logger must have debug()"],
    [{ logLevel: "verbose" }, "", "logLevel must be one of off, error, warn, info, debug"],
    [{}, "1", "PINTEREST_LOG must be one of off, error, warn, info, debug"],
  ])("is rejected with %j and PINTEREST_LOG=%s", (options, variable, message) => {
    vi.stubEnv("PINTEREST_LOG", variable);
    expect(() => connect({ accessToken: "t", ...options } as never)).toThrow(
      new TypeError(message),
    );
  });

  it("shows no token and no link, whatever fails", async () => {
    const accessToken = "pina_CANARY_of_logs";
    const { logger, lines } = recording();
    for (const name of faultNames.filter((name) => !/^(stalled-\w+|silence|dribble)$/.test(name)))
      for (const on of inTurn(faults[name].on, name.length, 5)) {
        await using scene = await setting(
          { accessToken, faults: [{ name, on } as Fault] },
          { logger, logLevel: "debug" },
        );
        await scene.client.report
          .run(account, bodyFor(scene.server))
          .then((report) => report.toArray())
          .catch(() => {});
        const tokens = scene.server.requests.flatMap(({ query }) => query.token ?? []);
        for (const secret of [accessToken, "X-Amz", ...tokens])
          expect(lines.filter((line) => line.includes(secret))).toEqual([]);
      }
    expect(lines.length).toBeGreaterThan(200);
  });
});
