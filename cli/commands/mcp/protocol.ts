import type { Readable, Writable } from "node:stream";
import { missingPackages } from "./missing-packages.js";
import type { Call, Tool } from "./tool.js";

/** What the server offers, the streams that it uses, and how it formats errors. */
export interface Serving {
  readonly version: string;
  readonly instructions: string;
  readonly tools: readonly Tool[];
  readonly stdin: Readable;
  readonly stdout: Writable;
  /** Returns the error message for the client, which says what to change or do. */
  readonly textOf: (error: unknown) => string;
}

/** Maximum length of an error message in characters. The message may quote the caller's input. */
const LONGEST_ERROR = 4_000;
/** Loads the official SDK. Rejects with `Usage` if it cannot be loaded. */
async function loadSdk() {
  try {
    const [server, stdio] = await Promise.all([
      import("@modelcontextprotocol/server"),
      import("@modelcontextprotocol/server/stdio"),
    ]);
    return { ...server, ...stdio };
  } catch {
    throw missingPackages("@modelcontextprotocol/server");
  }
}

/**
 * Serves the tools over the Model Context Protocol. A tool's error becomes an error response of at
 * most 4,000 characters. Resolves when the input ends or `signal` aborts. Rejects with `Usage` if
 * the SDK cannot be loaded.
 */
export async function serveTools(serving: Serving, signal: AbortSignal): Promise<void> {
  const sdk = await loadSdk();
  const { version, instructions, tools, stdin, stdout, textOf } = serving;
  const answer = async (tool: Tool, args: unknown, call: Call) => {
    try {
      const result = await tool.run(args as Readonly<Record<string, unknown>>, call);
      const text = JSON.stringify(result);
      return {
        content: [{ type: "text" as const, text }],
        structuredContent: result as Record<string, unknown>,
      };
    } catch (error) {
      // For a canceled call, the SDK does not send this response.
      const text = textOf(error).slice(0, LONGEST_ERROR);
      return { isError: true, content: [{ type: "text" as const, text }] };
    }
  };
  const handle = sdk.serveStdio(
    () => {
      const server = new sdk.McpServer(
        { name: "pinterest-reports", title: "Pinterest ad reports", version },
        { instructions },
      );
      for (const tool of tools) {
        const { name, title, description, input, output } = tool;
        const annotations = {
          readOnlyHint: true,
          destructiveHint: false,
          idempotentHint: true,
          openWorldHint: true,
        };
        server.registerTool(
          name,
          {
            ...{ title, description, annotations },
            inputSchema: sdk.fromJsonSchema(input),
            outputSchema: sdk.fromJsonSchema(output),
          },
          (args, { mcpReq }) => {
            const token = mcpReq._meta?.progressToken;
            return answer(tool, args, {
              signal: mcpReq.signal,
              progress: (progress, total, message) => {
                if (token === undefined) return;
                const params = { progressToken: token, progress, total, message };
                mcpReq.notify({ method: "notifications/progress", params }).catch(() => {});
              },
            });
          },
        );
      }
      return server;
    },
    { transport: new sdk.StdioServerTransport(stdin, stdout) },
  );
  await new Promise<void>((resolve) => {
    stdin.once("end", resolve).once("close", resolve);
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
  await handle.close();
}
