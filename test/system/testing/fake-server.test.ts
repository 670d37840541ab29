import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";

describe("the fake server", () => {
  it("holds no process open", async () => {
    const entry = new URL("../../../runtime/testing/index.ts", import.meta.url).href;
    const program = `const { createFakeServer } = await import(${JSON.stringify(entry)}); const { url } = await createFakeServer([]); await fetch(url); console.log("left");`;
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program], {
      timeout: 120_000,
    });
    expect(stdout).toBe("left\n");
  });
});
