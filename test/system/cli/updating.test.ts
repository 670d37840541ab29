import { execFileSync } from "node:child_process";
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { diff } from "../../../cli/commands/diff/diff.js";
import type { FolderOptions } from "../../../cli/commands/generate/folder-options.js";
import { buildFromDescription } from "../../../cli/commands/generate/from-description.js";
import { generate } from "../../../cli/commands/generate/generate.js";
import { earlierOutput, printNews } from "../../../cli/commands/generate/news.js";
import { withSummary } from "../../../cli/commands/generate/summary-file.js";
import { reportError } from "../../../cli/terminal/errors.js";
import { EXIT_OF_PROBLEMS } from "../../../cli/terminal/exit-codes.js";
import { printProblems } from "../../../generator/print.js";
import { Problems } from "../../../generator/problem.js";
import { digestOf } from "../../../generator/write/digest.js";
import {
  type DescriptionServer,
  descriptionServer,
  type Fault,
} from "../../support/description-server.js";
import { canMakeDevices, makeDevice } from "../../support/device.js";
import { command, testIo } from "../../support/in-process.js";
import { description } from "../../support/made-up-description.js";

// Uses the id of an offered call, so its sentences are read.
const FIRST = description
  .replace("https://example.test/v1", "https://api.pinterest.com/v5")
  .replace("shop/ask", "delivery_metrics/get");
const version = (text: string, number: string): string =>
  text.replace("version: 1.2.3", `version: ${number}`);
const NEXT = version(FIRST, "1.3.0").replace("enum: [HOUR, DAY]", "enum: [HOUR, DAY, WEEK]");
const WITHOUT_RULE = version(FIRST, "1.4.0").replace(
  "If tier is ITEM, shelf_ids and clerk_ids are not permitted.",
  "A tier is a step.",
);
const UNREAD = version(FIRST, "1.5.0").replace("Last day", "Must not be a Sunday");
const GONE = version(FIRST, "1.6.0")
  .replace(/^ +clerk_ids: .*\n/m, "")
  .replace("shelf_ids and clerk_ids are not permitted", "shelf_ids are not permitted");
const IN_A_COOKIE =
  "        - { name: session, in: cookie, required: true, schema: { type: string } }\n";
const UNCALLABLE = version(FIRST, "1.7.0").replace(
  /parameters:\n.*Shop"\n/,
  (text) => `${text}${IN_A_COOKIE}`,
);

let folder = "";
let said = "";
let data = "";
let server: DescriptionServer;

beforeAll(async () => {
  server = await descriptionServer();
  folder = mkdtempSync(join(tmpdir(), "updating-"));
  writeFileSync(
    join(folder, "flows.yaml"),
    "operations: { question: delivery_metrics/get, look: shop/look }\n",
  );
});
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});
beforeEach(() => {
  server.break(null);
  server.log();
});

const io = testIo({ stdout: (text) => (data += text), stderr: (text) => (said += text) });
const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), "utf8");
const all = (name: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(at(name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => [
        join(entry.parentPath, entry.name),
        readFileSync(join(entry.parentPath, entry.name), "utf8"),
      ]),
  );

/**
 * Runs generate on the server's description into `out`, with a summary next to it. Returns the exit
 * code.
 */
async function into(out: string, more: Partial<FolderOptions> = {}): Promise<number> {
  [said, data] = ["", ""];
  try {
    return await generate(
      {
        check: false,
        spec: server.url,
        out: at(out),
        flows: at("flows.yaml"),
        summary: at(`${out}.md`),
        ...more,
      },
      io,
    );
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    said += printProblems(error.list);
    return EXIT_OF_PROBLEMS[error.kind];
  }
}

async function firstInto(out: string): Promise<void> {
  server.serve(FIRST);
  expect(await into(out)).toBe(0);
  rmSync(at(`${out}.md`));
  server.log();
}

/** The path of each place within a value, as a list of keys. */
function placesIn(value: unknown): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, held]) => [
    [key],
    ...placesIn(held).map((rest) => [key, ...rest]),
  ]);
}

