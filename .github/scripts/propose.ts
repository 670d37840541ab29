import { main, say } from "./command.js";
import { git, ROBOT } from "./git.js";
import { hostFrom, propose } from "./host.js";
import { type Proposal, recall } from "./proposal.js";

/** Offers what an earlier step has committed: one branch, one pull request. The only step of a job that gets the token. */
await main(async () => {
  const proposal = recall();
  if (!proposal) {
    say("nothing to propose");
    return 0;
  }
  const host = hostFrom(process.env);
  const pushed = push(proposal);
  say(`branch ${proposal.branch}: ${pushed}`);
  if (pushed === "holds commits of others, left alone") return 0;
  say(await propose(host, proposal));
  return 0;
});

/** Puts the branch where everyone sees it, unless it is there already, or somebody works on it. */
function push({ branch, base }: Proposal): "pushed" | "as it was" | "holds commits of others, left alone" {
  const there = git("ls-remote", "--heads", "origin", `refs/heads/${branch}`).split("\t")[0] ?? "";
  if (there !== "") {
    git("fetch", "--quiet", "origin", `+refs/heads/${branch}:refs/remotes/origin/${branch}`);
    const authors = git("log", "--format=%ae", there, "--not", base).split("\n");
    if (authors.some((author) => author !== "" && author !== ROBOT.email)) return "holds commits of others, left alone";
    if (contentOf(there) === contentOf(branch)) return "as it was";
  }
  git("push", "--quiet", `--force-with-lease=refs/heads/${branch}:${there}`, "origin", `refs/heads/${branch}:refs/heads/${branch}`);
  return "pushed";
}

/** What a commit holds, whoever made it when. */
function contentOf(commit: string): string {
  return git("show", "--no-patch", "--format=%T %P%n%B", commit);
}
