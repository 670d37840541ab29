import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { parseEnv } from "node:util";
import { describe, expect, it, vi } from "vitest";
import { main } from "../../../cli/main.js";
import { createClient } from "../../../generated/index.js";
import { command, signalledIo, testIo } from "../../support/in-process.js";

describe("pinterest-reports serve", () => {
  it("serves the API to other programs until a signal stops it", async () => {
    const signals = signalledIo();
    let stdout = "";
    const running = main(["serve", "--accounts", "2", "--polls", "0"], {
      ...testIo({ stdout: (text) => (stdout += text) }),
      ...signals,
    });
    await expect.poll(() => stdout, { timeout: 60_000 }).toMatch(/PINTEREST_ACCESS_TOKEN=.*\n$/);
    const env = parseEnv(stdout) as Record<string, string>;
    expect(Object.keys(env).toSorted()).toEqual([
      "PINTEREST_ACCESS_TOKEN",
      "PINTEREST_API_BASE_URL",
    ]);
    const response = await fetch(`${env.PINTEREST_API_BASE_URL}/ad_accounts`, {
      headers: { authorization: `Bearer ${env.PINTEREST_ACCESS_TOKEN}` },
    });
    expect(await response.json()).toMatchObject({
      items: [{ id: "549755885175" }, { id: "549755885176" }],
    });
    expect(
      (await command(["accounts", "--format", "ids"], { env })).stdout.trimEnd().split("\n"),
    ).toHaveLength(2);
    signals.send("SIGINT");
    expect(await running).toBe(130);
    await expect(fetch(`${env.PINTEREST_API_BASE_URL}/ad_accounts`)).rejects.toThrow();
  });

  it("lets links expire by the real clock", async () => {
    const signals = signalledIo();
    let stdout = "";
    const running = main(["serve", "--polls", "0"], {
      ...testIo({ stdout: (text) => (stdout += text) }),
      ...signals,
    });
    await expect.poll(() => stdout, { timeout: 60_000 }).toMatch(/PINTEREST_ACCESS_TOKEN=.*\n$/);
    const { PINTEREST_API_BASE_URL: baseUrl = "", PINTEREST_ACCESS_TOKEN: token = "" } =
      parseEnv(stdout);
    const client = createClient({ accessToken: token, baseUrl });
    const day = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);
    const { url } = await client.report.poll(
      await client.report.create("549755885175", {
        start_date: day,
        end_date: day,
        granularity: "DAY",
        level: "CAMPAIGN",
        columns: ["CAMPAIGN_ID"],
      }),
    );
    expect((await fetch(url ?? "")).status).toBe(200);
    const real = Date.now;
    const now = vi.spyOn(Date, "now").mockImplementation(() => real() + 300_001);
    try {
      expect((await fetch(url ?? "")).status).toBe(403);
    } finally {
      now.mockRestore();
    }
    signals.send("SIGINT");
    expect(await running).toBe(130);
  });

  it("listens on the given port unless it is in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const port = String((other.address() as AddressInfo).port);
    expect(await command(["serve", "--port", port])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining(`port ${port} is in use`),
    });
    await new Promise((resolve) => other.close(resolve));
    const signals = signalledIo();
    let stdout = "";
    const running = main(["serve", "--port", port], {
      ...testIo({ stdout: (text) => (stdout += text) }),
      ...signals,
    });
    await expect
      .poll(() => stdout, { timeout: 60_000 })
      .toContain(`=http://127.0.0.1:${port}/v5\n`);
    signals.send("SIGTERM");
    expect(await running).toBe(143);
  });

  it.each([
    ["70000", "is too large"],
    ["x", "is not a whole number"],
    ["-1", "must be 0 or more"],
    ["1.5", "is not a whole number"],
  ])("rejects the port %s", async (port, message) => {
    const { exit, stderr } = await command(["serve", `--port=${port}`]);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: expect.stringContaining(`error  --port ${port} ${message}\n`),
    });
  });
});
