import { timeLimited } from "../clock.js";
import { ApiError } from "../errors.js";
import type { Settings } from "../http/config.js";
import type { BodyReader, FetchResponse } from "../http/fetch.js";
import { askedWait } from "../http/retry.js";
import { nextOf } from "../turns.js";

// S3's refusals have some hundred bytes.
const MOST_READ = 4_096;

/**
 * What a files' host answered in place of the file, as an error in the terms in which calls are tried again. Of the body it holds the word
 * with which S3 names the reason, and nothing else: the rest may hold parts of the link.
 */
export async function hostError(
  { clock, timeoutMs }: Settings,
  response: FetchResponse,
  signal: AbortSignal | undefined,
): Promise<ApiError> {
  const { status, headers } = response;
  const word = await reasonIn(response, { ms: timeoutMs, signal });
  signal?.throwIfAborted();
  const what = status < 300 ? " instead of the file" : "";
  return new ApiError(`the report file's host answered ${status}${what}${word && `: ${word}`}`, {
    status,
    apiCode: null,
    apiMessage: word,
    body: word,
    requestId: null,
    retryAfterMs: askedWait(headers, "", clock.date()),
  });
}

/** The `<Code>` of S3, such as `AccessDenied`; empty when there is none, or it does not come. */
async function reasonIn(
  { status, body }: FetchResponse,
  limit: { readonly ms: number; readonly signal: AbortSignal | undefined },
): Promise<string> {
  let reader: BodyReader | undefined;
  try {
    reader = body?.getReader();
    const from = reader;
    const text = from === undefined || status < 300 ? "" : await timeLimited(() => start(from), limit);
    return /<Code>([A-Za-z]{1,60})<\/Code>/.exec(text)?.[1] ?? "";
  } catch {
    return "";
  } finally {
    // The rest is of no use; leaving it unread would hold the connection.
    reader?.cancel().catch(() => {});
  }
}

async function start(reader: BodyReader): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < MOST_READ) {
    const { done, value } = await nextOf(reader);
    if (done || value === undefined) break;
    text += decoder.decode(value.subarray(0, MOST_READ), { stream: true });
  }
  return text;
}
