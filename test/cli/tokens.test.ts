import { readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BODY, place } from "./fake.js";

const RUN = ["run", "549755885175", "-", "--since", "2d"];
const stdin = JSON.stringify(BODY);
const APP = { PINTEREST_APP_ID: "fake-client-id", PINTEREST_APP_SECRET: "fake-client-secret", PINTEREST_ACCESS_TOKEN: "" };
const FIRST = { ...APP, PINTEREST_REFRESH_TOKEN: "fake-refresh-token" };

describe("a new refresh token", { timeout: 60_000 }, () => {
  it("is kept in the file, from which the next run takes it without the environment's", async () => {
    await using made = await place();
    const file = join(made.folder, "tokens.env");
    const first = await made.call([...RUN, "--tokens", "tokens.env"], { stdin, env: FIRST });
    expect(first.exit, first.stderr).toBe(0);
    expect(await readFile(file, "utf8")).toBe("PINTEREST_ACCESS_TOKEN=fake-access-token-1\nPINTEREST_REFRESH_TOKEN=fake-refresh-token-1\n");
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(first.stdout + first.stderr).not.toMatch(/fake-(access|refresh)-token/);

    made.server.revoke();
    const second = await made.call(RUN, { stdin, env: { ...APP, PINTEREST_REFRESH_TOKEN: "old", PINTEREST_TOKENS_FILE: file } });
    expect(second.exit, second.stderr).toBe(0);
    expect(await readFile(file, "utf8")).toContain("PINTEREST_REFRESH_TOKEN=fake-refresh-token-2");
    expect(await readdir(made.folder)).toEqual(["tokens.env"]);
  });

  it("takes the place of the old one alone, through a link, too", async () => {
    await using made = await place();
    const file = join(made.folder, "real.env");
    await writeFile(file, "# ours\nOTHER=1\n\nexport PINTEREST_REFRESH_TOKEN=fake-refresh-token\nLAST=2");
    await symlink(file, join(made.folder, "tokens.env"));
    const { exit, stderr } = await made.call([...RUN, "--tokens", "tokens.env"], { stdin, env: APP });
    expect(exit, stderr).toBe(0);
    expect(await readFile(file, "utf8")).toBe(
      "# ours\nOTHER=1\n\nLAST=2\nPINTEREST_ACCESS_TOKEN=fake-access-token-1\nPINTEREST_REFRESH_TOKEN=fake-refresh-token-1\n",
    );
    expect((await readdir(made.folder)).sort()).toEqual(["real.env", "tokens.env"]);
  });

  it("is told of, and not shown, where nothing keeps it", async () => {
    await using made = await place();
    const { exit, stdout, stderr } = await made.call(RUN, { stdin, env: FIRST });
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^tokens {4}Pinterest gave a new refresh token .*\n.*--tokens FILE/m);
    expect(stdout + stderr).not.toMatch(/fake-(access|refresh)-token/);
  });

  it("is not asked for when it could not be kept", async () => {
    await using made = await place();
    const { exit, stderr } = await made.call([...RUN, "--tokens", "no/such/tokens.env"], { stdin, env: FIRST });
    expect(exit).toBe(2);
    expect(stderr).toContain("tokens cannot be kept in no/such/tokens.env");
    expect(made.server.requests).toEqual([]);
  });

  it("comes to nothing where the file has none and the environment neither", async () => {
    await using made = await place();
    const { exit, stderr } = await made.call([...RUN, "--tokens", "tokens.env"], { stdin, env: APP });
    expect(exit).toBe(2);
    expect(stderr).toContain("PINTEREST_ACCESS_TOKEN is not set, and tokens.env has no token");
  });
});
