import { connect, createServer, type Socket } from "node:net";

/** A local port that forwards to a PostgreSQL server's socket. */
export interface CutConnection extends AsyncDisposable {
  /** The port's connection string. */
  readonly url: string;
  /** How many messages the client has sent, not counting the first one, which opens the session. */
  readonly messages: number;
}

/**
 * Starts a proxy that cuts the connection right before forwarding the client's message number
 * `at` (from 0), as if the client had been killed. `url` comes from `postgres()`.
 */
export async function cutConnection(
  url: string,
  at = Number.POSITIVE_INFINITY,
): Promise<CutConnection> {
  const folder = new URL(url).searchParams.get("host");
  let messages = 0;
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(`${folder}/.s.PGSQL.5432`);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) sockets.add(socket.on("error", end).on("close", end));
    upstream.pipe(client);
    let buffered: Buffer = Buffer.alloc(0);
    let isOpen = false;
    client.on("data", (data: Buffer) => {
      buffered = Buffer.concat([buffered, data]);
      for (;;) {
        // A message starts with its kind and length. The first message has no kind.
        const head = isOpen ? 1 : 0;
        if (buffered.length < head + 4) return;
        const length = head + buffered.readInt32BE(head);
        if (buffered.length < length) return;
        if (isOpen && messages === at) return end();
        if (isOpen) messages++;
        isOpen = true;
        upstream.write(buffered.subarray(0, length));
        buffered = buffered.subarray(length);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `postgresql://test@127.0.0.1:${port}/postgres`,
    get messages() {
      return messages;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A local port that forwards everything until it holds a client back. */
export interface HeldConnection extends AsyncDisposable {
  /** The port's connection string. */
  readonly url: string;
  /** Resolves when the client is held back. */
  readonly isHeld: Promise<void>;
  /** Forwards everything that was held back. */
  proceed(): void;
}

/**
 * Starts a port that forwards nothing more from a client after its first message with this text, as
 * if the client had been suspended.
 */
export async function heldConnection(url: string, text: string): Promise<HeldConnection> {
  const folder = new URL(url).searchParams.get("host");
  const sockets = new Set<Socket>();
  const held: (() => void)[] = [];
  let hold = (): void => {};
  const isHeld = new Promise<void>((resolve) => {
    hold = resolve;
  });
  const server = createServer((client) => {
    const upstream = connect(`${folder}/.s.PGSQL.5432`);
    const end = (): void => {
      client.destroy();
      upstream.destroy();
    };
    for (const socket of [client, upstream]) sockets.add(socket.on("error", end).on("close", end));
    upstream.pipe(client);
    let isHolding = false;
    client.on("data", (data: Buffer) => {
      if (isHolding) {
        held.push(() => upstream.write(data));
        hold();
      } else upstream.write(data);
      isHolding ||= data.includes(text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `postgresql://test@127.0.0.1:${port}/postgres`,
    isHeld,
    proceed: () => held.splice(0).forEach((pass) => void pass()),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
