import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pull } from "../../../cli/commands/pull/pull.js";
import { Problems } from "../../../generator/problem.js";
import {
  type DescriptionServer,
  descriptionServer,
  type Fault,
} from "../../support/description-server.js";
import { testIo } from "../../support/in-process.js";
import { description, flowsText } from "../../support/made-up-description.js";

let folder = "";
let said = "";
const io = testIo({ stderr: (text) => (said += text) });
let server: DescriptionServer;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "if-new-"));
  writeFileSync(join(folder, "flows.yaml"), flowsText);
  writeFileSync(join(folder, "skipped.yaml"), "skipped: []\n");
  server = await descriptionServer();
  server.serve(description);
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await server.close();
});

const read = (name: string): string => readFileSync(join(folder, name), "utf8");
const all = (): string => readdirSync(folder).map(read).join("\0");

/** What the command says, or what it refuses. */
async function pulled(from = server.url): Promise<string> {
  said = "";
  try {
    await pull({ from, spec: folder, ifNew: true }, io);
    return said;
  } catch (error) {
    if (error instanceof Problems) return error.list.map(({ what }) => what).join("\n");
    throw error;
  }
}

describe("pull --if-new", () => {
  it("pulls the first description, stores its ETag, and then asks only for a newer one", async () => {
    expect(await pulled()).toContain("wrote spec/contract.yaml and spec/source.yaml");
    expect(read("source.yaml")).toMatch(/\nurl: http:.*\netag: W\/"[0-9a-f]{32}"\n$/);
    const before = all();
    expect(await pulled()).toBe(
      `download   ${server.url}\nspec       Made up 1.2.3\ncontract   nothing new since the last run\n`,
    );
    expect(all()).toBe(before);
    expect(server.log()).toEqual([
      "GET /files/openapi.yaml -> 200",
      "GET /files/openapi.yaml if-none-match -> 304",
    ]);
  });

  it("pulls the next description", async () => {
    await pulled();
    server.serve(description.replace("1.2.3", "1.2.4"));
    expect(await pulled()).toContain("wrote spec/contract.yaml and spec/source.yaml");
    expect(read("source.yaml")).toContain("version: 1.2.4\n");
  });

  it("writes both files again if one of them is from another pull", async () => {
    await pulled();
    const before = read("contract.yaml");
    server.serve(description.replace("1.2.3", "1.2.4"));
    await pulled();
    const after = all();
    writeFileSync(join(folder, "contract.yaml"), before);
    expect(await pulled()).toContain("wrote spec/contract.yaml");
    expect(all()).toBe(after);
  });

  it("does not treat an older description as new, unless it is requested explicitly", async () => {
    await pulled();
    const before = all();
    const older = description.replace("1.2.3", "1.1.10");
    server.serve(older);
    expect(await pulled()).toBe(
      "the description has version 1.1.10, but spec/source.yaml has 1.2.3",
    );
    expect(all()).toBe(before);
    writeFileSync(join(folder, "older.yaml"), older);
    await pull({ from: join(folder, "older.yaml"), spec: folder }, io);
    expect(read("source.yaml")).toContain("version: 1.1.10\n");
  });

  it("recognizes unchanged text by its hash if the server sends no ETag or a different one", async () => {
    writeFileSync(join(folder, "shop.yaml"), description);
    await pulled(join(folder, "shop.yaml"));
    const before = all();
    expect(await pulled()).toContain("nothing new");
    expect(all()).toBe(before);
    expect(server.log()).toEqual(["GET /files/openapi.yaml -> 200"]);
  });

  it("sends no ETag to a different URL", async () => {
    await pulled();
    await pulled(server.url.replace("/v5/", "/other/"));
    expect(server.log().at(-1)).toBe("GET /other/openapi.yaml -> 200");
  });

  it("is not stopped by an outdated contract", async () => {
    await pulled();
    const contract = read("contract.yaml");
    writeFileSync(join(folder, "contract.yaml"), "");
    await pull({ from: server.url, spec: folder }, io);
    expect(read("contract.yaml")).toBe(contract);
    expect(server.log().at(-1)).toBe("GET /files/openapi.yaml -> 200");
  });

  it.each<[Fault, string]>([
    ["truncated", "the download failed"],
    ["truncated gzip", "the download failed: Z_BUF_ERROR"],
    ["error", "the server responded with 500 instead of 200"],
    ["page", "it is HTML or XML"],
    ["packed", "the input is not UTF-8 text"],
  ])("changes nothing after a response with %s", async (fault, why) => {
    await pulled();
    server.serve(description.replace("1.2.3", "1.2.4"));
    const before = all();
    server.break(fault);
    expect(await pulled()).toContain(why);
    expect(all()).toBe(before);
  });
});
