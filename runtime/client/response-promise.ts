import type { ResponseInfo } from "../http/response.js";

/** The data of a response, and its status and headers. */
export interface WithResponse<Data> {
  readonly data: Data;
  readonly response: ResponseInfo;
}

/** A promise that resolves to a response's data, with access to its status and headers. */
export interface ResponsePromise<Data> extends Promise<Data> {
  /**
   * Resolves to the data with the response's status, headers and request id. Does not repeat the
   * call. Rejects with the error of the call.
   */
  withResponse(): Promise<WithResponse<Data>>;
}

/** Receives the response whose data a call resolves to. */
export type OnResponse = (response: ResponseInfo) => void;

/**
 * Calls `send` immediately and returns a promise of its data. The promise's `withResponse()`
 * resolves to the data and the last response that `send` passed to `onResponse`. Both promises
 * reject with what `send` throws. They reject with a `TypeError` if `send` resolves without passing
 * a response.
 */
export function responsePromise<Data>(
  send: (onResponse: OnResponse) => Promise<Data>,
): ResponsePromise<Data> {
  const both = received(send);
  const data = both.then((result) => result.data);
  const withResponse = (): Promise<WithResponse<Data>> => {
    // The caller handles the error through `both`.
    data.catch(() => {});
    return both;
  };
  return Object.assign(data, { withResponse });
}

/**
 * The data that `send` resolves to, with the last response passed to `onResponse`. Rejects with a
 * `TypeError` if none was passed.
 */
async function received<Data>(
  send: (onResponse: OnResponse) => Promise<Data>,
): Promise<WithResponse<Data>> {
  let response: ResponseInfo | undefined;
  const data = await send((last) => {
    response = last;
  });
  if (response === undefined)
    throw new TypeError("the call resolved without reporting its response");
  return { data, response };
}
