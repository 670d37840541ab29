import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";

import { BIN } from "./bin.js";

/** A tool's reply. */
export interface Reply {
  readonly isError: boolean;
  /** The text of the first content item. */
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** An MCP client connected to a server process, which runs these sources. */
export interface Agent extends AsyncDisposable {
  readonly client: Client;
  readonly pid: number;
  /** What the server has written to stderr. */
  readonly stderr: () => string;
  /** Calls a tool. */
  call(name: string, args?: object, options?: CallOptions): Promise<Reply>;
  /** Kills the server. */
  kill(): void;
}

export interface CallOptions {
  readonly signal?: AbortSignal;
  readonly onprogress?: (progress: { readonly progress: number }) => void;
}

/** Starts `pinterest-reports mcp` with this environment, and connects to it. */
export async function agent(
  env: Readonly<Record<string, string>>,
  folder: string,
  bin: string = BIN,
): Promise<Agent> {
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [bin, "mcp", "--folder", folder],
    env: { ...env },
    stderr: "pipe",
  });
  let stderr = "";
  transport.stderr?.on("data", (bytes: Buffer) => (stderr += bytes));
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  const pid = transport.pid ?? 0;
  return {
    client,
    pid,
    stderr: () => stderr,
    async call(name, args = {}, options = {}) {
      const result = await client.callTool(
        { name, arguments: { ...args } },
        { timeout: 120_000, ...options },
      );
      const [first] = result.content as readonly { readonly text?: string }[];
      const data = (result.structuredContent ?? {}) as Record<string, unknown>;
      return { isError: result.isError === true, text: first?.text ?? "", data };
    },
    kill: () => process.kill(pid, "SIGKILL"),
    [Symbol.asyncDispose]: () => client.close(),
  };
}