/** A copy of the value with `put` at the given path. */
function withAt(value: unknown, [key = "", ...rest]: readonly string[], put: unknown): unknown {
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string,
    unknown
  >;
  copy[key] = rest.length === 0 ? put : withAt(copy[key], rest, put);
  return copy;
}

describe("generate with a summary", () => {
  it("generates everything on the first run, then sends an ETag and writes nothing as long as nothing is new", async () => {
    server.serve(FIRST);
    expect([await into("out"), said]).toEqual([
      0,
      expect.stringContaining("spec       Made up 1.2.3, 2 operations\n"),
    ]);
    expect(read("out.md")).toMatch(
      /^# Pinterest API 1\.2\.3\n\nThere is no earlier output to compare with: everything is new\.\n/,
    );
    expect(JSON.parse(read("out/manifest.json"))).toMatchObject({
      description: { version: "1.2.3" },
      origin: { url: server.url, etag: expect.any(String) },
    });
    rmSync(at("out.md"));
    const before = all("out");
    expect([await into("out"), said]).toEqual([
      0,
      expect.stringContaining("nothing new since the last run"),
    ]);
    expect(all("out")).toEqual(before);
    expect(existsSync(at("out.md"))).toBe(false);
    expect(server.log()).toEqual([
      "GET /files/openapi.yaml -> 200",
      "GET /files/openapi.yaml if-none-match -> 304",
    ]);
  });

  it("writes the same bytes for a new version as plain generate, and says what the version means for users", async () => {
    await firstInto("minor");
    server.serve(NEXT);
    expect([await into("minor"), said]).toEqual([
      0,
      expect.stringContaining("step       minor: 1 added or loosened\n"),
    ]);
    expect(read("minor.md")).toMatch(
      /^# Pinterest API 1\.2\.3 to 1\.3\.0\n\nProposed version bump: \*\*minor\*\*\. 1 added or loosened\.\n\n### Added or loosened\n\n- \*\*question\*\*.*\n.*WEEK/,
    );
    writeFileSync(at("next.yaml"), NEXT);
    expect(
      await generate(
        { check: true, spec: at("next.yaml"), out: at("minor"), flows: at("flows.yaml") },
        io,
      ),
    ).toBe(0);
    expect(existsSync(at("minor/manifest.json"))).toBe(true);
  });

  it("lists a rule for review only in the run that introduces it", async () => {
    const toReview = (): readonly string[] =>
      said.split("\n").filter((line) => line.includes("to review: "));
    server.serve(FIRST);
    expect(await into("reviewed")).toBe(0);
    const first = toReview();
    expect(first).toContainEqual(
      expect.stringMatching(/^rule {7}to review: delivery_metrics\/get /),
    );
    server.serve(NEXT);
    expect([await into("reviewed"), toReview()]).toEqual([0, []]);
    const words = "Last day. The time between start_date and end_date cannot exceed 9 days";
    server.serve(version(NEXT, "1.3.1").replace("Last day", words));
    expect(await into("reviewed", { acceptProposed: true })).toBe(3);
    expect(toReview()).toEqual([
      expect.stringMatching(/^rule {7}to review: delivery_metrics\/get max-range: /),
    ]);
  });

  it("names a lost rule, and prints nothing about a version without changes", async () => {
    await firstInto("lost");
    server.serve(WITHOUT_RULE);
    expect(await into("lost")).toBe(0);
    expect(read("lost.md")).toMatch(
      /### Lost and new rules\n\n- lost: \*\*question\*\* `forbidden-when-[\w-]+`: /,
    );
    expect(said).toMatch(/^lost {7}question forbidden-when-/m);
    server.serve(WITHOUT_RULE.replace("version: 1.4.0", "version: 1.4.1"));
    expect(await into("lost")).toBe(0);
    expect(read("lost.md")).toBe(
      "# Pinterest API 1.4.0 to 1.4.1\n\nNothing changes for users of the code.\n",
    );
    expect(read("lost/source.ts")).toContain('version: "1.4.1"');
  });

  it("exits with 3 for a breaking change, which the summary lists first", async () => {
    await firstInto("major");
    server.serve(GONE);
    expect([await into("major"), said]).toEqual([
      3,
      expect.stringMatching(/^loss {7}breaking changes: /m),
    ]);
    expect(said).toMatch(
      /^download .*\nspec .*\nrules .*\nbreaking {3}question clerk_ids: removed\n/,
    );
    expect(said).toMatch(/^step {7}major: 1 breaking/m);
    expect(read("major.md")).toMatch(
      /^# .*\n\nProposed version bump: \*\*major\*\*\. .*\n\n### Breaking\n\n- \*\*question\*\*.*clerk/s,
    );
  });

  it("lists what was removed, even with --check, until the output is written", async () => {
    await firstInto("said");
    const before = all("said");
    server.serve(WITHOUT_RULE.replace(/^ +clerk_ids: .*\n/m, ""));
    const args = ["generate", "--spec", server.url, "--out", "said", "--flows", "flows.yaml"];
    const gone = async (
      ...flags: readonly string[]
    ): Promise<readonly [number | null, ...string[]]> => {
      const { exit, stderr } = await command([...args, ...flags], { cwd: folder });
      return [exit, ...stderr.split("\n").filter((line) => /^(?:breaking|lost|all) /.test(line))];
    };
    const told = [
      "breaking   question clerk_ids: removed",
      "lost       question forbidden-when-shelf-ids-item: shelf_ids is not allowed when tier is ITEM",
      "lost       question forbidden-when-clerk-ids-item: clerk_ids is not allowed when tier is ITEM",
    ];
    expect(await gone("--check")).toEqual([1, ...told]);
    expect(all("said")).toEqual(before);
    expect(await gone()).toEqual([0, ...told]);
    expect(await gone()).toEqual([0]);
    expect(await gone("--check")).toEqual([0]);
  });

  it("exits with 3 for a sentence that is not enforced; with --strict-prose, exits with 1 and lists a decision to make", async () => {
    await firstInto("unread");
    const before = all("unread");
    server.serve(UNREAD);
    expect([await into("unread", { strictProse: true }), said]).toEqual([
      1,
      expect.stringContaining("Must not be a Sunday"),
    ]);
    expect(all("unread")).toEqual(before);
    expect(read("unread.md")).toMatch(
      /^The generator stops here\.\n\n## Decide before merging\n\n\*\*1\*\*\n\n```text\n[\s\S]*Must not be a Sunday[\s\S]*```\n$/,
    );
    expect([await into("unread", { format: "json" }), said]).toEqual([
      3,
      expect.stringMatching(/^loss {7}1 sentence not enforced: /m),
    ]);
    expect(read("unread.md")).toMatch(
      /### Not enforced\n\n.*\n\n- a sentence states a requirement that is not understood: "Must not be a Sunday": `#\/\S+\/end_date\/description, sentence 1`, `[0-9a-f]{16}`\n {2}- `skipped\.yaml: - \{ fingerprint: /,
    );
    expect(
      data
        .split("\n")
        .filter(Boolean)
        .map((line) => JSON.parse(line).kind),
    ).toContain("unread");
  });

  it("counts unread sentences of a call that this package does not offer, without reporting them as lost", async () => {
    writeFileSync(at("others.yaml"), "operations: { asking: shop/ask }\n");
    server.serve(UNREAD.replace("delivery_metrics/get", "shop/ask"));
    expect(await into("counted", { flows: at("others.yaml") })).toBe(0);
    expect(read("counted.md")).toContain(
      "\nThere is also 1 sentence that may state a rule, in 1 operation where unread sentences are allowed.\n",
    );
  });

  it("accepts the rule proposed for a reworded sentence, and lists both in the summary for review", async () => {
    await firstInto("proposed");
    const words = "The time between start_date and end_date cannot exceed 9 days";
    server.serve(version(FIRST, "1.8.0").replace("Last day", words));
    expect(await into("proposed", { acceptProposed: true })).toBe(3);
    expect(read("proposed.md")).toMatch(
      /### Decide before merging\n\n.*merging accepts them\.\n\n\*\*1\*\*\n\n```text\n[\s\S]*cannot exceed 9 days[\s\S]*max-range/,
    );
    expect(read("proposed.md")).toMatch(
      /### Rules that are new to this generator\n\n.*\n\n- to review: delivery_metrics\/get max-range: [^\n]*\n$/,
    );
  });

  it("stops at a call that cannot be generated, or with --keep-going lists it as left out", async () => {
    await firstInto("kept");
    const before = all("kept");
    server.serve(UNCALLABLE);
    expect([await into("kept"), all("kept")]).toEqual([1, before]);
    expect([await into("kept", { keepGoing: true }), said]).toEqual([
      3,
      expect.stringMatching(/^loss {7}breaking changes, 1 left out: /m),
    ]);
    expect(read("kept.md")).toMatch(
      /### Left out\n\nThe client does not contain these\.\n\n- shop\/look: .*cookie: `#\/paths\//,
    );
    expect(existsSync(at("kept/operations/look"))).toBe(false);
  });

  it.each<[Fault, number, string]>([
    ["error", 4, "the server responded with 500 instead of 200"],
    ["truncated", 4, "the download failed"],
    ["truncated gzip", 4, "the download failed"],
    ["page", 2, "it is HTML or XML"],
    ["packed too tightly", 2, "the response is larger than 64 MB"],
  ])("writes nothing after a response with %s, and exits with %i", async (fault, exit, why) => {
    await firstInto(`bad-${fault.replace(" ", "-")}`);
    const before = all(`bad-${fault.replace(" ", "-")}`);
    server.serve(NEXT);
    server.break(fault);
    expect([await into(`bad-${fault.replace(" ", "-")}`), said]).toEqual([
      exit,
      expect.stringContaining(why),
    ]);
    expect(all(`bad-${fault.replace(" ", "-")}`)).toEqual(before);
    expect(existsSync(at(`bad-${fault.replace(" ", "-")}.md`))).toBe(false);
  });

  it("requests the whole description if a file of the repository, a flag or the output has changed", async () => {
    writeFileSync(at("own-flows.yaml"), "operations: { question: delivery_metrics/get }\n");
    server.serve(FIRST);
    const own = { flows: at("own-flows.yaml") };
    const asked = async (more: Partial<FolderOptions> = {}): Promise<string> => {
      server.log();
      expect(await into("anew", { ...own, ...more })).toBe(0);
      return server.log().join();
    };
    const [whole, nothing] = [
      "GET /files/openapi.yaml -> 200",
      "GET /files/openapi.yaml if-none-match -> 304",
    ];
    expect([await asked(), await asked()]).toEqual([whole, nothing]);
    writeFileSync(
      at("own-flows.yaml"),
      "operations: { question: delivery_metrics/get, look: shop/look }\n",
    );
    expect([await asked(), await asked()]).toEqual([whole, nothing]);
    expect(existsSync(at("anew/operations/look/call.ts"))).toBe(true);
    expect([
      await asked({ descriptions: false }),
      await asked({ descriptions: false }),
      await asked(),
    ]).toEqual([whole, nothing, whole]);
    const call = read("anew/operations/look/call.ts");
    writeFileSync(at("anew/operations/look/call.ts"), call.concat("// by hand\n"));
    expect([await asked(), read("anew/operations/look/call.ts"), await asked()]).toEqual([
      whole,
      call,
      nothing,
    ]);
    rmSync(at("anew/operations/look/call.ts"));
    expect([await asked(), read("anew/operations/look/call.ts"), await asked()]).toEqual([
      whole,
      call,
      nothing,
    ]);
    writeFileSync(at("anew/manifest.json"), "<<<<<<< mine\n");
    expect([await into("anew", own), said]).toEqual([
      1,
      expect.stringContaining("a generated file belongs here, but something else is in its place"),
    ]);
    rmSync(at("anew/manifest.json"));
    expect([await asked(), await asked()]).toEqual([whole, nothing]);
  });

  it("checks an unchanged URL without downloading its body, and reports edited output", async () => {
    await firstInto("checked");
    const check = (): Promise<number> => into("checked", { check: true });
    expect([await check(), server.log()]).toEqual([
      0,
      ["GET /files/openapi.yaml if-none-match -> 304"],
    ]);
    server.serve(NEXT);
    expect([await check(), said]).toEqual([
      1,
      expect.stringMatching(/changed {2}\S*checked\/schemas\.ts/),
    ]);
    server.serve(FIRST);
    writeFileSync(at("checked/index.ts"), read("checked/index.ts").concat("// by hand\n"));
    expect([await check(), said]).toEqual([1, expect.stringContaining("checked/index.ts   +0 -1")]);
  });

  it("rejects an older description, unless that is allowed", async () => {
    server.serve(NEXT);
    expect(await into("older")).toBe(0);
    const before = all("older");
    server.serve(FIRST);
    expect([await into("older"), said]).toEqual([
      1,
      expect.stringContaining("the description has version 1.2.3, but"),
    ]);
    expect([all("older"), said]).toEqual([before, expect.stringContaining("add --allow-older")]);
    expect(await into("older", { allowOlder: true })).toBe(3);
    expect(JSON.parse(read("older/manifest.json"))).toMatchObject({
      description: { version: "1.2.3" },
    });
  });

  it("requests everything if the ETag in manifest.json is not valid in a header, and reveals no secret from the URL", async () => {
    await firstInto("etag");
    for (const etag of ['"\u2603"', '"a\nb"']) {
      const { sha256: _, ...known } = JSON.parse(read("etag/manifest.json"));
      const forged = { ...known, origin: { ...known.origin, etag } };
      writeFileSync(
        at("etag/manifest.json"),
        `${JSON.stringify({ ...forged, sha256: digestOf(JSON.stringify(forged)) }, null, 1)}\n`,
      );
      expect([await into("etag"), said]).toEqual([0, expect.stringContaining("nothing new")]);
    }
    const spec = server.url.replace("://", "://user:PASSW@").concat("?secret=QS");
    for (const [text, exit] of [
      [FIRST, 0],
      [NEXT, 1],
    ] as const) {
      server.serve(text);
      [said, data] = ["", ""];
      expect(
        await generate({ check: true, spec, out: at("etag"), flows: at("flows.yaml") }, io),
        said,
      ).toBe(exit);
      expect(said + data).toContain("openapi.yaml");
      expect(said + data).not.toMatch(/PASSW|QS/);
      server.serve("no description");
      [said, data] = ["", ""];
      await diff({ from: spec, to: at("etag/model.json") }, io).catch((error) =>
        reportError(error, io),
      );
      expect(said + data).not.toMatch(/PASSW|QS/);
    }
  });

  it("recognizes an unchanged file by its hash", async () => {
    writeFileSync(at("api.yaml"), FIRST);
    expect(await into("file", { spec: at("api.yaml") })).toBe(0);
    expect(JSON.parse(read("file/manifest.json")).origin).toEqual({ file: "api.yaml" });
    expect([await into("file", { spec: at("api.yaml") }), said]).toEqual([
      0,
      expect.stringContaining("nothing new"),
    ]);
  });

  it.each(["a-file/news.md", "folder.md"])(
    "writes nothing if the summary cannot be written: %s",
    async (summary) => {
      const out = `unwritable-${summary.length}`;
      await firstInto(out);
      const before = all(out);
      mkdirSync(at("folder.md"), { recursive: true });
      writeFileSync(at("a-file"), "");
      server.serve(NEXT);
      await expect(into(out, { summary: at(summary) })).rejects.toMatchObject({
        name: "Usage",
        hint: expect.stringContaining("--summary"),
      });
      expect([all(out), server.log()]).toEqual([before, []]);
    },
  );

  it("ignores a damaged model.json, wherever the damage is, as generate and diff also do", async () => {
    await firstInto("damaged");
    const whole = JSON.parse(read("damaged/model.json"));
    const made = await buildFromDescription(FIRST, { flows: at("flows.yaml") });
    const folder = pathToFileURL(`${at("damaged-model")}/`);
    mkdirSync(folder);
    for (const path of placesIn(whole)) {
      for (const value of [null, {}, "x"]) {
        writeFileSync(
          new URL("model.json", folder),
          JSON.stringify(withAt(whole, path, value), null, 1),
        );
        const act = () => {
          const earlier = earlierOutput(folder, made.model);
          printNews(earlier, "damaged-model", undefined, io);
          return made.newRules(earlier.model);
        };
        expect(act, `${path}: ${JSON.stringify(value)}`).not.toThrow();
      }
    }
    writeFileSync(at("next.yaml"), NEXT);
    const damaged = JSON.stringify(withAt(whole, ["operations", "0", "rules", "0"], null), null, 1);
    writeFileSync(at("damaged/model.json"), damaged);
    expect(
      await generate(
        { check: false, spec: at("next.yaml"), out: at("damaged"), flows: at("flows.yaml") },
        io,
      ),
    ).toBe(0);
    expect(said).toContain("model.json is missing, was edited, or is from another version");
    writeFileSync(at("damaged/model.json"), damaged);
    server.serve(NEXT);
    expect([await into("damaged"), read("damaged.md")]).toEqual([
      0,
      expect.stringContaining("The earlier output cannot be compared: its model.json is missing"),
    ]);
    writeFileSync(at("damaged.json"), damaged);
    const compared = await command(["diff", at("damaged.json"), at("damaged/model.json")]);
    expect([compared.exit, compared.stderr]).toEqual([
      2,
      expect.stringContaining("this model.json is not from this version of the generator"),
    ]);
  });

  it("writes the summary before the output changes, and restores the old summary if the output cannot be written", async () => {
    await firstInto("in-turn");
    for (const before of [undefined, "news of before"]) {
      if (before !== undefined) writeFileSync(at("in-turn.md"), before);
      const work = async (): Promise<never> => {
        expect(read("in-turn.md")).toBe("# News\n");
        throw new Error("no room");
      };
      await expect(
        withSummary({ file: at("in-turn.md"), text: "# News\n", io }, work),
      ).rejects.toThrow("no room");
      expect(existsSync(at("in-turn.md")) ? read("in-turn.md") : undefined).toBe(before);
    }
    expect(readdirSync(folder).filter((name) => name.startsWith("in-turn.md"))).toEqual([
      "in-turn.md",
    ]);
    server.serve(NEXT);
    writeFileSync(at("in-turn/index.ts"), "mine\n");
    expect([await into("in-turn"), read("in-turn.md")]).toEqual([1, "news of before"]);
  });

  it.runIf(process.platform !== "win32")(
    "writes the summary through a link and into a pipe, and leaves both in place",
    async () => {
      server.serve(FIRST);
      writeFileSync(at("target.md"), "old");
      symlinkSync("target.md", at("link.md"));
      expect(await into("linked", { summary: at("link.md") })).toBe(0);
      expect([lstatSync(at("link.md")).isSymbolicLink(), read("target.md")]).toEqual([
        true,
        expect.stringMatching(/^# Pinterest API/),
      ]);
      execFileSync("mkfifo", [at("pipe")]);
      const reading = readFile(at("pipe"), "utf8");
      expect(await into("piped", { summary: at("pipe") })).toBe(0);
      expect([lstatSync(at("pipe")).isFIFO(), await reading]).toEqual([
        true,
        expect.stringMatching(/^# Pinterest API/),
      ]);
    },
  );

  it.runIf(canMakeDevices)(
    "writes the summary to a device, which stays in place (runs only as root, because it creates a device)",
    async () => {
      server.serve(FIRST);
      makeDevice(at("null"), "null");
      expect([
        await into("device", { summary: at("null") }),
        lstatSync(at("null")).isCharacterDevice(),
      ]).toEqual([0, true]);
    },
  );
});

describe("the generate and pull commands", () => {
  it("exit with the same codes as generate(), and resolve paths against the working directory", async () => {
    server.serve(FIRST);
    const args = [
      "generate",
      "--spec",
      server.url,
      "--out",
      "src/pinterest",
      "--flows",
      "flows.yaml",
    ];
    expect(await command(args, { cwd: folder })).toMatchObject({ exit: 0, stdout: "" });
    server.serve(UNREAD);
    const { exit, stdout } = await command([...args, "--summary", "news.md", "--format", "json"], {
      cwd: folder,
    });
    expect([exit, stdout.split("\n").filter((line) => line.includes('"unread"'))]).toEqual([
      3,
      [expect.stringMatching(/^\{"kind":"unread"/)],
    ]);
    expect(readdirSync(folder).filter((name) => /news/.test(name))).toEqual(["news.md"]);
    server.break("error");
    expect(await command(args, { cwd: folder })).toMatchObject({
      exit: 4,
      stderr: expect.stringContaining("500"),
    });
  });

  it("pull nothing that cannot be generated, and report problems of the contract and the client together", async () => {
    const cwd = at("own");
    mkdirSync(join(cwd, "spec"), { recursive: true });
    writeFileSync(join(cwd, "spec/flows.yaml"), read("flows.yaml"));
    server.serve(FIRST);
    expect(await command(["pull", server.url], { cwd })).toMatchObject({ exit: 0 });
    const before = all("own");
    const pulled = ["pull", server.url, "--if-new", "--summary", "../own.md"];
    server.serve(UNREAD.replace(/parameters:\n.*Shop"\n/, (text) => `${text}${IN_A_COOKIE}`));
    const { exit, stderr } = await command(pulled, { cwd });
    expect(exit).toBe(1);
    expect(stderr.split("\n").filter((line) => line.startsWith("error"))).toEqual([
      "error  a sentence states a requirement that is not understood",
      "error  the client cannot send the required parameter session, in cookie",
    ]);
    expect(all("own")).toEqual(before);
    expect(read("own.md")).toMatch(
      /^The generator stops here\.\n\n[\s\S]*Must not be a Sunday[\s\S]*session, in cookie/,
    );
    rmSync(at("own.md"));
    server.serve(UNCALLABLE);
    expect(await command([...pulled, "--keep-going"], { cwd })).toMatchObject({
      exit: 3,
      stderr: expect.stringMatching(/^loss .*1 left out/m),
    });
    expect(read("own.md")).toMatch(
      /### Left out\n\nThe client does not contain these\.\n\n- shop\/look: /,
    );
    expect(readFileSync(join(cwd, "spec/source.yaml"), "utf8")).toContain("version: 1.7.0\n");
    rmSync(at("own.md"));
    expect(await command(pulled, { cwd })).toMatchObject({
      exit: 0,
      stderr: expect.stringContaining("nothing new"),
    });
    expect(existsSync(at("own.md"))).toBe(false);
  });

  it.each([
    [["generate", "--out", "src"], "--spec and --out must be given together"],
    [["generate", "--summary", "news.md"], "--summary needs --spec and --out"],
    [["generate", "--allow-older"], "--allow-older needs --spec and --out"],
    [["generate", "--spec", "api.yaml", "--out", "src", "--summary"], "--summary needs a value"],
    [
      ["generate", "--spec", "api.yaml", "--out", "src", "--summary", "a.md", "--check"],
      "--check and --summary cannot be combined",
    ],
    [["generate", "--spec", "api.yaml", "--out", "src", "--format", "xml"], "unknown format: xml"],
    [["pull", "api.yaml", "--keep-going"], "--keep-going needs --summary"],
    [["pull", "api.yaml", "--summary", "news.md"], "there is no spec/contract.yaml here"],
  ])("report a usage error: %j", async (args, why) => {
    const { exit, stderr } = await command(args, { cwd: folder });
    expect([exit, stderr]).toEqual([2, expect.stringContaining(why)]);
  });
});
