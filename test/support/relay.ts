import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

/** Simulates a slow network between clients and a server. */
export interface Relay extends AsyncDisposable {
  readonly port: number;
  /** Connects to the server on another port from now on, and cuts existing connections. */
  lead(port: number): void;
  /** Returns by how many milliseconds a connection delays the data that it sends to the server. */
  lagMs: () => number;
}

/**
 * Starts a relay to the server at this port. Data that was sent arrives even if its sender has
 * gone.
 */
export async function relay(port: number, lagMs: () => number = () => 0): Promise<Relay> {
  let target = port;
  const sockets = new Set<Socket>();
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  const server = createServer((socket) => {
    const onward = connect(target, "127.0.0.1");
    const held = self.lagMs();
    for (const one of [socket, onward]) {
      sockets.add(one);
      one.on("error", () => {}).on("close", () => sockets.delete(one));
    }
    socket.on("data", (bytes) => setTimeout(() => onward.writable && onward.write(bytes), held));
    onward.on("data", (bytes) => socket.writable && socket.write(bytes));
    socket.on("close", () => setTimeout(() => onward.end(), held + 100));
    onward.on("close", () => socket.destroy());
  });
  const self: Relay = {
    port: await listening(server),
    lagMs,
    lead(next) {
      target = next;
      cut();
    },
    async [Symbol.asyncDispose]() {
      cut();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return self;
}

/** Listens on a free local port, and resolves to the port. */
export function listening(server: Pick<Server, "address" | "listen">): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve((server.address() as AddressInfo).port));
  });
}
