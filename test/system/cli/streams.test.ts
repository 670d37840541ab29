import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN, bin } from "../../support/bin.js";
import { BODY, linkToStdout, type Place, place } from "../../support/cli-fake-server.js";

const RUN = ["run", "549755885175", "body.json", "--since", "3d"];

/** Runs the bin by a shell's line, in which `$BIN` is the bin. */
async function shell(line: string, made?: Place): Promise<{ readonly exit: number | null; readonly stderr: string }> {
  const access = made && { PINTEREST_ACCESS_TOKEN: made.server.accessToken, PINTEREST_API_BASE_URL: made.server.url };
  const env = { ...process.env, ...access, BIN: `${process.execPath} ${BIN}` };
  const child = spawn("bash", ["-o", "pipefail", "-c", line], { cwd: made?.folder, env });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.resume();
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (exit) => resolve({ exit, stderr }));
  });
}

/** A server that refuses all calls with these words. */
async function refusing(message: string): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_, response) => {
    response.writeHead(403, { "content-type": "application/json", connection: "close" }).end(JSON.stringify({ code: 29, message }));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function withBody(options: Parameters<typeof place>[0] = {}): Promise<Place> {
  const made = await place(options);
  await writeFile(join(made.folder, "body.json"), JSON.stringify(BODY));
  return made;
}

describe.skipIf(process.platform === "win32")("a stream", () => {
  it("for words that nobody reads any more does not end the run", async () => {
    await using made = await withBody({ polls: 2 });
    const { exit } = await shell(`$BIN ${RUN.join(" ")} --out rows.csv 2> >(head -n 1)`, made);
    expect(exit).toBe(0);
    expect(await readFile(join(made.folder, "rows.csv"), "utf8")).toMatch(/^CAMPAIGN_ID,/);
  });

  it("for rows that nobody reads any more ends it quietly", async () => {
    await using made = await withBody({ bytes: 20_000_000 });
    const { exit, stderr } = await shell(`$BIN ${RUN.join(" ")} --format ndjson | head -n 1`, made);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: expect.not.stringContaining("error") });
  });

  it("that the shell has sent to a file is not taken from it", async () => {
    await using made = await withBody();
    await linkToStdout(made.folder);
    const { exit } = await shell(`touch a.csv && ln a.csv b.csv && $BIN ${RUN.join(" ")} --out stdout --format csv > a.csv`, made);
    expect(exit).toBe(0);
    expect(await readFile(join(made.folder, "b.csv"), "utf8")).toMatch(/^CAMPAIGN_ID,/);
  });

  it.skipIf(process.platform !== "linux")("on a disk that is full is said in one line", async () => {
    await using made = await withBody();
    const rows = await shell(`$BIN ${RUN.join(" ")} > /dev/full`, made);
    expect(rows).toMatchObject({ exit: 1, stderr: expect.stringMatching(/error {2}stdout cannot be written\n[\s\S]*ENOSPC/) });
    const words = await shell(`echo '{}' | $BIN validate - > /dev/full; echo '${JSON.stringify(BODY)}' | $BIN plan - > /dev/full`);
    expect(words.stderr).not.toContain("itself is wrong");
    const help = await shell("$BIN --help > /dev/full");
    expect(help).toMatchObject({ exit: 1, stderr: expect.stringMatching(/^error {2}stdout cannot be written: .*ENOSPC.*\n$/) });
  });
});

describe("somebody else's words", () => {
  it("of the API move no cursor and begin no line", async () => {
    await using made = await withBody();
    await using server = await refusing("bad \u001b[2J\u0007\n::error::x \u202e");
    const { exit, stderr } = await made.call(RUN, { env: { PINTEREST_API_BASE_URL: server.url } });
    expect(exit).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|^::/m);
  });

  it("of a body or a command line neither", async () => {
    const named = { "a\n::error::b\u001b": 1 };
    const { stdout } = await bin(["validate", "-"], { stdin: JSON.stringify({ ...BODY, ...named }) });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(stdout).not.toMatch(/\u001b|^::/m);
    const { exit, stderr } = await bin(["validate", "no\n::such\u009b.json"]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(/^error {2}no\\u000a::such\\u009b\.json cannot be read: there is no such file\n {2}fix {2}.*\n$/);
  });
});

describe("a file in UTF-16", () => {
  it.each([
    ["little", (bytes: Buffer) => bytes],
    ["big", (bytes: Buffer) => bytes.swap16()],
  ])("is read, %s end first", async (_, ordered) => {
    const body = { ...BODY, start_date: "2026-03-01", end_date: "2026-03-07" };
    await using made = await place();
    await writeFile(join(made.folder, "body.json"), ordered(Buffer.from(`\ufeff${JSON.stringify(body)}`, "utf16le")));
    expect(await made.call(["validate", "body.json", "--today", "2026-03-08"])).toEqual({ exit: 0, stdout: "", stderr: "valid\n" });
  });
});
