import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { binIn } from "../../support/bin.js";
import { BODY, place } from "../../support/cli-fake-server.js";
import { strictGate } from "../../support/strict-tokens.js";

const RUN = ["run", "549755885175", "-", "--since", "2d"];
const stdin = JSON.stringify(BODY);
const APP = {
  PINTEREST_APP_ID: "fake-client-id",
  PINTEREST_APP_SECRET: "fake-client-secret",
  PINTEREST_ACCESS_TOKEN: "",
};
describe("several runs that share a token file", () => {
  it("all get their rows although the OAuth endpoint accepts each refresh token only once", async () => {
    await using made = await place();
    await using front = await strictGate(made.server, {
      // Waits until all runs need a new token, and longer than a run that ignored the lock would
      // wait.
      meanwhile: async () => {
        await expect
          .poll(() => front.answered.filter((status) => status === 401).length, { timeout: 30_000 })
          .toBe(3);
        await setTimeout(2_500);
      },
    });
    const file = join(made.folder, "tokens.env");
    await writeFile(file, "PINTEREST_ACCESS_TOKEN=old\nPINTEREST_REFRESH_TOKEN=refresh-0\n");
    const env = { ...APP, PINTEREST_API_BASE_URL: front.url };
    const runs = await Promise.all(
      [1, 2, 3].map((id) =>
        binIn(made, ["run", String(id), "-", "--since", "2d", "--tokens", file], { stdin, env }),
      ),
    );
    for (const { exit, stderr } of runs) expect(exit, stderr).toBe(0);
    expect(front.tokenRequests).toHaveLength(1);
    expect(await readFile(file, "utf8")).toContain("PINTEREST_REFRESH_TOKEN=refresh-1\n");
    expect(await readdir(made.folder)).toEqual(["tokens.env"]);
  });

  it("take over the lock of a killed run", async () => {
    await using made = await place();
    await using front = await strictGate(made.server, { meanwhile: () => setTimeout(500) });
    const file = join(made.folder, "tokens.env");
    await writeFile(file, "PINTEREST_REFRESH_TOKEN=refresh-0\n");
    const env = { ...APP, PINTEREST_API_BASE_URL: front.url };
    // The first run is killed while it refreshes the token.
    const killed = await binIn(made, [...RUN, "--tokens", file], {
      stdin,
      env,
      started: (child) => {
        const look = setInterval(() => front.tokenRequests.length > 0 && child.kill("SIGKILL"), 20);
        child.on("exit", () => clearInterval(look));
      },
    });
    expect(killed.exit).toBe(null);
    expect(await readdir(made.folder)).toContain("tokens.env.lock");
    await writeFile(file, "PINTEREST_REFRESH_TOKEN=refresh-1\n");
    const { exit, stderr } = await binIn(made, [...RUN, "--tokens", file], { stdin, env });
    expect(exit, stderr).toBe(0);
    expect(await readdir(made.folder)).not.toContain("tokens.env.lock");
  });
});
