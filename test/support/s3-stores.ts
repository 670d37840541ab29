import { mkdirSync, writeFileSync } from "node:fs";
import {
  CreateBucketCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  PutObjectCommand,
  S3Client,
} from "@aws-sdk/client-s3";
import type { SharedState } from "../../runtime/shared-state/state.js";
import { s3Target } from "../../runtime/sync/s3.js";
import type { Cell } from "../../runtime/sync/target.js";
import { clientOptions, type S3Location, s3Place } from "./s3-place.js";
import { rowsInFile } from "./sync.js";
import type { TargetStore } from "./target-store.js";
import { temporaryFolder } from "./temporary-folder.js";

/** A store in a new bucket. */
export interface S3Store extends TargetStore {
  readonly location: string;
  /** The keys with a prefix, relative to the store's own prefix. */
  keys(prefix?: string): Promise<readonly string[]>;
  get(key: string): Promise<Uint8Array>;
  put(key: string, body: string | Uint8Array): Promise<void>;
  /** Copies all objects into a new folder as files. */
  asFolder(): Promise<URL>;
}

const PREFIX = "ads/eu";

/** The key of the lock, which a folder does not have as a file. */
export const LOCK = "_sync/.lock";

let count = 0;

/**
 * Creates a bucket in the object store at `url`. Targets use `endpoint`, which may be a proxy that
 * causes faults.
 */
export async function s3Store(
  url: string,
  {
    endpoint = url,
    shared,
    key: account,
  }: { readonly endpoint?: string; readonly shared?: SharedState; readonly key?: string } = {},
): Promise<S3Store> {
  const client = new S3Client(clientOptions(url, account));
  const bucket = `reports-${process.pid}-${count++}`;
  await client.send(new CreateBucketCommand({ Bucket: bucket }));
  const location = JSON.stringify({
    endpoint,
    bucket,
    prefix: PREFIX,
    ...(account && { key: account }),
  } satisfies S3Location);
  const keys = async (prefix = ""): Promise<readonly string[]> => {
    const found: string[] = [];
    let token: string | undefined;
    do {
      const page = await client.send(
        new ListObjectsV2Command({
          Bucket: bucket,
          Prefix: `${PREFIX}/${prefix}`,
          ContinuationToken: token,
        }),
      );
      for (const { Key = "" } of page.Contents ?? []) found.push(Key.slice(PREFIX.length + 1));
      token = page.NextContinuationToken;
    } while (token !== undefined);
    return found;
  };
  const get = async (key: string): Promise<Uint8Array> => {
    const { Body } = await client.send(
      new GetObjectCommand({ Bucket: bucket, Key: `${PREFIX}/${key}` }),
    );
    return (await Body?.transformToByteArray()) ?? new Uint8Array();
  };
  const put = async (key: string, body: string | Uint8Array): Promise<void> => {
    await client.send(
      new PutObjectCommand({ Bucket: bucket, Key: `${PREFIX}/${key}`, Body: body }),
    );
  };
  return {
    keys,
    get,
    put,
    asFolder: async () => {
      const folder = temporaryFolder();
      const waiting = (await keys()).filter((key) => key !== LOCK);
      const worker = async (): Promise<void> => {
        for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
          mkdirSync(new URL(`./${key}/..`, folder), { recursive: true });
          writeFileSync(new URL(key, folder), await get(key));
        }
      };
      await Promise.all(Array.from({ length: 8 }, worker));
      return folder;
    },
    target: () => s3Target({ ...s3Place(location), ...(shared && { shared }) }),
    location,
    read: async (table) => {
      const rows: Readonly<Record<string, Cell>>[] = [];
      for (const key of await keys(`${table}/`))
        rows.push(...(await rowsInFile(Buffer.from(await get(key)))));
      return rows;
    },
    addForeign: (table) => put(`${table}/rows.parquet`, "of others"),
  };
}

/**
 * Creates a bucket, and returns the environment of a process that writes to it with its own client.
 */
export async function bucketAccess(url: string): Promise<Readonly<Record<string, string>>> {
  const { location } = await s3Store(url);
  const { bucket }: S3Location = JSON.parse(location);
  return {
    ADS_BUCKET: bucket,
    AWS_ENDPOINT_URL_S3: url,
    AWS_REGION: "us-east-1",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    // Needed on Node 20.
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: "true",
  };
}
