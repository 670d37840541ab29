import { timeLimited } from "../clock.js";
import { ApiError, ConnectionError, DownloadError } from "../errors.js";
import { call } from "../http/call.js";
import type { Settings } from "../http/config.js";
import { bareInit, checkResponse, type FetchResponse } from "../http/fetch.js";
import { checkLink } from "../http/url-policy.js";
import { neverSent, remedy } from "../network-failure.js";
import { cleanCause, reasonOf } from "../secrets.js";
import { hostError } from "./download-refusal.js";
import type { FileSource } from "./file-source.js";

// A link is valid for five minutes; one that is nearly as old is asked for again before it fails.
const LINK_AGES_MS = 270_000;
const MOST_REDIRECTS = 5;

/** The rest of a file that was begun: from this byte on, if it is still the file with this tag. */
export interface Rest {
  readonly from: number;
  readonly etag: string;
}

export interface Asked {
  readonly signal: AbortSignal | undefined;
  readonly rest: Rest | null;
}

export interface Opened extends Followed {
  readonly size: number | null;
}

/** An answer, and the parts of its address that no error may show. */
interface Followed {
  readonly response: FetchResponse;
  readonly secrets: readonly string[];
}

/**
 * The host's answer: 200, and for a rest also 206 or 416; null for a report without a file. A link that has aged, or is refused for its age,
 * is asked for again, once.
 */
export async function open(settings: Settings, source: FileSource, asked: Asked): Promise<Opened | null> {
  let link = source.link();
  let fresh = false;
  if (link.url !== null && settings.clock.now() - link.receivedAt > LINK_AGES_MS) {
    link = await source.refresh(asked.signal);
    fresh = true;
  }
  for (;;) {
    const { url, size } = link;
    if (url === null) return noFile(size);
    try {
      return { ...(await fetchFile(settings, url, { ...asked, handle: source.handle })), size };
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      if (fresh || !mayBeAge(error)) throw new DownloadError(error.message, { status: error.status });
    }
    link = await source.refresh(asked.signal);
    fresh = true;
  }
}

function noFile(size: number | null): null {
  if (size === null || size <= 0) return null;
  const bytes = size.toLocaleString("en-US");
  throw new DownloadError(`the API announces a file of ${bytes} bytes, and gives no link to it`, { expected: size });
}

/** S3 refuses an expired link with 403, and one whose signer's own credentials have expired with 400. */
function mayBeAge({ status, apiMessage }: ApiError): boolean {
  return status === 403 || apiMessage === "ExpiredToken";
}

/** Throws what the host answered otherwise as an `ApiError`. */
async function fetchFile(settings: Settings, url: string, { handle, ...asked }: Asked & Pick<FileSource, "handle">): Promise<Followed> {
  const { clock, deadlineMs, fileBudget: budget } = settings;
  try {
    const work = { name: "download", account: handle.adAccountId, flow: handle.flow };
    const options = { work, repeatable: true, deadline: clock.now() + deadlineMs, signal: asked.signal, budget };
    return await call(settings, options, () => follow(settings, url, asked));
  } catch (error) {
    if (error instanceof ConnectionError) throw new DownloadError(error.message, { cause: error.cause });
    throw error;
  }
}

async function follow(settings: Settings, first: string, asked: Asked): Promise<Followed> {
  let link = first;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const { url, refused } = checkLink(link, settings);
    if (refused !== null) throw new DownloadError(`the report's link is not followed: it ${refused}`);
    const response = await request(settings, url, asked);
    const { status } = response;
    // To whoever asked for the whole, a part of it is no file: a cache on the way may hold one.
    if (status === 200 || (asked.rest !== null && (status === 206 || status === 416))) return { response, secrets: secretsOf(url, link) };
    const target = status >= 300 && status < 400 ? response.headers.get("location") : null;
    if (target === null) throw await hostError(settings, response, asked.signal);
    // The rest of the answer is of no use; leaving it unread would hold the connection.
    await response.body?.cancel().catch(() => {});
    link = URL.canParse(target, url.href) ? new URL(target, url.href).href : target;
  }
  throw new DownloadError(`the report's link leads to more than ${MOST_REDIRECTS} redirects`);
}

async function request({ fetch, timeoutMs }: Settings, url: URL, { signal, rest }: Asked): Promise<FetchResponse> {
  const range = rest === null ? {} : { range: `bytes=${rest.from}-`, "if-range": rest.etag };
  try {
    return await timeLimited(
      async (step) => {
        // No Authorization: the link carries its own, and a second one makes S3 refuse. The step's signal is not for the body.
        const init = { redirect: "manual", headers: { "accept-encoding": "identity", ...range }, signal: step } as const;
        const response = checkResponse(await fetch(url.href, bareInit(init)));
        // Not every fetch heeds its signal: nobody reads this one, and the connection shall know.
        if (step.aborted) response.body?.cancel().catch(() => {});
        return response;
      },
      { ms: timeoutMs, signal },
    );
  } catch (error) {
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secretsOf(url));
    const why = `${reasonOf(cause)}${remedy(error, url.host)}`;
    throw new ConnectionError(`the report file's host gave no answer: ${why}`, { sent: !neverSent(error), cause });
  }
}

/** All of a link but its host, as it was given and as it was sent, also value by value: to have it is to have the file. */
function secretsOf({ href, search, pathname, searchParams }: URL, given: string = href): readonly string[] {
  const written = search.split(/[?&]/).map((part) => part.slice(part.indexOf("=") + 1));
  return [given, href, search, pathname, ...searchParams.values(), ...written];
}
