import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DescriptionServer, descriptionServer, type Fault } from "../../support/description-server.js";
import { descriptionText, versions } from "../../support/descriptions.js";
import { type PullRequestsServer, pullRequestsServer } from "./pull-requests-server.js";
import { type Clone, type Ended, scratchClone } from "./scratch-clone.js";

const [OLD, NEW, NEXT] = ["5.21.0", "5.23.0", "5.24.0"];
/** A column that the newer version does not have, and that spec/columns.yaml knows. */
const COLUMN = "IS_CATALOG_CREATIVE_CAMPAIGN";
const TRANSCRIPT = process.env.DRIFT_TRANSCRIPT;

// The whole of the spec workflow in a scratch clone: its steps are these scripts, and what they reach is on 127.0.0.1.
describe.skipIf(!versions.includes(OLD) || !versions.includes(NEW))(`the repository at ${OLD} when ${NEW} is published`, () => {
  let clone: Clone;
  let descriptions: DescriptionServer;
  let host: PullRequestsServer;
  /** The commit that follows the newer description. */
  let followed = "";

  beforeAll(async () => {
    [descriptions, host] = await Promise.all([descriptionServer(), pullRequestsServer()]);
    clone = scratchClone();
    descriptions.serve(descriptionText(OLD));
    // What a later contract remembers must not be known yet.
    for (const name of ["contract.yaml", "source.yaml"]) rmSync(join(clone.folder, "spec", name));
    await step("pull", [descriptions.url]);
    await step("generate");
    clone.write("package.json", clone.read("package.json").replace(/"description": "5\.\d+\.\d+"/, `"description": "${OLD}"`));
    clone.land(`Follow Pinterest API ${OLD}`);
    descriptions.log();
    if (TRANSCRIPT) writeFileSync(TRANSCRIPT, "");
  }, 300_000);

  afterAll(() => Promise.all([descriptions.close(), host.close()]));

  async function step(name: string, args: readonly string[] = [], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    const { exit, said } = await clone.script(name, args, env);
    const plain = said.replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1").replaceAll(/[^ ]*\/drift-\w+\//g, "old/");
    if (TRANSCRIPT)
      appendFileSync(
        TRANSCRIPT,
        `\n$ npm run ${[name, ...args].join(" ").replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1")}\n${plain}exit ${exit}\n`,
      );
    return { exit, said: plain };
  }
  const drift = (...more: readonly string[]): Promise<Ended> => step("spec:drift", ["--from", descriptions.url, ...more]);
  const propose = (): Promise<Ended> => step("propose", [], host.env);
  const state = (): string => clone.git("rev-parse", "HEAD") + clone.git("status", "--porcelain") + clone.git("branch", "--list");

  it("changes nothing while nothing is new, and says so", async () => {
    const before = state();
    expect(await drift()).toMatchObject({ exit: 0, said: expect.stringMatching(/nothing new: no file changed/) });
    expect(await propose()).toMatchObject({ exit: 0, said: "nothing to propose\n" });
    expect(state()).toBe(before);
    expect(descriptions.log()).toEqual(["GET /files/openapi.yaml if-none-match -> 304"]);
    expect(host.asked()).toEqual([]);
  });

  it.each<[Fault, string]>([
    ["error", "the server responded with 500 instead of 200"],
    ["truncated", "the download failed"],
    ["page", "it is HTML or XML"],
  ])(
    "changes nothing when what comes is %s, and says why",
    async (fault, why) => {
      const before = state();
      descriptions.serve(descriptionText(NEW));
      descriptions.break(fault);
      const { exit, said } = await drift();
      descriptions.break(null);
      expect(exit).toBe(1);
      expect(said).toContain("nothing was changed, since the description could not be read");
      expect(said).toContain(why);
      expect(await propose()).toMatchObject({ exit: 0, said: "nothing to propose\n" });
      expect(state()).toBe(before);
    },
    60_000,
  );

  it("pulls, generates, tells the difference, writes the changelog entry, tests, and commits on a branch of its own", async () => {
    descriptions.serve(descriptionText(NEW));
    const { exit, said } = await drift("--test", "test/unit/validation/second-reading.test.ts");
    expect(exit, said).toBe(0);
    expect(clone.git("log", "--format=%an %s", "main..spec-update")).toBe(`github-actions[bot] Follow Pinterest API ${NEW}`);
    expect([clone.git("rev-parse", "--abbrev-ref", "HEAD"), clone.git("status", "--porcelain")]).toEqual(["main", ""]);
    const files = clone.git("diff", "--name-only", "main", "spec-update").split("\n");
    expect(files).toEqual(
      expect.arrayContaining([
        `.changeset/pinterest-${NEW}.md`,
        "generated/report/types.ts",
        "package.json",
        "spec/contract.yaml",
        "spec/source.yaml",
      ]),
    );
    expect(files.filter((file) => !/^(spec|generated|docs|\.changeset)\/|^package\.json$/.test(file))).toEqual([]);
    followed = clone.git("rev-parse", "spec-update");
    expect(clone.git("show", "spec-update:package.json")).toContain(`"description": "${NEW}"`);
    expect(clone.git("show", `spec-update:.changeset/pinterest-${NEW}.md`)).toMatch(
      /^---\n"pinterest-reports": minor\n---\n\nMade from Pinterest API 5\.23\.0; it was 5\.21\.0\.\n\n[\s\S]*PRODUCT_ITEM_CURRENCY/,
    );
  }, 300_000);

  it("opens one pull request, whose body is the difference and what the tests say", async () => {
    expect(await propose()).toMatchObject({
      exit: 0,
      said: expect.stringMatching(/^branch spec-update: pushed\nopened pull request 1: Follow/),
    });
    expect(clone.git("ls-remote", "--heads", "origin").split("\n")).toHaveLength(2);
    expect(host.open).toMatchObject([{ title: `Follow Pinterest API ${NEW}`, head: "spec-update", base: "main" }]);
    expect(host.open[0]?.body).toMatch(/^Proposed step: \*\*minor\*\*\. .*\n[\s\S]*PRODUCT_ITEM_CURRENCY[\s\S]*\nAll tests pass\.\n$/);
    expect(host.asked()).toEqual(["GET", "GET", "POST"]);
  });

  it("leaves branch and pull request as they are on the next day", async () => {
    const before = clone.git("ls-remote", "origin");
    const body = host.open[0]?.body;
    await drift("--test", "test/unit/parse");
    const proposed = await propose();
    expect(host.open[0]?.body).toBe(body);
    expect(proposed.said).toBe("branch spec-update: as it was\npull request 1 is as it was\n");
    expect(clone.git("ls-remote", "origin")).toBe(before);
    expect(host.asked()).toEqual(["GET"]);
  }, 300_000);

  it("takes a rule that is only proposed for a sentence in new words, and lists it as a decision", async () => {
    // A version that no test has heard of, with a column more: what is tested is what the repository would follow then.
    const column = (line: string): string => `${line}${line.replace("PRODUCT_ITEM_CURRENCY", COLUMN)}`;
    const text = descriptionText(NEW)
      .replace(`version: ${NEW}`, `version: ${NEXT}`)
      .replace(/^ +- PRODUCT_ITEM_CURRENCY\n/gm, column);
    const at = text.indexOf("This creates an asynchronous mmm report");
    descriptions.serve(`${text.slice(0, at)}The time between start_date and end_date cannot exceed 9 days. ${text.slice(at)}`);
    const { exit, said } = await drift("--test", "test/unit/parse", "--test", "test/unit/prose", "--test", "test/system/cli/diff.test.ts");
    expect(exit, said).toBe(0);
    expect((await propose()).said).toBe(`branch spec-update: pushed\nbrought pull request 1 up to date: Follow Pinterest API ${NEXT}\n`);
    expect(host.open[0]?.body).toMatch(
      /^Proposed step: \*\*major\*\*\. .*\n[\s\S]*`max-range`: new rule[\s\S]*### Decide before merging\n\n.*merging accepts them\.[\s\S]*a rule is proposed\n[\s\S]*IS_CATALOG_CREATIVE_CAMPAIGN/,
    );
    expect(host.open[0]?.body).toMatch(/\nAll tests pass\.\n$/);
    expect(clone.git("show", "spec-update:spec/contract.yaml")).toContain("proposed: true");
  }, 300_000);

  it("brings the pull request up to date when generation stops: its body is the list of decisions", async () => {
    // A sentence that binds, in words unknown to the client, and with what must not become anything but text.
    const odd = "Must not be a Sunday for advertisers in Atlantis; see @everyone and ```";
    const text = descriptionText(NEW).replace(/(operationId: analytics\/create_report\n(?:.*\n)*? {6}description: )/, "$1");
    const at = text.indexOf("Metric report start date");
    descriptions.serve(`${text.slice(0, at)}${odd}. ${text.slice(at)}`);
    const { exit, said } = await drift();
    expect(exit, said).toBe(0);
    expect((await propose()).said).toMatch(
      /^branch spec-update: pushed\nbrought pull request 1 up to date: Pinterest's description has changed: .*to take\n$/,
    );
    expect(host.open).toHaveLength(1);
    expect(host.open[0]?.body).toMatch(
      /^The generator stops here\.[\s\S]*## Decide before merging\n\n\*\*1\*\*\n\n````text\na sentence binds and is not understood\n[\s\S]*Atlantis/,
    );
    expect(host.open[0]?.body.split("Atlantis")).toHaveLength(2);
    expect(clone.git("diff", "--stat", "main", "spec-update")).toBe("");
    expect(clone.git("log", "--format=%B", "-1", "spec-update")).not.toContain("Atlantis");
  });

  it("leaves a branch alone that has other commits", async () => {
    clone.git("checkout", "--quiet", "spec-update");
    clone.git("commit", "--quiet", "--allow-empty", "--message", "By hand");
    clone.git("push", "--quiet", "origin", "spec-update");
    clone.git("checkout", "--quiet", "main");
    host.asked();
    await drift();
    expect((await propose()).said).toBe("branch spec-update: holds commits of others, left alone\n");
    expect(host.asked()).toEqual(["GET"]);
  });

  it("has nothing left to do once it is merged", async () => {
    descriptions.serve(descriptionText(NEW));
    clone.git("merge", "--quiet", "--ff-only", followed);
    const before = state();
    expect((await drift()).said).toContain("nothing new");
    expect(state()).toBe(before);
    expect(readFileSync(join(clone.folder, "spec/source.yaml"), "utf8")).toContain(`version: ${NEW}\n`);
  }, 300_000);

  it("leaves out what cannot be made, and names it in a pull request of its own", async () => {
    clone.git("push", "--quiet", "origin", "main");
    clone.git("push", "--quiet", "--delete", "origin", "spec-update");
    host.end(true);
    // A cookie that the call must have, and that no client sends.
    const cookie = "      parameters:\n        - { name: session, in: cookie, required: true, schema: { type: string } }\n";
    const text = descriptionText(NEW).replace(`version: ${NEW}`, `version: ${NEXT}`);
    descriptions.serve(text.replace(/(operationId: delivery_metrics\/get\n(?: {6}.*\n)*?) {6}parameters:\n/, `$1${cookie}`));
    const { exit, said } = await drift("--test", "test/unit/parse");
    expect(exit, said).toBe(0);
    expect((await propose()).said).toBe(`branch spec-update: pushed\nopened pull request 2: Follow Pinterest API ${NEXT}\n`);
    expect(host.open[0]?.body).toMatch(
      /^Proposed step: \*\*major\*\*\. .*\n\n### Breaking\n[\s\S]*### Left out\n\nNot in the client\.\n\n- delivery\\?_metrics\/get: .* cookie: `#\//,
    );
    expect(clone.git("diff", "--name-only", "main", "spec-update").split("\n")).toContain("generated/operations/delivery-metrics/call.ts");
  }, 120_000);
});
