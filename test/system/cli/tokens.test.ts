import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { binIn } from "../../support/bin.js";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";
import { gate } from "../../support/gate.js";

const RUN = ["run", "549755885175", "-", "--since", "2d"];
const stdin = JSON.stringify(BODY);
const APP = {
  PINTEREST_APP_ID: "fake-client-id",
  PINTEREST_APP_SECRET: "fake-client-secret",
  PINTEREST_ACCESS_TOKEN: "",
};
/** A slow OAuth endpoint in front of a fake server, which only accepts the latest tokens. */
async function strict(made: Place, { expiresIn = 5_184_000, runs = 0 } = {}) {
  let [count, refreshToken] = [0, "refresh-0"];
  const front = await gate(made.server, {
    tokens: async ({ form }) => {
      if (form.refresh_token !== refreshToken)
        return { status: 400, body: { error: "invalid_grant" } };
      const number = ++count;
      refreshToken = `refresh-${number}`;
      front.valid.clear();
      front.valid.add(`access-${number}`);
      // Until all runs need another token, and longer than a run that ignores the lock would wait.
      for (
        let tries = 0;
        tries < 600 && front.answered.filter((status) => status === 401).length < runs;
        tries++
      )
        await new Promise((resolve) => setTimeout(resolve, 50));
      await new Promise((resolve) => setTimeout(resolve, runs > 1 ? 2_500 : 500));
      const body = {
        access_token: `access-${number}`,
        refresh_token: refreshToken,
        expires_in: 2_592_000,
        refresh_token_expires_in: expiresIn,
      };
      return { status: 200, body };
    },
  });
  return front;
}

describe("several runs that share a token file", () => {
  it("all get their rows although the OAuth endpoint accepts each refresh token only once", async () => {
    await using made = await place();
    await using front = await strict(made, { runs: 3 });
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
    await using front = await strict(made);
    const file = join(made.folder, "tokens.env");
    await writeFile(file, "PINTEREST_REFRESH_TOKEN=refresh-0\n");
    const env = { ...APP, PINTEREST_API_BASE_URL: front.url };
    // The first one is killed during its refresh.
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
