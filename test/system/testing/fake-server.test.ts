import { execFile } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";

describe("the fake server", () => {
  it("keeps no process alive", async () => {
    const entry = pathToFileURL(join(inject("transpiled"), "runtime/testing/index.js")).href;
    const program = `const { createFakeServer } = await import(${JSON.stringify(entry)}); const { url } = await createFakeServer([]); await fetch(url); console.log("left");`;
    const { stdout } = await promisify(execFile)(
      process.execPath,
      ["--input-type=module", "--eval", program],
      {
        timeout: 120_000,
      },
    );
    expect(stdout).toBe("left\n");
  });
});
