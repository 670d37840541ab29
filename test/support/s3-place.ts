import type { S3Options } from "../../runtime/sync/s3.js";

/** Options for the client of an object store on this machine. */
export function clientOptions(endpoint: string, key = "test") {
  return {
    endpoint,
    region: "us-east-1",
    forcePathStyle: true,
    credentials: { accessKeyId: key, secretAccessKey: key },
  };
}

/** The `location` of a store, which a process gets as JSON. */
export interface S3Location {
  readonly endpoint: string;
  readonly bucket: string;
  readonly prefix: string;
  /** The id and the secret of the account. Default: `test`. */
  readonly key?: string;
}

/** The options of a target at the `location` of a store. */
export function s3Place(location: string): S3Options {
  const { endpoint, key, ...place }: S3Location = JSON.parse(location);
  return { ...place, client: clientOptions(endpoint, key) };
}
