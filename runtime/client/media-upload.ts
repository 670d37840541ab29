import { sleep, withTimeout } from "../clock.js";
import { ApiError, ConnectionError } from "../errors.js";
import { callWithRetries } from "../http/call.js";
import { duration, type FlowConfig } from "../http/config.js";
import { bareInit, checkResponse, type FetchResponse } from "../http/fetch.js";
import { requestedWait } from "../http/retry.js";
import { checkLink } from "../http/url-policy.js";
import { failedBeforeSend, remedy } from "../network-failure.js";
import { ownOptions } from "../options.js";
import { cleanCause, reasonOf } from "../redact.js";
import type { AbortOptions } from "../types.js";
import { type Connected, configOf } from "./connection.js";
import { type Operation, toFormData } from "./operation.js";
import { sendOperation, userContext } from "./operation-client.js";

/** Options of `upload`. */
export interface MediaUploadOptions extends AbortOptions {
  /**
   * Time limit from registration to the end of processing, in milliseconds. A call that begins close to it, such as the last poll, gets one
   * second. Default: that of the client.
   */
  readonly deadlineMs?: number;
}

/** Uploads a video, and resolves to its media id when Pinterest has processed it. */
export type MediaUpload = (file: Blob, options?: MediaUploadOptions) => Promise<string>;

/** Response of the registration: where the file is uploaded to, and the fields of the form that it is part of. */
export interface RegisteredMedia {
  /** Optional in earlier descriptions; `upload` rejects a response without it. */
  readonly media_id?: string;
  /** Missing if there is nothing to upload. */
  readonly upload_url?: string;
  /** Fields of the form. */
  readonly upload_parameters?: object | null;
}

// A call that begins at the deadline gets this time.
const LEAST_MS = 1_000;
const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/**
 * Returns a function that registers a video by `create`, sends the file to the host that the response names, and polls by `get` until the
 * status is `succeeded`. The file is read into memory once. The upload is repeated after outages; the host gets no access token. Rejects
 * with a `TypeError` before anything is sent if the file is no `Blob` or is empty, with a `RangeError` for an invalid time, with the errors
 * of a call, with an `ApiError` if the host refuses the file, processing fails or is not finished at the deadline, with a `ConnectionError`
 * if the host does not respond, and with `signal.reason`.
 */
export function mediaUpload(
  client: Connected,
  create: Operation<{ readonly media_type: "video" }, RegisteredMedia>,
  get: Operation<{ readonly media_id: string }, { readonly status?: string }>,
): MediaUpload {
  return async (file: unknown, options = {}) => {
    if (!(file instanceof Blob)) throw new TypeError("file must be a Blob with the video's bytes; fs.openAsBlob() makes one of a path");
    if (file.size === 0) throw new TypeError("file must not be empty");
    const config = configOf(client);
    const { clock } = config;
    const { signal, deadlineMs = config.deadlineMs } = ownOptions(options);
    const deadline = clock.now() + duration("deadlineMs", deadlineMs);
    const abort = signal === undefined ? {} : { signal };
    const limits = () => ({ ...abort, deadlineMs: Math.max(LEAST_MS, deadline - clock.now()) });
    // The form's fields alone allow an upload, so no error shows them.
    const visibility = { openQuery: true, showable: ["media_id", "media_type"] };
    const registered = await sendOperation(
      { ...userContext(client, create), visibility },
      create,
      { media_type: "video" },
      { ...limits(), problemIn: (response) => refusalOf(response as RegisteredMedia, config) },
    );
    await upload(config, { ...registered, file, deadline, ...abort });
    const { media_id = "" } = registered;
    const problemIn = (response: unknown): string | null => {
      const { status } = response as { readonly status?: unknown };
      if (status === "failed") return "with the status failed: the file cannot be processed";
      const isLate = status !== "succeeded" && clock.now() >= deadline;
      return isLate ? `with the status ${JSON.stringify(status)} after ${deadlineMs / 1_000} s` : null;
    };
    for (let wait = FIRST_WAIT_MS; ; wait = Math.min(wait * 2, LONGEST_WAIT_MS)) {
      const { status } = await sendOperation(userContext(client, get), get, { media_id }, { ...limits(), problemIn });
      if (status === "succeeded") return media_id;
      // The last poll is at the deadline.
      await sleep(clock, Math.max(0, Math.min(wait, deadline - clock.now())), signal);
    }
  };
}

/** Why the file cannot be uploaded to where the response says; null if it can. */
function refusalOf({ media_id, upload_url }: RegisteredMedia, config: FlowConfig): string | null {
  if (typeof media_id !== "string") return "without a media_id";
  if (typeof upload_url !== "string") return "without an upload_url";
  const { refused } = checkLink(upload_url, config);
  return refused === null ? null : `with an upload_url that ${refused}`;
}

interface Upload extends RegisteredMedia, AbortOptions {
  readonly file: Blob;
  readonly deadline: number;
}

/** Sends the file in a form, after the fields of the registration, as S3 requires. */
async function upload(config: FlowConfig, { upload_url = "", upload_parameters, file, deadline, signal }: Upload): Promise<void> {
  const { clock, fetch, fileBudget: budget } = config;
  const { url } = checkLink(upload_url, config);
  if (url === null) throw new TypeError("the address was not checked");
  const form = toFormData(upload_parameters);
  form.append("file", file);
  const encoded = new Response(form);
  const headers = { "content-type": encoded.headers.get("content-type") ?? "" };
  const body = await encoded.arrayBuffer();
  const secrets = [
    upload_url,
    url.href,
    url.search,
    ...Object.values(upload_parameters ?? {}).filter((value) => typeof value === "string"),
  ];
  const options = { work: { name: "upload", account: "" }, idempotent: true, deadline, signal, budget };
  await callWithRetries(config, options, async () => {
    const send = async (step: AbortSignal): Promise<FetchResponse> =>
      checkResponse(await fetch(url.href, bareInit({ method: "POST", redirect: "manual", headers, body, signal: step }))) as Response;
    const response = await withTimeout(send, { ms: Math.max(LEAST_MS, deadline - clock.now()), signal }).catch((error: unknown) => {
      if (signal?.aborted) throw signal.reason;
      const cause = cleanCause(error, secrets);
      const why = `${reasonOf(cause)}${remedy(error, url.host)}`;
      throw new ConnectionError(`no response from the host of the upload: ${why}`, { sent: !failedBeforeSend(error), cause });
    });
    await response.body?.cancel().catch(() => {});
    const { ok, status } = response;
    if (ok) return;
    const retryAfterMs = requestedWait(response.headers, "", clock.date());
    const failure = { status, apiCode: null, apiMessage: "", body: "", requestId: null, retryAfterMs };
    throw new ApiError(`the host of the upload responded with ${status}`, failure);
  });
}
