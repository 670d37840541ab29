import { InvalidArgumentError } from "../errors.js";
import { TargetUnavailableError } from "./target-failures.js";

/**
 * The parts of the package @aws-sdk/client-s3 that this module uses. They are declared here because
 * types that refer to an optional package do not compile unless it is installed.
 */
interface S3Library {
  readonly S3Client: new (options: object) => S3Client;
  readonly GetObjectCommand: new (input: object) => S3Command;
  readonly PutObjectCommand: new (input: object) => S3Command;
  readonly DeleteObjectCommand: new (input: object) => S3Command;
  readonly ListObjectsV2Command: new (input: object) => S3Command;
}

interface S3Client {
  send(command: S3Command, options: { readonly abortSignal?: AbortSignal }): Promise<S3Output>;
  destroy?(): void;
}

interface S3Command {
  readonly middlewareStack: {
    add(
      middleware: (
        next: (args: unknown) => Promise<S3Response>,
      ) => (args: unknown) => Promise<S3Response>,
      options: { readonly step: "deserialize" },
    ): void;
  };
}

interface S3Response {
  readonly response?: { readonly headers?: Readonly<Record<string, string>> };
}

interface S3Output {
  readonly ETag?: string;
  readonly LastModified?: Date;
  readonly ContentLength?: number;
  readonly Body?: { transformToByteArray(): Promise<Uint8Array> };
  readonly Contents?: readonly { readonly Key: string }[];
  readonly CommonPrefixes?: readonly { readonly Prefix: string }[];
  readonly IsTruncated?: boolean;
  readonly NextContinuationToken?: string;
}

/**
 * Imports the package @aws-sdk/client-s3. Rejects with an `InvalidArgumentError` if it cannot be
 * loaded, usually because it is not installed.
 */
export async function loadS3(): Promise<S3Library> {
  // The `catch` makes bundlers treat the package as optional.
  const library: object = await import("@aws-sdk/client-s3").catch((cause: unknown) => {
    throw new InvalidArgumentError(
      "s3() needs the package @aws-sdk/client-s3, which could not be loaded: run npm install @aws-sdk/client-s3; nothing was sent",
      { cause },
    );
  });
  return library as S3Library;
}

/**
 * Default settings for a client that this module creates; the user's settings take precedence.
 * Throttled requests are retried for half a minute, and a request fails after a minute without
 * data.
 */
const SETTINGS = {
  maxAttempts: 8,
  requestHandler: { connectionTimeout: 10_000, socketTimeout: 60_000 },
};

/** Maximum number of attempts to read a small object that arrives incomplete. */
const MAX_READS = 4;
/** Maximum time for a request after the run was aborted, in milliseconds. */
const CLOSING_MS = 10_000;

/** Advice for a store whose buckets have no host names of their own. */
const PATH_STYLE =
  "; if the store's buckets have no host names of their own, set forcePathStyle: true (in a sync file: force_path_style: true)";

/** The condition for a write: the object does not exist, or it has this ETag. */
export type Condition = { readonly IfNoneMatch: "*" } | { readonly IfMatch: string };

/**
 * The result of a conditional write: the new ETag, or why the write failed. `refused` means that
 * the object does not meet the condition, `unsupported` that the store does not support conditions.
 */
export type ConditionalResult = { readonly etag: string } | "refused" | "unsupported";

/** The content of a small object. */
export interface StoredText {
  readonly text: string;
  readonly etag: string;
  /** Milliseconds since the object was written, by the store's clock. */
  readonly ageMs: number;
}

/** Options for `keys`. */
interface KeysOptions {
  readonly from?: string;
  /** Keys per page. Default: 1000, the maximum. */
  readonly pageSize?: number;
  readonly isFlat?: boolean;
}

/** A bucket's objects under a prefix. Keys are relative to the prefix. */
export class Bucket {
  /** Prefix for keys in messages, such as `s3://bucket/prefix`. */
  readonly root: string;
  readonly #library: S3Library;
  readonly #client: S3Client;
  readonly #isOwn: boolean;
  readonly #bucket: string;
  readonly #prefix: string;
  readonly #signal: AbortSignal | undefined;

  constructor(
    library: S3Library,
    {
      bucket,
      prefix,
      client,
      signal,
    }: {
      readonly bucket: string;
      readonly prefix: string;
      readonly client: object;
      readonly signal: AbortSignal | undefined;
    },
  ) {
    this.#library = library;
    this.#isOwn = !("send" in client);
    this.#client = this.#isOwn
      ? new library.S3Client({ ...SETTINGS, ...client })
      : (client as S3Client);
    this.#bucket = bucket;
    this.#prefix = prefix === "" ? "" : `${prefix}/`;
    this.root = `s3://${bucket}${prefix && `/${prefix}`}`;
    this.#signal = signal;
  }

  /** Reads a small object; null if it does not exist. */
  async get(key: string): Promise<StoredText | null> {
    for (let read = 1; ; read++) {
      const command = new this.#library.GetObjectCommand(this.#input(key));
      let date: string | undefined;
      command.middlewareStack.add(
        (next) => async (args) => {
          const answer = await next(args);
          date = answer.response?.headers?.date;
          return answer;
        },
        { step: "deserialize" },
      );
      const found = await this.#send(command).catch(orElse(isMissing, null));
      if (found === null) return null;
      const { Body, ContentLength, ETag = "", LastModified = new Date(0) } = found;
      const bytes = await Body?.transformToByteArray().catch(() => null);
      this.#signal?.throwIfAborted();
      const now = Date.parse(date ?? "") || Date.now();
      if (bytes && (ContentLength ?? bytes.length) === bytes.length)
        return {
          text: new TextDecoder().decode(bytes),
          etag: ETag,
          ageMs: now - LastModified.getTime(),
        };
      if (read === MAX_READS)
        throw new TargetUnavailableError(
          `${this.root}/${key} arrived incomplete ${MAX_READS} times`,
        );
    }
  }

