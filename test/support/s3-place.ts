import type { S3Options } from "../../runtime/sync/s3.js";

/** Client options for a local object store. */
export function clientOptions(endpoint: string, key = "test") {
  return {
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: key, secretAccessKey: key },
  };
}

/** The `location` of a store, which is passed to a process as JSON. */
export interface S3Location {
  readonly endpoint: string;
  readonly bucket: string;
  readonly prefix: string;
  /** The account's id and secret. Default: `test`. */
  readonly key?: string;
}

/** Target options for the `location` of a store. */
export function s3Place(location: string): S3Options {
  const { endpoint, key, ...place }: S3Location = JSON.parse(location);
  return { ...place, client: clientOptions(endpoint, key) };
}
