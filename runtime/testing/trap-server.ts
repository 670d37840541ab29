import { type AddressInfo, createServer, type Socket } from "node:net";
import { sendRaw } from "./listen.js";
import type { RawReply } from "./reply.js";

/** A server that answers with bytes alone, to try what a client does with answers that no HTTP server gives. */
export interface TrapServer {
  /** A client's `baseUrl`, or the start of a link. */
  readonly url: string;
  /** The requests as they came, each up to the end of its headers. */
  readonly requests: readonly string[];
  close(): Promise<void>;
  [Symbol.asyncDispose](): Promise<void>;
}

/** Starts a trap on 127.0.0.1: each request gets the next of the answers, and the last again and again. It holds no process open. */
export async function createTrapServer(answers: readonly RawReply[]): Promise<TrapServer> {
  const requests: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    socket.unref();
    sockets.add(socket);
    let heard = "";
    socket.on("data", (bytes) => {
      heard += bytes.toString("latin1");
      const end = heard.indexOf("\r\n\r\n");
      if (end < 0) return;
      requests.push(heard.slice(0, end));
      heard = "";
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (answer !== undefined) sendRaw(socket, answer);
    });
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
  server.unref();
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, close, [Symbol.asyncDispose]: close };
}
