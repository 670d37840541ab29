import type { ChildProcess } from "node:child_process";
import { parseEnv } from "node:util";
import { expect, it } from "vitest";
import { bin } from "../../support/bin.js";
import { command } from "../../support/in-process.js";

it("serve runs until ctrl-C", async () => {
  let stdout = "";
  let isAnswered = false;
  const started = (child: ChildProcess): void => {
    child.stdout?.on("data", (text: string) => (stdout += text));
  };
  const running = bin(["serve"], {
    started,
    signalsAt: { seen: () => isAnswered, send: ["SIGINT"] },
  });
  await expect.poll(() => stdout, { timeout: 60_000 }).toMatch(/PINTEREST_ACCESS_TOKEN=.*\n$/);
  const listed = await command(["accounts", "--format", "ids"], {
    env: parseEnv(stdout) as Record<string, string>,
  });
  isAnswered = true;
  expect(listed.exit, listed.stderr).toBe(0);
  expect(await running).toEqual({
    exit: 130,
    stdout,
    stderr: "serving made-up data on 127.0.0.1; ctrl-C stops it\n",
  });
});
