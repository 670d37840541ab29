import { spawnSync } from "node:child_process";

/** Who commits: GitHub's own robot. A branch with commits of anyone else is theirs. */
export const ROBOT = { name: "github-actions[bot]", email: "41898282+github-actions[bot]@users.noreply.github.com" } as const;

/** Runs git and gives what it prints. Throws what it complains of. */
export function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync("git", args, { encoding: "utf8", env: { ...process.env, ...identity(), ...access() } });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr.trim()}`);
  return stdout.trim();
}

/** The branch that is checked out. Throws when something in it is not committed: it could get lost, or into a proposal. */
export function cleanBranch(): string {
  const changes = git("status", "--porcelain");
  if (changes !== "") throw new Error(`commit this first, or put it away:\n${changes}`);
  return git("rev-parse", "--abbrev-ref", "HEAD");
}

/** Whether everyone can see that this version was released. */
export function isTagged(version: string): boolean {
  return git("ls-remote", "--tags", "origin", `refs/tags/v${version}`) !== "";
}

/** Commits all that was changed since, on a branch of its own that starts here. */
export function commitOn(branch: string, message: string): void {
  git("checkout", "--quiet", "-B", branch);
  git("add", "--all");
  // Also when there is nothing but a decision to take: a pull request needs a commit.
  git("commit", "--quiet", "--allow-empty", "--message", message);
}

/** Goes back to where `cleanBranch` was, and drops what was not committed. */
export function goBack(branch: string): void {
  git("reset", "--quiet", "--hard");
  git("clean", "--quiet", "--force", "-d");
  git("checkout", "--quiet", branch);
}

function identity(): Record<string, string> {
  const { name, email } = ROBOT;
  return { GIT_AUTHOR_NAME: name, GIT_AUTHOR_EMAIL: email, GIT_COMMITTER_NAME: name, GIT_COMMITTER_EMAIL: email };
}

/** The token as a header of requests to the host alone, by the environment: a command line can be seen by others. */
function access(): Record<string, string> {
  const { GITHUB_TOKEN: token, GITHUB_SERVER_URL: server } = process.env;
  if (!token || !server) return {};
  const basic = Buffer.from(`x-access-token:${token}`).toString("base64");
  return {
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
    GIT_TERMINAL_PROMPT: "0",
  };
}
