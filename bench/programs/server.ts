// A server in a separate process whose reports never finish, so that a caller measures only itself.
import { fork } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

const PENDING = JSON.stringify({ report_status: "IN_PROGRESS", url: null, size: null });

/** Starts this program again with the argument `serve`. `onStop` ends it. */
export async function startServer(
  program: string,
): Promise<{ readonly url: string; stop(): void }> {
  const child = fork(program, ["serve"], { execArgv: [] });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve(Number(message)));
    child.once("exit", () => reject(new Error("the server did not start")));
  });
  return { url: `http://127.0.0.1:${port}/v5`, stop: () => child.kill() };
}

/**
 * Accepts each report, and answers each poll with a pending status. Exits with its parent process.
 */
export function serve(): void {
  let created = 0;
  const server = createServer((request, response) => {
    request.resume();
    const text =
      request.method === "POST"
        ? JSON.stringify({
            report_status: "IN_PROGRESS",
            token: `token-${created++}`,
            message: null,
          })
        : PENDING;
    response
      .writeHead(200, { "content-type": "application/json", "content-length": String(text.length) })
      .end(text);
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
  process.on("disconnect", () => process.exit(0));
}
