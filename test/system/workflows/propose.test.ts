import { spawn } from "node:child_process";
import { cpSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { type PullRequestsServer, pullRequestsServer } from "./pull-requests-server.js";
import { type Clone, type Ended, ended, own, scratchClone } from "./scratch-clone.js";

// The second job of the workflows: it takes what the first has committed, into a checkout of its own in which nothing is installed.
describe("a proposal", () => {
  let clone: Clone;
  let host: PullRequestsServer;

  beforeAll(async () => {
    clone = scratchClone();
    host = await pullRequestsServer();
  });

  afterAll(() => host.close());

  /** What the first job leaves: a version, committed on a branch of its own. */
  async function draft(words: string): Promise<void> {
    clone.git("checkout", "--quiet", "main");
    clone.write(".changeset/a-test.md", `---\n"pinterest-reports": minor\n---\n\n${words}\n`);
    clone.land(words);
    const { exit, said } = await clone.script("release:draft");
    expect(exit, said).toBe(0);
  }

  async function propose(): Promise<Ended> {
    const fresh = fileURLToPath(temporaryFolder());
    clone.git("clone", "--quiet", clone.origin, fresh);
    cpSync(join(clone.folder, "proposal"), join(fresh, "proposal"), { recursive: true });
    const tsx = import.meta.resolve("tsx");
    return ended(spawn(process.execPath, ["--import", tsx, ".github/scripts/propose.ts"], { cwd: fresh, env: { ...own(), ...host.env } }));
  }

  it("becomes a pull request", async () => {
    await draft("One");
    expect((await propose()).said).toBe("branch next-release: pushed\nopened pull request 1: Release 0.2.0\n");
    expect((await propose()).said).toBe("branch next-release: as it was\npull request 1 is as it was\n");
  });

  it("goes on after the branch, with another author's commit on it, was merged as one commit", async () => {
    const work = fileURLToPath(temporaryFolder());
    clone.git("clone", "--quiet", "--branch", "next-release", clone.origin, work);
    clone.git("-C", work, "commit", "--quiet", "--allow-empty", "--message", "By hand");
    clone.git("-C", work, "push", "--quiet");
    expect((await propose()).said).toBe("branch next-release: holds commits of others, left alone\n");

    host.end(true);
    await draft("Two");
    expect((await propose()).said).toBe("branch next-release: pushed\nopened pull request 2: Release 0.2.0\n");
  });

  it("that was closed is not made again until there is more", async () => {
    host.end(false);
    expect((await propose()).said).toMatch(/^pull request 2 was closed as it is: nothing is proposed until there is more\n$/);
    expect(host.open).toEqual([]);
    await draft("Three");
    expect((await propose()).said).toBe("branch next-release: pushed\nopened pull request 3: Release 0.2.0\n");
  });

  it("says so, and fails, where another author's commits would be lost", async () => {
    const work = fileURLToPath(temporaryFolder());
    clone.git("clone", "--quiet", "--branch", "next-release", clone.origin, work);
    clone.git("-C", work, "commit", "--quiet", "--allow-empty", "--message", "By hand");
    clone.git("-C", work, "push", "--quiet");
    host.end(false);
    await draft("Four");
    expect(await propose()).toEqual({ exit: 1, said: expect.stringMatching(/holds commits of others, and no pull request shows them/) });
    clone.git("push", "--quiet", "--delete", "origin", "next-release");
    expect((await propose()).exit).toBe(0);
  });

  it("is refused when it is more than one commit, or touches what it has no business with", async () => {
    await draft("Five");
    const ask = async (change: () => void): Promise<Ended> => {
      clone.git("checkout", "--quiet", "next-release");
      change();
      clone.git("bundle", "create", "--quiet", "proposal/commits.bundle", "refs/heads/main..refs/heads/next-release");
      clone.git("checkout", "--quiet", "main");
      return propose();
    };
    host.asked();
    const two = await ask(() => clone.git("commit", "--quiet", "--allow-empty", "--message", "More"));
    expect(two).toEqual({ exit: 1, said: "error  next-release is not one commit on main\n" });
    const other = await ask(() => {
      clone.git("reset", "--quiet", "--hard", "HEAD~1");
      clone.write("runtime/options.ts", "stolen();\n");
      clone.git("commit", "--quiet", "--all", "--amend", "--no-edit");
    });
    expect(other).toEqual({ exit: 1, said: "error  next-release touches what it may not: runtime/options.ts\n" });
    expect(host.asked()).toEqual([]);
  });
});
