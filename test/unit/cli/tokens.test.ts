import { readdir, readFile, stat, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BODY, place } from "../../support/cli-fake-server.js";
import { strictGate } from "../../support/strict-tokens.js";

const RUN = ["run", "549755885175", "-", "--since", "2d"];
const stdin = JSON.stringify(BODY);
const APP = {
  PINTEREST_APP_ID: "fake-client-id",
  PINTEREST_APP_SECRET: "fake-client-secret",
  PINTEREST_ACCESS_TOKEN: "",
};
const FIRST = { ...APP, PINTEREST_REFRESH_TOKEN: "fake-refresh-token" };

describe("a refreshed token of a run", () => {
  it("is stored in the file, which overrides the environment in the next run", async () => {
    await using made = await place();
    const file = join(made.folder, "tokens.env");
    const first = await made.call([...RUN, "--tokens", "tokens.env"], { stdin, env: FIRST });
    expect(first.exit, first.stderr).toBe(0);
    expect(await readFile(file, "utf8")).toMatch(
      /^PINTEREST_ACCESS_TOKEN=fake-access-token-1\nPINTEREST_REFRESH_TOKEN=fake-refresh-token-1\nPINTEREST_REFRESH_TOKEN_EXPIRES_AT=\d{4}-[\d:.T-]+Z\n$/,
    );
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(first.stdout + first.stderr).not.toMatch(/fake-(access|refresh)-token/);

    made.server.revoke();
    const second = await made.call(RUN, {
      stdin,
      env: { ...APP, PINTEREST_REFRESH_TOKEN: "old", PINTEREST_TOKENS_FILE: file },
    });
    expect(second.exit, second.stderr).toBe(0);
    expect(await readFile(file, "utf8")).toContain("PINTEREST_REFRESH_TOKEN=fake-refresh-token-2");
    expect(await readdir(made.folder)).toEqual(["tokens.env"]);
  });

  it("replaces only the previous token in the file, even if its path is a symbolic link", async () => {
    await using made = await place();
    const file = join(made.folder, "real.env");
    await writeFile(
      file,
      "# ours\nOTHER=1\n\nexport PINTEREST_REFRESH_TOKEN=fake-refresh-token\nLAST=2",
    );
    await symlink(file, join(made.folder, "tokens.env"));
    const { exit, stderr } = await made.call([...RUN, "--tokens", "tokens.env"], {
      stdin,
      env: APP,
    });
    expect(exit, stderr).toBe(0);
    const kept = (await readFile(file, "utf8")).replace(
      /^PINTEREST_REFRESH_TOKEN_EXPIRES_AT=.*\n/m,
      "",
    );
    expect(kept).toBe(
      "# ours\nOTHER=1\n\nLAST=2\nPINTEREST_ACCESS_TOKEN=fake-access-token-1\nPINTEREST_REFRESH_TOKEN=fake-refresh-token-1\n",
    );
    expect((await readdir(made.folder)).sort()).toEqual(["real.env", "tokens.env"]);
  });

  it("is reported but not shown if nothing stores it", async () => {
    await using made = await place();
    const { exit, stdout, stderr } = await made.call(RUN, { stdin, env: FIRST });
    expect(exit).toBe(0);
    expect(stderr).toMatch(/^tokens {4}Pinterest replaced the refresh token.*\n.*--tokens FILE/m);
    expect(stdout + stderr).not.toMatch(/fake-(access|refresh)-token/);
  });

  it("is not requested if it cannot be stored", async () => {
    await using made = await place();
    const { exit, stderr } = await made.call([...RUN, "--tokens", "no/such/tokens.env"], {
      stdin,
      env: FIRST,
    });
    expect(exit).toBe(2);
    expect(stderr).toContain("tokens cannot be stored in no/such/tokens.env");
    expect(made.server.requests).toEqual([]);
  });

  it("needs a token in the file or the environment", async () => {
    await using made = await place();
    const { exit, stderr } = await made.call([...RUN, "--tokens", "tokens.env"], {
      stdin,
      env: APP,
    });
    expect(exit).toBe(2);
    expect(stderr).toContain("PINTEREST_ACCESS_TOKEN is not set, and tokens.env has no token");
  });
});

describe("runs that use a token file", () => {
  it.each(["", "# yarn lockfile v1\n", '{"pid":1,"host":"x","id":"y"}'])(
    "stop without touching a file that merely has the same name as their lock: %j",
    async (foreign) => {
      await using made = await place();
      const file = join(made.folder, "tokens.env");
      await writeFile(file, "PINTEREST_REFRESH_TOKEN=fake-refresh-token\n");
      await writeFile(`${file}.lock`, foreign);
      const { exit, stderr } = await made.call([...RUN, "--tokens", file], { stdin, env: APP });
      expect(exit, stderr).toBe(2);
      expect(stderr).toContain("tokens.env.lock is not a lock file created by pinterest-reports");
      expect(await readFile(`${file}.lock`, "utf8")).toBe(foreign);
      expect((await readdir(made.folder)).sort()).toEqual(["tokens.env", "tokens.env.lock"]);
      expect(made.server.requests).toEqual([]);
    },
  );
});

describe("a refresh token that expires soon", () => {
  const inDays = (days: number) =>
    new Date(Date.now() + days * 86_400_000 + 3_600_000).toISOString();

  it.each([
    [
      13,
      /^warning {3}the refresh token expires on \d{4}-\d\d-\d\d, in 13 days; to get a new one, run `pinterest-reports login --tokens tokens\.env`$/m,
    ],
    [-2, /^warning {3}the refresh token expired on /m],
    [15, null],
  ])("is mentioned depending on how soon it expires: in %d days", async (days, words) => {
    await using made = await place();
    const lines = [
      `PINTEREST_ACCESS_TOKEN=${made.server.accessToken}`,
      "PINTEREST_REFRESH_TOKEN=r",
      `PINTEREST_REFRESH_TOKEN_EXPIRES_AT=${inDays(days)}`,
    ];
    await writeFile(join(made.folder, "tokens.env"), `${lines.join("\n")}\n`);
    const { exit, stderr } = await made.call([...RUN, "--tokens", "tokens.env"], {
      stdin,
      env: APP,
    });
    expect(exit, stderr).toBe(0);
    if (words === null) expect(stderr).not.toContain("warning");
    else expect(stderr).toMatch(words);
  });

  it("is no longer mentioned once it is replaced, unless the new one also expires soon", async () => {
    for (const [expiresIn, words] of [
      [5_184_000, null],
      [86_400 * 3, "in 2 days"],
    ] as const) {
      await using made = await place();
      await using front = await strictGate(made.server, { expiresIn });
      const lines = [
        "PINTEREST_REFRESH_TOKEN=refresh-0",
        `PINTEREST_REFRESH_TOKEN_EXPIRES_AT=${inDays(1)}`,
      ];
      await writeFile(join(made.folder, "tokens.env"), `${lines.join("\n")}\n`);
      const { exit, stderr } = await made.call([...RUN, "--tokens", "tokens.env"], {
        stdin,
        env: { ...APP, PINTEREST_API_BASE_URL: front.url },
      });
      expect(exit, stderr).toBe(0);
      if (words === null) expect(stderr).not.toContain("warning");
      else expect(stderr).toContain(words);
    }
  });
});
