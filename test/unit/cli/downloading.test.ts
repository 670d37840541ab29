import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import { createFakeClock } from "../../../generated/testing.js";
import { testIo } from "../../support/in-process.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

describe("a slow download of the description", () => {
  it.each([
    ["pull", (url: string) => ["pull", url]],
    ["generate", (url: string) => ["generate", "--spec", url, "--out", "made"]],
    ["diff", (url: string) => ["diff", url, "missing.json"]],
  ])("is announced by %s, even without a terminal", async (_, args) => {
    const cwd = fileURLToPath(temporaryFolder());
    const clock = createFakeClock();
    let stderr = "";
    const linesOf = (): readonly string[] => stderr.match(/^download .*$/gm) ?? [];
    // Responds only after the message has been printed twice: immediately and after 30 s.
    const server = createServer(async (request, response) => {
      expect(linesOf()).toHaveLength(1);
      await clock.advance(31_000);
      while (linesOf().length < 2 && !request.destroyed)
        await new Promise((resolve) => setTimeout(resolve, 20));
      response.writeHead(404).end();
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    try {
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
      const io = testIo({ cwd, clock, stderr: (text) => (stderr += text) });
      await main(args(`${url}?token=secret`), io);
      expect(linesOf()).toEqual([`download   ${url}`, `download   ${url}  31 s`]);
      expect(stderr).not.toContain("secret");
    } finally {
      server.close();
    }
  });
});
