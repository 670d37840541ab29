import { createServer } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";

export interface Proxy extends AsyncDisposable {
  readonly url: string;
  /** The targets that were requested. */
  readonly asked: string[];
  /** Everything that passed through the proxy unencrypted. */
  seen(): string;
}

/** Starts a local HTTP proxy that opens tunnels for clients with the right password. */
export async function proxy(): Promise<Proxy> {
  const asked: string[] = [];
  const sockets = new Set<Socket>();
  let text = "";
  const server = createServer((_, response) => response.writeHead(405).end());
  server.on("connect", (request, front: Socket) => {
    asked.push(request.url ?? "");
    sockets.add(front.unref().on("error", () => {}));
    text += JSON.stringify(request.headers);
    if (request.headers["proxy-authorization"] !== `Basic ${btoa("user:word")}`) {
      front.end("HTTP/1.1 407 Proxy Authentication Required\r\n\r\n");
      return;
    }
    const [host = "", port] = (request.url ?? "").split(":");
    const back = connect(Number(port), host, () => {
      front.write("HTTP/1.1 200 Connection Established\r\n\r\n");
      front.pipe(back).pipe(front);
    });
    sockets.add(back.unref().on("error", () => front.destroy()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  server.unref();
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    seen: () => text,
    [Symbol.asyncDispose]: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
