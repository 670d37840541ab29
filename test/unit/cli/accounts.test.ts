import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BODY, place } from "../../support/cli-fake-server.js";
import { command } from "../../support/in-process.js";

/** A page of the list with one account, as JSON. */
const page = (members: object) =>
  JSON.stringify({ items: [{ id: "1", ...members }], bookmark: null });

describe("pinterest-reports accounts", () => {
  it("prints a table", async () => {
    await using made = await place({ accounts: 2 });
    expect(await made.call(["accounts"])).toEqual({
      exit: 0,
      stdout: [
        "id            name               owner    country  currency  time_zone         permissions",
        "549755885175  Made-up account 1  made-up  US       USD       America/New_York  OWNER",
        "549755885176  Made-up account 2  made-up  DE       EUR       Europe/Berlin     OWNER",
        "",
      ].join("\n"),
      stderr: "",
    });
  });

  it("prints Pinterest's objects from all pages as JSON and NDJSON", async () => {
    await using made = await place({ accounts: 300 });
    const json = await made.call(["accounts", "--format", "json"]);
    expect(JSON.parse(json.stdout)).toHaveLength(300);
    expect(JSON.parse(json.stdout)[0]).toMatchObject({
      id: "549755885175",
      owner: { username: "made-up" },
      permissions: ["OWNER"],
    });
    const ndjson = await made.call(["accounts", "--format", "ndjson"]);
    expect(
      ndjson.stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toEqual(JSON.parse(json.stdout));
  });

  it("prints flat rows as CSV", async () => {
    await using made = await place({ accounts: 1 });
    const { stdout } = await made.call(["accounts", "--format", "csv"]);
    expect(stdout).toBe(
      "id,name,owner,country,currency,time_zone,permissions\n549755885175,Made-up account 1,made-up,US,USD,America/New_York,OWNER\n",
    );
  });

  it("prints a list of ids for run --accounts", async () => {
    await using made = await place({ accounts: 2 });
    const { stdout } = await made.call(["accounts", "--format", "ids"]);
    expect(stdout).toBe("549755885175  # Made-up account 1\n549755885176  # Made-up account 2\n");
    await writeFile(join(made.folder, "body.json"), JSON.stringify(BODY));
    const { exit, stderr } = await made.call(
      ["run", "--accounts", "-", "body.json", "--since", "1d"],
      { stdin: stdout },
    );
    expect(exit, stderr).toBe(0);
    expect(stderr).toContain("2 of 2 accounts");
  });

  it("escapes formulas in CSV only on request", async () => {
    await using made = await place({
      faults: [
        { name: "wrong-shape", on: "accounts", times: 2, value: page({ name: '=HYPERLINK("x")' }) },
      ],
    });
    const plain = await made.call(["accounts", "--format", "csv"]);
    expect(plain.stdout).toContain('\n1,"=HYPERLINK(""x"")",');
    const defused = await made.call(["accounts", "--format", "csv", "--defuse-formulas"]);
    expect(defused.stdout).toContain(`\n1,"'=HYPERLINK(""x"")",`);
    expect(await made.call(["accounts", "--format", "json", "--defuse-formulas"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(
        "--defuse-formulas only works with CSV, but the format is json",
      ),
    });
  });

  it("accepts an account without a name", async () => {
    await using made = await place({
      faults: [{ name: "wrong-shape", on: "accounts", times: 2, value: page({ name: null }) }],
    });
    expect(await made.call(["accounts", "--format", "ids"])).toEqual({
      exit: 0,
      stdout: "1\n",
      stderr: "",
    });
    expect((await made.call(["accounts"])).stdout).toContain("\n1\n");
  });

  it("leaves out invalid items and reports how many, in each format", async () => {
    const value = JSON.stringify({
      items: [null, { id: "1", name: 5, permissions: "OWNER" }, { name: "no id" }],
      bookmark: null,
    });
    for (const format of ["table", "json", "csv", "ndjson", "ids"]) {
      await using made = await place({ faults: [{ name: "wrong-shape", on: "accounts", value }] });
      const { exit, stdout, stderr } = await made.call(["accounts", "--format", format]);
      expect({ exit, stderr }, stdout).toEqual({
        exit: 0,
        stderr: "warning   2 items in Pinterest's list have no id and were left out\n",
      });
      expect(stdout).toMatch(/\b1\b/);
      expect(stdout).not.toContain("no id");
    }
    await using made = await place({ faults: [{ name: "wrong-shape", on: "accounts", value }] });
    const { exit, stdout, stderr } = await made.call(["doctor"]);
    expect({ exit, stderr }, stdout).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toContain(
      "1 ad account; 2 items in Pinterest's list have no id and were left out",
    );
  });

  it("prints nothing with --quiet if there are no accounts", async () => {
    await using made = await place({ accounts: 0 });
    expect(await made.call(["accounts", "--quiet"])).toEqual({ exit: 0, stdout: "", stderr: "" });
  });

  it("prints a message if there are no accounts", async () => {
    await using made = await place({ accounts: 0 });
    expect(await made.call(["accounts"])).toMatchObject({
      exit: 0,
      stdout: "",
      stderr: expect.stringMatching(/^no ad accounts: /),
    });
    expect(await made.call(["accounts", "--format", "json"])).toMatchObject({
      exit: 0,
      stdout: "[]\n",
    });
  });

  it("fails without a valid token", async () => {
    await using made = await place();
    expect(await command(["accounts"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("PINTEREST_ACCESS_TOKEN is not set"),
    });
    const env = { PINTEREST_ACCESS_TOKEN: "another-token" };
    const { exit, stderr } = await made.call(["accounts"], { env });
    expect({ exit, stderr }).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(
        /^error {2}GET \/ad_accounts returned 401.*\n {2}fix {2}Get a new token with `pinterest-reports login/,
      ),
    });
  });
});
