import { InvalidArgumentError } from "../errors.js";
import type { Connection } from "./connection.js";

/** The implementation of `sync`, as clients see it. */
export interface SyncEngine {
  /** Loads the target's tables. */
  run(connection: Connection, options: object): Promise<unknown>;
}

// Each target comes with its engine, so that a bundle without targets does not contain it.
const engines = new WeakMap<object, SyncEngine>();

/** Makes `sync` load `target` using this engine. Returns the target. */
export function withEngine<Target extends object>(target: Target, engine: SyncEngine): Target {
  engines.set(target, engine);
  return target;
}

/** Returns the target's engine. Throws an `InvalidArgumentError` if the value has none. */
export function engineOf(target: unknown): SyncEngine {
  const engine = engines.get(Object(target));
  if (engine !== undefined) return engine;
  throw new InvalidArgumentError(
    "target must come from pinterest-reports/sync, for example parquetFolder(path); nothing was sent",
  );
}

/**
 * Adds `sync` to the client of a flow, and returns the client. `sync` calls the target's engine,
 * which decides what `sync` resolves to. It rejects with an `InvalidArgumentError` if the target
 * has no engine.
 */
export function withSync<
  Client extends object,
  Options extends { readonly target: object },
  Result,
>(connection: Connection, client: Client): Client & { sync(options: Options): Promise<Result> } {
  return Object.assign(client, {
    async sync(options: Options): Promise<Result> {
      const { target } = Object(options) as Partial<Options>;
      return engineOf(target).run(connection, options) as Promise<Result>;
    },
  });
}
