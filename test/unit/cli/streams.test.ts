import { writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";
import { command } from "../../support/in-process.js";

const RUN = ["run", "549755885175", "body.json", "--since", "3d"];

/** A server that rejects all calls with this message. */
async function refusing(message: string): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((_, response) => {
    response
      .writeHead(403, { "content-type": "application/json", connection: "close" })
      .end(JSON.stringify({ code: 29, message }));
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

describe("printed text", () => {
  it("cannot move the cursor or start a new line if it comes from the API", async () => {
    await using made = await withBody();
    await using server = await refusing("bad \u001b[2J\u0007\n::error::x \u202e");
    const { exit, stderr } = await made.call(RUN, { env: { PINTEREST_API_BASE_URL: server.url } });
    expect(exit).toBe(1);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]|^::/m);
  });

  it("cannot move the cursor or start a new line if it comes from a body or the command line", async () => {
    const named = { "a\n::error::b\u001b": 1 };
    const { stdout } = await command(["validate", "-"], {
      stdin: JSON.stringify({ ...BODY, ...named }),
    });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
    expect(stdout).not.toMatch(/\u001b|^::/m);
    const { exit, stderr } = await command(["validate", "no\n::such\u009b.json"]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(
      /^error {2}no\\u000a::such\\u009b\.json cannot be read: there is no such file\n {2}fix {2}.*\n$/,
    );
  });
});

describe("a UTF-16 file", () => {
  it.each([
    ["little", (bytes: Buffer) => bytes],
    ["big", (bytes: Buffer) => bytes.swap16()],
  ])("is read in %s-endian byte order", async (_, ordered) => {
    const body = { ...BODY, start_date: "2026-03-01", end_date: "2026-03-07" };
    await using made = await place();
    await writeFile(
      join(made.folder, "body.json"),
      ordered(Buffer.from(`\ufeff${JSON.stringify(body)}`, "utf16le")),
    );
    expect(await made.call(["validate", "body.json", "--today", "2026-03-08"])).toEqual({
      exit: 0,
      stdout: "",
      stderr: "valid\n",
    });
  });
});
