import { Readable } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import { place } from "../../support/cli-fake-server.js";
import { many as draws } from "../../support/effort.js";
import { command, testIo } from "../../support/in-process.js";

type Options = NonNullable<Parameters<typeof place>[0]>;

const SHARED = "Please share this in an issue. It contains no ids, names or tokens:";
/** The lines that a user may share, from a server with these faults. */
async function shared(faults: Options["faults"]): Promise<{ text: string; all: string }> {
  await using made = await place({ faults, polls: 0 });
  const { stdout, stderr } = await made.call(["doctor", "--live", "--yes"]);
  const [, text = ""] = stdout.split(SHARED);
  for (const secret of [made.server.accessToken, "549755885"]) expect(text).not.toContain(secret);
  return { text, all: `${stdout}${stderr}` };
}

const file = (value: string, skip: number) =>
  ({ name: "other-file", value, skip, times: 1 }) as const;

describe("doctor --live", () => {
  it.each([
    ["{}", "no activity: a report without activity is an empty object"],
    ["[]", "no activity: a report without activity is an empty list"],
    ['{"1":[]}', "no activity: a report without activity is an object with 1 empty list"],
    [
      '{"1":[{"CAMPAIGN_ID":"1"}]}',
      "no activity: inconclusive: the account had activity 730 days ago",
    ],
  ])("says what a report without activity looks like, for the file %s", async (text, line) => {
    expect((await shared([file(text, 0)])).text).toContain(`  ${line}\n`);
  });

  it("says whether the attribution windows 30/0/0 are rejected", async () => {
    expect((await shared([])).text).toContain("  windows: 30/0/0 is accepted\n");
    const refused = { name: "refusal", on: "create", skip: 1, times: 1 } as const;
    expect((await shared([refused])).text).toMatch(/ {2}windows: .*status \d+/);
  });

  it.each([
    ["987654321012345678", "numbers of up to 18 digits; 0 of 1 end in 00 or have an exponent"],
    ['"987654321012345678"', "strings of up to 18 digits; 0 of 1 end in 00 or have an exponent"],
    ["987654321012345700", "numbers of up to 18 digits; 1 of 1 end in 00 or have an exponent"],
    ["12", "inconclusive: no id has more than 15 digits"],
  ])("says how a file writes large ids, such as %s", async (id, words) => {
    const { text } = await shared([file(`{"1":[{"PIN_ID":${id}}]}`, 2)]);
    expect(text).toContain(`  big ids: ${words}\n`);
  });

  it.each([
    ["rate-limit", 600, "in 10 minutes."],
    ["rate-limit", 301, "in 6 minutes."],
    ["rate-limit-without-time", undefined, "in a few minutes. Pinterest did not say when."],
  ] as const)(
    "reports the fault %s as a rate limit, and says when to retry: %s",
    async (name, value, when) => {
      const limited = { name, on: "create", skip: 1, times: 100, ...(value && { value }) } as const;
      await using made = await place({ faults: [limited], polls: 0 });
      const { exit, stdout, stderr } = await made.call(["doctor", "--live", "--yes"], {
        clock: made.server.clock,
      });
      expect(exit, stdout).toBe(0);
      expect(stdout).toContain(
        `unknown   windows        inconclusive: Pinterest's rate limit has been reached (status 429)\n          fix: Run pinterest-reports doctor --live again ${when}\n`,
      );
      expect(stderr).toContain("live      windows: rate limit\n");
    },
  );

  it("reports a rate limit if accounts cannot be listed", async () => {
    const limited = { name: "rate-limit", on: "accounts", times: 100, value: 600 } as const;
    await using made = await place({ faults: [limited] });
    const { exit, stdout } = await made.call(["doctor"]);
    expect(exit, stdout).toBe(4);
    expect(stdout).toContain(
      "unknown   access         Pinterest's rate limit has been reached (status 429)\n          fix: Run pinterest-reports doctor again in 10 minutes.\n",
    );
  });

  it("prints only counts, and no names or ids from a file", async () => {
    const word = fc.stringMatching(/^[a-z]{6}[0-9]{12,18}$/);
    const id = fc.stringMatching(/^[1-9][0-9]{16,17}$/);
    await fc.assert(
      fc.asyncProperty(word, id, id, fc.boolean(), async (name, one, other, isText) => {
        const row = `{"CAMPAIGN_NAME":"${name}","PIN_ID":${isText ? `"${one}"` : one},"PIN_PROMOTION_ID":${other}}`;
        const text = `{"${other}":[${row}]}`;
        const found = await shared([file(text, 0), file(text, 1), file(text, 2)]);
        for (const secret of [name, one, other]) expect(found.text).not.toContain(secret);
        expect(found.text.split("\n")).toHaveLength(7);
      }),
      { numRuns: draws(20, 5) },
    );
  });

  it("creates no report without consent", async () => {
    const { exit, stderr } = await command(["doctor", "--live"]);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr:
        "error  --live needs your consent to create reports, but cannot ask for it: stdin or stderr is not a terminal\n  fix  Add --yes. `pinterest-reports doctor --help` shows examples.\n",
    });
  });

  it.each([
    ["y\n", 3],
    ["yes\n", 3],
    ["n\n", 0],
    ["\n", 0],
    ["", 0],
  ])(
    "asks for consent on a terminal, and after the answer %j creates %i reports",
    async (answer, count) => {
      await using made = await place({ polls: 0 });
      const env = {
        PINTEREST_ACCESS_TOKEN: made.server.accessToken,
        PINTEREST_API_BASE_URL: made.server.url,
        CI: "1",
      };
      const io = testIo({ env, clock: made.server.clock });
      const stdin = Object.assign(Readable.from([Buffer.from(answer)]), { isTTY: true });
      expect(
        await main(["doctor", "--live"], { ...io, stdin, stderr: { ...io.stderr, isTTY: true } }),
      ).toBe(0);
      expect(made.server.requests.filter(({ step }) => step === "create")).toHaveLength(count);
    },
  );
});
