import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { FakeServer } from "../../runtime/testing/index.js";

/** A response; `null` sends none. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
} | null;

export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly type: string | undefined;
  readonly form: Readonly<Record<string, string>>;
}

export interface GateOptions {
  /** Handles requests to the OAuth endpoint, counted from 1. */
  readonly tokens?: (request: TokenRequest, number: number) => Answer | Promise<Answer>;
  /** Handles a request in place of the server behind, if it returns a response. */
  readonly before?: (request: {
    readonly method: string;
    readonly path: string;
  }) => Answer | undefined;
  /** Headers to add to the responses of the server behind. */
  readonly after?: () => Readonly<Record<string, string>>;
}

/**
 * A local server in front of a fake server. It issues tokens, rejects invalid ones, and can respond
 * itself.
 */
export interface Gate extends AsyncDisposable {
  readonly url: string;
  /** The currently valid tokens. */
  readonly valid: Set<string>;
  readonly tokenRequests: TokenRequest[];
  /** The status of every API response. */
  readonly answered: number[];
}

/** Starts a gate, which does not keep the process alive. */
export async function gate(
  behind: FakeServer,
  { tokens, before, after }: GateOptions = {},
): Promise<Gate> {
  const valid = new Set<string>();
  const tokenRequests: TokenRequest[] = [];
  const answered: number[] = [];
  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { method = "", url = "", headers } = request;
    const body = await text(request);
    if (url === "/v5/oauth/token") {
      const form = Object.fromEntries(new URLSearchParams(body));
      tokenRequests.push({
        authorization: headers.authorization,
        type: headers["content-type"],
        form,
      });
      return (await tokens?.(tokenRequests.at(-1) as TokenRequest, tokenRequests.length)) ?? null;
    }
    const early = before?.({ method, path: url });
    if (early !== undefined) return early;
    if (!valid.has(headers.authorization?.replace("Bearer ", "") ?? ""))
      return refusal(401, 2, "Authentication failed.");
    const passed = {
      authorization: `Bearer ${behind.accessToken}`,
      "content-type": headers["content-type"] ?? "",
    };
    const response = await behind.fetch(new URL(url, behind.url), {
      method,
      headers: passed,
      ...(body !== "" && { body }),
    });
    return { status: response.status, body: await response.json(), headers: after?.() ?? {} };
  };
  const server = createServer((request, response) => {
    answer(request).then(
      (reply) => {
        if (reply === null) return;
        if (request.url !== "/v5/oauth/token") answered.push(reply.status);
        send(response, reply);
      },
      () => response.destroy(),
    );
  });
  server.on("connection", (socket) => socket.unref());
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`,
    valid,
    tokenRequests,
    answered,
    [Symbol.asyncDispose]: close,
  };
}

/** An error response in the API's format. */
export function refusal(
  status: number,
  code: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): NonNullable<Answer> {
  return { status, body: { code, message, status: "failure" }, headers };
}

function send(response: ServerResponse, { status, body, headers }: NonNullable<Answer>): void {
  response.writeHead(status, { "content-type": "application/json", ...headers });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
}

async function text(request: IncomingMessage): Promise<string> {
  let all = "";
  for await (const chunk of request.setEncoding("utf8")) all += chunk;
  return all;
}