  /**
   * Replaces an object in one step, if the object meets the condition. When `signal` aborts,
   * cancels the request and rejects with the signal's reason.
   */
  async put(
    key: string,
    body: Uint8Array,
    { signal, ...condition }: Partial<Condition> & { readonly signal?: AbortSignal } = {},
  ): Promise<ConditionalResult> {
    const ContentType = key.endsWith(".parquet")
      ? "application/vnd.apache.parquet"
      : "application/json";
    const command = new this.#library.PutObjectCommand({
      ...this.#input(key),
      Body: body,
      ContentType,
      ...condition,
    });
    const signals = [this.#closingSignal(), signal].filter((one) => one !== undefined);
    const hasCondition = Object.keys(condition).length > 0;
    const written = await this.#send(command, AbortSignal.any(signals)).catch((error: unknown) => {
      if (hasCondition && isRefused(error)) return "refused" as const;
      if (hasCondition && isUnsupported(error)) return "unsupported" as const;
      throw error;
    });
    return typeof written === "string" ? written : { etag: written.ETag ?? "" };
  }

  /** Deletes an object; has no effect if it does not exist. */
  async delete(key: string): Promise<void> {
    const command = new this.#library.DeleteObjectCommand(this.#input(key));
    await this.#send(command).catch(orElse(isMissing, null));
  }

  /**
   * Yields the keys with a prefix, in ascending order, starting at `from`. With `isFlat`, yields
   * each subfolder once instead of the keys in it.
   */
  async *keys(
    prefix: string,
    { from = "", pageSize = 1000, isFlat = false }: KeysOptions = {},
  ): AsyncGenerator<string> {
    let token: string | undefined;
    do {
      const page: S3Output = await this.#send(
        new this.#library.ListObjectsV2Command({
          Bucket: this.#bucket,
          Prefix: this.#prefix + prefix,
          MaxKeys: pageSize,
          ...(isFlat && { Delimiter: "/" }),
          // `StartAfter` is exclusive: it must sort before `from`, but after all smaller keys.
          ...(from && { StartAfter: this.#prefix + from.slice(0, -1) }),
          ContinuationToken: token,
        }),
      );
      for (const { Key } of page.Contents ?? []) yield Key.slice(this.#prefix.length);
      for (const { Prefix } of page.CommonPrefixes ?? [])
        yield Prefix.slice(this.#prefix.length, -1);
      token = page.IsTruncated ? page.NextContinuationToken : undefined;
    } while (token !== undefined);
  }

  /** Closes the connections, unless the client belongs to the user. */
  end(): void {
    if (this.#isOwn) this.#client.destroy?.();
  }

  /** The bucket and the full key of an object, for a command. */
  #input(key: string): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.#bucket, Key: this.#prefix + key };
  }

  /**
   * The run's signal, or a timeout if the run was aborted. Requests sent after the abort only
   * record finished work.
   */
  #closingSignal(): AbortSignal | undefined {
    return this.#signal?.aborted ? AbortSignal.timeout(CLOSING_MS) : this.#signal;
  }

  /**
   * Sends a command. Throws the signal's reason if aborted, and a `TargetUnavailableError` if the
   * store cannot be used.
   */
  async #send(command: S3Command, signal = this.#signal): Promise<S3Output> {
    signal?.throwIfAborted();
    try {
      return await this.#client.send(command, { ...(signal && { abortSignal: signal }) });
    } catch (error) {
      signal?.throwIfAborted();
      if (isOfObject(error)) throw error;
      const { name = "", message = "" } = Object(error) as Partial<Error>;
      const advice = message.includes(` ENOTFOUND ${this.#bucket}.`) ? PATH_STYLE : "";
      throw new TargetUnavailableError(
        `${this.root}: ${[name, message].filter(Boolean).join(": ")}${advice}`,
        { cause: error },
      );
    }
  }
}

/** The HTTP status of an error's response; NaN if there was none. */
function statusOf(error: unknown): number {
  return Number(Object(Object(error).$metadata).httpStatusCode);
}

/** The name of an error, such as `NoSuchKey`. */
function nameOf(error: unknown): string {
  return String(Object(error).name);
}

/** Whether the store responded, and refused only this object or request. */
function isOfObject(error: unknown): boolean {
  return isMissing(error) || isRefused(error) || isUnsupported(error) || isTooLarge(error);
}

/** Whether the store refused an object or key because of its size. */
function isTooLarge(error: unknown): boolean {
  return statusOf(error) === 413 || ["EntityTooLarge", "KeyTooLongError"].includes(nameOf(error));
}

/** Whether the object does not exist. */
function isMissing(error: unknown): boolean {
  return ["NoSuchKey", "NotFound"].includes(nameOf(error));
}

/**
 * Whether a conditional write was refused because the object is missing, has a different ETag, or
 * is being written.
 */
function isRefused(error: unknown): boolean {
  return isMissing(error) || [409, 412].includes(statusOf(error));
}

/** Whether the store does not support the request. */
function isUnsupported(error: unknown): boolean {
  return statusOf(error) === 501 || nameOf(error) === "NotImplemented";
}

/** An error handler: returns `value` for errors that `isKnown` accepts, and throws all others. */
function orElse<Value>(
  isKnown: (error: unknown) => boolean,
  value: Value,
): (error: unknown) => Value {
  return (error) => {
    if (isKnown(error)) return value;
    throw error;
  };
}
