import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pull } from "../../../cli/commands/pull/pull.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import { testIo } from "../../support/in-process.js";
import { description, flowsText } from "../../support/made-up-description.js";

let folder = "";
let said = "";
const io = testIo({ stderr: (text) => (said += text) });
let server: Server | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pull-"));
  writeFileSync(join(folder, "flows.yaml"), flowsText);
  writeFileSync(join(folder, "skipped.yaml"), "skipped: []\n");
  said = "";
});

afterEach(() => {
  rmSync(folder, { recursive: true });
  server?.closeAllConnections();
  server?.close();
  server = null;
});

const at = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(at(name), "utf8");
const pullText = async (text: string, name = "shop.yaml"): Promise<number> => {
  writeFileSync(at(name), text);
  return pull({ from: at(name), spec: folder }, io);
};

async function problemOf(act: Promise<unknown>): Promise<Problem | undefined> {
  const error = await act.then(
    () => null,
    (reason) => reason,
  );
  return error instanceof Problems && error.list.length === 1 ? error.list[0] : undefined;
}

async function told(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return "";
  } catch (error) {
    if (error instanceof Problems)
      return error.list.map(({ what, where }) => `${where}: ${what}`).join("\n");
    throw error;
  }
}

async function serve(listener: RequestListener): Promise<string> {
  const started = createServer(listener);
  server = started;
  await new Promise<void>((done) => {
    started.listen(0, "127.0.0.1", done);
  });
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}/v5/openapi.yaml`;
}

describe("pull", () => {
  it("writes the contract and its source, and prints what it wrote", async () => {
    expect(await pullText(description)).toBe(0);
    expect(read("contract.yaml")).toMatch(
      /^# Written by `npm run pull`.*\nopenapi: 3\.0\.3\nx-contract: 1\nx-source: [0-9a-f]{64}\n/,
    );
    expect(read("source.yaml")).toMatch(
      /^# .*\ntitle: Made up\nversion: 1\.2\.3\nsha256: [0-9a-f]{64}\ncontract: [0-9a-f]{64}\nfile: shop\.yaml\n$/,
    );
    expect(said).toMatch(/\nsentences {2}\d+ = 3 rule \+ \d+ informational\n/);
    expect(said).not.toContain("sentences  shop/ask");
    said = "";
    await pull({ from: at("shop.yaml"), spec: folder, verbose: true }, io);
    expect(said).toContain("sentences  shop/ask: 14 = 3 rule + 11 informational\n");
    for (const name of ["contract.yaml", "source.yaml"]) rmSync(at(name));
    said = "";
    expect(await pullText(description)).toBe(0);
    expect(said).toContain("wrote spec/contract.yaml and spec/source.yaml");
  });

  it("lists rules that are lost, new or changed compared to the existing contract", async () => {
    const toldOfRules = (): readonly string[] =>
      said.split("\n").filter((line) => /^(?:lost|new|changed)\b/.test(line));
    await pullText(description);
    expect(toldOfRules()).toEqual([]);
    const edited = description
      .replace("up to 5 days", "up to 6 days")
      .replace("shelf_ids and clerk_ids are not permitted", "shelf_ids are not permitted")
      .replace("Last day", "Last day. Cannot be more than 9 days past start_date");
    await pullText(edited);
    expect(toldOfRules()).toEqual([
      "lost       shop/ask forbidden-when-clerk-ids-item",
      "new        shop/ask max-range",
      "changed    shop/ask max-lookback-hour: +amount 6, -amount 5",
    ]);
    said = "";
    await pullText(edited.replaceAll("Asks a question.", "Asks something."));
    expect(toldOfRules()).toEqual([]);
    // What was said elsewhere or by another operation is told once.
    const more = edited.replace("operationId: shop/ask", "operationId: shop/wonder");
    writeFileSync(at("flows.yaml"), flowsText.replace("shop/ask", "shop/wonder"));
    await pullText(more);
    expect(toldOfRules()).toEqual([
      "lost       shop/ask, all 4 of its rules",
      "new        shop/wonder, all 4 of its rules",
    ]);
  });

  it("replaces a damaged contract, and says that there is no comparison", async () => {
    await pullText(description);
    writeFileSync(at("contract.yaml"), "<<<<<<< mine\n");
    writeFileSync(at("source.yaml"), "<<<<<<< mine\n");
    await pullText(description);
    expect(said).toContain(
      "note       the previous contract cannot be read: changes to its rules are not reported\n",
    );
    expect(read("contract.yaml")).toContain("x-rules:");
  });

  it.each(["contract.yaml", "source.yaml"])(
    "does not replace a %s that another program wrote",
    async (name) => {
      for (const other of ["contract.yaml", "source.yaml"]) rmSync(at(other), { force: true });
      const theirs = "# A contract test.\n\nconsumer: &us { name: shop }\nprovider: *us\n";
      writeFileSync(at(name), theirs);
      writeFileSync(at("shop.yaml"), description);
      expect(await told(pull({ from: at("shop.yaml"), spec: folder }, io))).toBe(
        `spec/${name}: spec/${name} was not written by \`pull\``,
      );
      expect(read(name)).toBe(theirs);
      rmSync(at(name));
    },
  );

  it("reports a skipped sentence that is missing from a description of the same or a later version", async () => {
    const idle =
      "note       spec/skipped.yaml: no sentence has the fingerprint 0123456789abcdef (It does not reach us.) Remove the entry, or set `until` to the version of the last description that contained the sentence";
    const skip = (more: string): void =>
      writeFileSync(
        at("skipped.yaml"),
        `skipped: [{ fingerprint: 0123456789abcdef, reason: It does not reach us.${more} }]\n`,
      );
    skip("");
    // Without a contract it is not known whether the description is an old one.
    await pullText(description);
    expect(said).not.toContain(idle);
    await pullText(description.replace("version: 1.2.3", "version: 1.1.9"));
    expect(said).not.toContain(idle);
    await pullText(description.replace("version: 1.2.3", "version: 1.10.0"));
    expect(said).toContain(idle);
    said = "";
    skip(", until: 1.2.3");
    await pullText(description.replace("version: 1.2.3", "version: 1.10.0"));
    expect(said).not.toContain(idle);
    // A contract has no sentences.
    skip("");
    await pull({ from: at("contract.yaml"), spec: folder }, io);
    expect(said).not.toContain(idle);
  });

  it("changes nothing when it is repeated", async () => {
    await pullText(description);
    const before = [read("contract.yaml"), read("source.yaml")];
    said = "";
    await pullText(description);
    expect([read("contract.yaml"), read("source.yaml")]).toEqual(before);
    expect(said).toContain("nothing changed");
  });

  it("changes nothing when it reads its own contract or source", async () => {
    await pullText(description);
    const before = [read("contract.yaml"), read("source.yaml")];
    await pull({ from: at("contract.yaml"), spec: folder }, io);
    expect([read("contract.yaml"), read("source.yaml")]).toEqual(before);
  });

  it("writes nothing if there is an error", async () => {
    await pullText(description);
    const before = readdirSync(folder);
    const contract = read("contract.yaml");
    expect(await told(pullText(description.replace("Last day", "Must not be a Sunday")))).toContain(
      "states a requirement that is not understood",
    );
    expect(readdirSync(folder)).toEqual(before);
    expect(read("contract.yaml")).toBe(contract);
  });

  it("proposes a rule for a sentence in unfamiliar words, and writes the rule only if the proposal is accepted", async () => {
    const reworded = description.replace(
      "Last day",
      "The time between start_date and end_date cannot exceed 9 days",
    );
    const problem = await problemOf(pullText(reworded));
    expect(problem?.what).toBe("a sentence has unfamiliar wording, and a rule is proposed");
    expect(problem?.fix).toContain("--accept-proposed");
    const notes = new Map(problem?.notes);
    expect(notes.get("text")).toContain("cannot exceed 9 days");
    expect(notes.get("rules.yaml")).toMatch(
      /^- \{ operation: shop\/ask, id: max-range, kind: max-range, start: start_date, end: end_date, amount: 9, unit: day, reason: /,
    );
    expect(readdirSync(folder)).toEqual(["flows.yaml", "shop.yaml", "skipped.yaml"]);

    expect(await pull({ from: at("shop.yaml"), spec: folder, acceptProposed: true }, io)).toBe(0);
    expect(said).toContain("accepted   shop/ask max-range, as proposed");
    expect(said).toMatch(/\nsentences {2}\d+ = 4 rule \+ \d+ informational\n/);
    const contract = read("contract.yaml");
    expect(contract).toMatch(
      /id: max-range\n(?:.*\n){6} +sources:\n.*at: .*\n +fingerprint: .*\n +proposed: true\n/,
    );
    await pull({ from: at("contract.yaml"), spec: folder }, io);
    expect(read("contract.yaml")).toBe(contract);
  });

  it("rejects a proposal that contradicts another sentence", async () => {
    const other = "You can only get data for the last 6 days when grain is HOUR";
    writeFileSync(at("shop.yaml"), description.replace("First day.", `First day. ${other}.`));
    expect(
      await told(pull({ from: at("shop.yaml"), spec: folder, acceptProposed: true }, io)),
    ).toContain("two different rules would be called max-lookback-hour");
    expect(readdirSync(folder)).toEqual(["flows.yaml", "shop.yaml", "skipped.yaml"]);
  });

  it("says which annotations are missing", async () => {
    expect(await told(pull({ from: at("nowhere.yaml"), spec: folder }, io))).toBe(
      `${at("nowhere.yaml")}: the description cannot be read: there is no such file`,
    );
    expect(await told(pull({ from: folder, spec: folder }, io))).toContain("it is a folder");
  });

  it("uses the generator's annotations if a folder has none", async () => {
    rmSync(at("skipped.yaml"));
    expect(await pullText(description)).toBe(0);
  });

  it("rejects text that is not UTF-8", async () => {
    writeFileSync(at("packed.yaml"), new Uint8Array([0x1f, 0x8b, 0x08, 0xff]));
    expect(await told(pull({ from: at("packed.yaml"), spec: folder }, io))).toBe(
      `${at("packed.yaml")}: the input is not UTF-8 text`,
    );
  });
});

