import { type Asked, answerSql } from "./commands/mcp/answer-sql.js";
import type { Said } from "./commands/mcp/ask-apart.js";
import { Refused } from "./commands/mcp/tool.js";

// Runs one query for `mcp` in its own process. A query can use unlimited time and memory in code
// that cannot be interrupted, and can crash its process. This process has no access to the token.

const MAX_MEMORY = 1_500_000_000;
const WATCH_MS = 20;

process.once("disconnect", end);
process.once("message", async (asked: Asked) => {
  setInterval(() => {
    if (process.memoryUsage.rss() > MAX_MEMORY) end();
  }, WATCH_MS);
  const said = await answerSql(asked).then(
    (answer): Said => ({ answer }),
    (error: Error): Said =>
      error instanceof Refused ? { refused: error.message } : { failed: error.message },
  );
  process.send?.(said, end);
});

/** Ends the process at once, without waiting for a running query. */
function end(): void {
  process.kill(process.pid, "SIGKILL");
}
