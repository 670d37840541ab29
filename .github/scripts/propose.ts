import { main, say } from "./command.ts";
import { git, ROBOT } from "./git.ts";
import { hostFrom, isUnwanted, lastClosed, openRequest, propose } from "./host.ts";
import { type Proposal, recall, takeCommit } from "./proposal.ts";

/**
 * Offers what another job has committed: one branch, one pull request. The only step that gets a token which may write, and so one that needs
 * no package: `node` runs it in a fresh checkout.
 */
await main(async () => {
  const proposal = recall();
  if (!proposal) {
    say("nothing to propose");
    return 0;
  }
  takeCommit(proposal);
  const host = hostFrom(process.env);
  const open = await openRequest(host, proposal);
  const closed = open ? undefined : await lastClosed(host, proposal);
  if (closed !== undefined && isUnwanted(closed, proposal)) {
    say(`pull request ${closed.number} was closed as it is: nothing is proposed until there is more`);
    return 0;
  }
  const pushed = push(proposal, open ? "open" : closed?.merged_at ? "merged" : "none");
  say(`branch ${proposal.branch}: ${pushed}`);
  if (pushed !== "holds commits of others, left alone") say(await propose(host, proposal, open));
  return 0;
});

/** Pushes the branch, unless it is there already, or has commits of another author. */
function push(
  { branch, base }: Proposal,
  request: "open" | "merged" | "none",
): "pushed" | "as it was" | "holds commits of others, left alone" {
  const there = git("ls-remote", "--heads", "origin", `refs/heads/${branch}`).split("\t")[0] ?? "";
  if (there !== "") {
    git("fetch", "--quiet", "origin", `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
    const authors = git("log", "--format=%ae", there, "--not", base).split("\n");
    const isOurs = authors.every((author) => author === "" || author === ROBOT.email);
    if (!isOurs && request === "open") return "holds commits of others, left alone";
    // What was merged as one commit stays on its branch as several; what was never merged may be lost.
    if (!isOurs && request === "none")
      throw new Error(`${branch} holds commits of others, and no pull request shows them: open one, or delete the branch`);
    if (contentOf(there) === contentOf(branch)) return "as it was";
  }
  git("push", "--quiet", `--force-with-lease=refs/heads/${branch}:${there}`, "origin", `refs/heads/${branch}:refs/heads/${branch}`);
  return "pushed";
}

/** Contents of a commit, without author and date. */
function contentOf(commit: string): string {
  return git("show", "--no-patch", "--format=%T %P%n%B", commit);
}