describe("pull from a URL", () => {
  it("accepts any content type, follows a redirect, and does not store secrets from the URL", async () => {
    const url = await serve((request, answer) => {
      if (request.url?.startsWith("/v5/openapi.yaml"))
        answer.writeHead(302, { location: "/real" }).end();
      else answer.writeHead(200, { "content-type": "image/png" }).end(description);
    });
    expect(await pull({ from: `${url}?token=secret#part`, spec: folder }, io)).toBe(0);
    expect(read("source.yaml")).toContain(`url: ${url}\n`);
    expect(read("source.yaml") + said).not.toContain("secret");
  });

  it.each<readonly [string, RequestListener, string]>([
    [
      "an answer that is not 200",
      (_, answer) => answer.writeHead(404).end(description),
      "the server responded with 404 instead of 200",
    ],
    [
      "a redirect loop",
      (request, answer) => answer.writeHead(307, { location: `${request.url}` }).end(),
      "the server redirects more than 5 times",
    ],
    [
      "a way out of https",
      (_, answer) => answer.writeHead(301, { location: "http://192.0.2.1/" }).end(),
      "redirects to a URL that is not https",
    ],
    [
      "a way to a file",
      (_, answer) => answer.writeHead(301, { location: "file:///etc/hosts" }).end(),
      "redirects to a URL that is not https",
    ],
    [
      "a way to nowhere",
      (_, answer) => answer.writeHead(301, { location: "http://" }).end(),
      "redirects to an invalid URL",
    ],
    ["a page", (_, answer) => answer.end("<!doctype html><p>Hello"), "it is HTML or XML"],
    ["nothing", (_, answer) => answer.end(), "it is empty"],
    [
      "a part",
      (_, answer) => {
        answer.writeHead(200, { "content-length": 10 * description.length });
        answer.write(description, () => answer.destroy());
      },
      "the download failed",
    ],
  ])("fails for %s", async (_, listener, what) => {
    expect(await told(pull({ from: await serve(listener), spec: folder }, io))).toContain(what);
    expect(readdirSync(folder)).toEqual(["flows.yaml", "skipped.yaml"]);
  });

  it("reports an unreachable server and an invalid URL", async () => {
    const url = await serve((_, answer) => answer.end());
    server?.close();
    expect(await told(pull({ from: url, spec: folder }, io))).toContain(
      "the download failed: ECONNREFUSED",
    );
    expect(await told(pull({ from: "https://", spec: folder }, io))).toContain(
      "the URL is invalid",
    );
  });
});
