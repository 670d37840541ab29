import { main, run, say } from "./command.js";
import { git } from "./git.js";
import { pendingChanges } from "./pending.js";
import { completeForNpm } from "./published.js";

// Publishes the version that package.json names, unless the registry has it or changes still wait for a version. Then tags it.
await main(() => {
  const pending = pendingChanges().length;
  if (pending > 0) {
    say(`${pending} ${pending === 1 ? "change waits" : "changes wait"} for a version: nothing is published`);
    return 0;
  }
  const putBack = completeForNpm(process.env);
  try {
    if (run(["npx", "--no", "changeset", "publish"]).exit !== 0) return 1;
  } finally {
    putBack();
  }
  const tags = git("tag", "--points-at", "HEAD").split("\n").filter(Boolean);
  if (tags.length > 0) git("push", "--quiet", "origin", ...tags.map((tag) => `refs/tags/${tag}`));
  say(tags.length === 0 ? "nothing new is published" : `published and tagged ${tags.join(", ")}`);
  return 0;
});
