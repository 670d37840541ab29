import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Relay {
  readonly url: string;
  /** Releases the delayed responses. */
  release(): void;
  [Symbol.asyncDispose](): Promise<void>;
}

/**
 * Starts a proxy that forwards calls to a server immediately. It holds back the responses to calls
 * that `held` selects until `release()` is called.
 */
export async function relay(
  url: string,
  held: (request: IncomingMessage) => boolean,
): Promise<Relay> {
  const behind = new URL(url);
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const pass = (incoming: IncomingMessage, response: ServerResponse): void => {
    const { method, headers, url: path = "" } = incoming;
    const host = { host: behind.hostname, port: behind.port };
    const onward = request(
      { ...host, method, path, headers: { ...headers, host: behind.host } },
      async (answer) => {
        if (held(incoming)) await released;
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    onward.on("error", () => response.destroy());
    incoming.pipe(onward);
  };
  const server = createServer(pass);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${behind.pathname}`,
    release: () => release(),
    [Symbol.asyncDispose]: () => {
      release();
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
