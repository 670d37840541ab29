type Command = (...args: readonly unknown[]) => Promise<unknown>;

/** A fake connection that records calls. */
export interface FakeRedis {
  readonly options: Readonly<Record<string, unknown>>;
  /** The name and arguments of each command, in order. */
  readonly calls: (readonly unknown[])[];
  readonly listeners: Map<string, (error: Error) => void>;
  readonly scripts: string[];
  isConnected: boolean;
}

/**
 * A fake of the parts of ioredis that are used. Each command responds with its entry in `replies`,
 * or with 1. Call `vi.doMock("ioredis", () => library)` only once in a file, because two calls
 * race, and use `clear` between tests.
 */
export function fakeRedis() {
  const clients: FakeRedis[] = [];
  const replies: Record<string, Command> = {};
  const clear = (): void => {
    clients.length = 0;
    for (const name of Object.keys(replies)) delete replies[name];
  };

  class Redis implements FakeRedis {
    readonly options: Readonly<Record<string, unknown>>;
    readonly calls: (readonly unknown[])[] = [];
    readonly listeners = new Map<string, (error: Error) => void>();
    readonly scripts: string[] = [];
    isConnected = true;
    readonly hget = this.#command("hget");
    readonly select = this.#command("select");

    constructor(options: Readonly<Record<string, unknown>>) {
      this.options = options;
      clients.push(this);
    }

    defineCommand(name: string, { lua }: { readonly lua: string }): void {
      if (!lua) throw new Error(`the script ${name} is empty`);
      this.scripts.push(name);
      Object.assign(this, { [name]: this.#command(name) });
    }

    duplicate(more: object): Redis {
      return new Redis({ ...this.options, ...more });
    }

    on(event: string, listener: (error: Error) => void): void {
      this.listeners.set(event, listener);
    }

    disconnect(): void {
      this.isConnected = false;
    }

    #command(name: string): Command {
      return async (...args) => {
        this.calls.push([name, ...args]);
        return replies[name] === undefined ? 1 : replies[name](...args);
      };
    }
  }

  return { clients, replies, clear, library: { Redis } };
}
