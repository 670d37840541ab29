import { concatBytes } from "../bytes.js";
import { InvalidArgumentError } from "../errors.js";
import { checkNames, ownOptions } from "../options.js";
import type { SharedState } from "../shared-state/state.js";
import { loadParquet } from "../writers/parquet-file.js";
import { type FileStore, type NewFile, ParquetSession } from "./parquet-layout.js";
import { Bucket, loadS3 } from "./s3-bucket.js";
import { type BucketLock, lockBucket } from "./s3-lock.js";
import type { Target } from "./target.js";

/** Options for `s3`. */
export interface S3Options {
  readonly bucket: string;
  /** Prefix of all keys, such as `ads`, without a slash at either end. Default: none. */
  readonly prefix?: string | undefined;
  /**
   * An `S3Client` from @aws-sdk/client-s3, or client options such as `region`, `endpoint` and
   * `credentials`. A client that you pass stays open. Default: a new client, configured from the
   * environment.
   */
  readonly client?: object | undefined;
  /**
   * State shared by all processes that write to the bucket, such as `redisState(…)`. Required if
   * the store does not support conditional writes (`If-None-Match`, `If-Match`); otherwise unused.
   */
  readonly shared?: SharedState | undefined;
}

/**
 * An object store as a target. It contains an object for each file that a folder target would
 * contain. Each day is one object, which is replaced by one request. Throws an
 * `InvalidArgumentError` for an invalid value, and a `TypeError` for an unknown option or for
 * options that are not an object.
 */
export function s3Target(options: S3Options): Target {
  const own = ownOptions(options);
  checkNames(own, ["bucket", "prefix", "client", "shared"]);
  const { bucket: name, prefix = "", client = {}, shared } = own;
  if (typeof name !== "string" || !/^[^/\s]+$/.test(name))
    throw new InvalidArgumentError("s3() needs bucket, the name of a bucket");
  if (typeof prefix !== "string" || /^\/|\/$|\/\/|\0/.test(prefix))
    throw new InvalidArgumentError(
      "prefix must be a string such as ads/eu, without a slash at either end",
    );
  if (typeof client !== "object" || client === null)
    throw new InvalidArgumentError("client must be an S3Client or options for one");
  if (shared !== undefined && typeof shared?.acquire !== "function")
    throw new InvalidArgumentError("shared must be a shared state, such as redisState(…)");
  return {
    name: `s3://${name}${prefix && `/${prefix}`}`,
    // Each day is one object, and one request replaces only one object.
    windowDays: 1,
    async open({ signal } = {}) {
      signal?.throwIfAborted();
      const library = await loadParquet();
      const bucket = new Bucket(await loadS3(), { bucket: name, prefix, client, signal });
      try {
        const lock = await lockBucket(bucket, shared);
        return new ParquetSession(new Objects(bucket, { lock, signal }), library);
      } catch (error) {
        bucket.end();
        throw error;
      }
    },
  };
}

interface Parts {
  readonly lock: BucketLock;
  readonly signal: AbortSignal | undefined;
}

/** A bucket's objects as files. A folder is a key prefix. */
class Objects implements FileStore {
  readonly name: string;
  readonly root: string;
  readonly #bucket: Bucket;
  readonly #lock: BucketLock;
  readonly #signal: AbortSignal | undefined;

  constructor(bucket: Bucket, { lock, signal }: Parts) {
    this.name = bucket.root;
    this.root = bucket.root;
    this.#bucket = bucket;
    this.#lock = lock;
    this.#signal = signal;
  }

  async check(): Promise<void> {
    this.#signal?.throwIfAborted();
    await this.#lock.check();
  }

  async list(folder: string): Promise<readonly string[]> {
    const names: string[] = [];
    for await (const key of this.#bucket.keys(`${folder}/`, { isFlat: true }))
      names.push(key.slice(folder.length + 1));
    return names;
  }

  async hasFolder(folder: string): Promise<boolean> {
    for await (const _key of this.#bucket.keys(`${folder}/`, { pageSize: 1 })) return true;
    return false;
  }

  async makeFolder(): Promise<void> {}

  async removeFolder(folder: string): Promise<void> {
    for await (const key of this.#bucket.keys(`${folder}/`)) await this.#bucket.delete(key);
  }

  async read(path: string): Promise<string | null> {
    return (await this.#bucket.get(path))?.text ?? null;
  }

  async write(path: string, text: string): Promise<void> {
    await this.#lock.check();
    const { signal } = this.#lock;
    await this.#bucket.put(path, new TextEncoder().encode(text), { signal });
  }

  async present(folder: string, paths: readonly string[]): Promise<ReadonlySet<string>> {
    const [from, to = from] = [paths[0], paths.at(-1)];
    const found = new Set<string>();
    if (from === undefined || to === undefined) return found;
    const wanted = new Set(paths);
    const listed =
      from === to
        ? this.#bucket.keys(from, { pageSize: 1 })
        : this.#bucket.keys(`${folder}/`, { from });
    for await (const key of listed) {
      if (wanted.has(key)) found.add(key);
      if (key >= to) break;
    }
    return found;
  }

  async create(): Promise<NewFile> {
    const pieces: Uint8Array[] = [];
    return {
      append: async (bytes) => void pieces.push(bytes),
      finish: async () => {},
      moveTo: async (path) => {
        const { signal } = this.#lock;
        await this.#bucket.put(path, concatBytes(pieces), { signal });
      },
      discard: async () => {},
    };
  }

  remove(path: string): Promise<void> {
    return this.#bucket.delete(path);
  }

  async flush(): Promise<void> {}

  errorOf(error: unknown): unknown {
    return error;
  }

  async close(): Promise<void> {
    await this.#lock.release();
    this.#bucket.end();
  }
}
