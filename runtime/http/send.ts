import { join } from "../bytes.js";
import { timeLimited } from "../clock.js";
import { ConnectionError } from "../errors.js";
import { neverSent, remedy } from "../network-failure.js";
import { cleanCause, holdsPart, reasonOf } from "../secrets.js";
import { oneLine } from "../shown.js";
import { nextOf } from "../turns.js";
import { type Heard, isOk, LONGEST_REFUSAL } from "./answer.js";
import type { Wire } from "./config.js";
import { type BodyReader, bareInit, checkResponse, type FetchResponse, ownConnection } from "./fetch.js";
import { type Outline, plainBody } from "./plain-http.js";

const LONGEST_ANSWER = 1024 * 1024;
const ID = /^[\w-]{1,64}$/;
const MEDIA_TYPE = /^[\w.+-]{1,60}\/[\w.+-]{1,60}/;

/** A request as it is sent. */
export interface Outgoing {
  readonly method: string;
  readonly url: string;
  readonly path: string;
  readonly secrets: () => readonly string[];
  readonly headers: Headers;
  readonly body: Outline["body"];
}

/** How long an attempt may take, and how much it may bring. */
export interface SendTerms {
  readonly signal: AbortSignal | undefined;
  /** How long it may take, its body included, in milliseconds. */
  readonly ms: number;
  /** How many bytes of a good answer are read at most; more are an error. Default: 1 MiB. */
  readonly longest?: number;
}

/** Sends it, and reads the answer to its end. */
export async function send(wire: Wire, sending: Outgoing, { ms, signal, longest = LONGEST_ANSWER }: SendTerms): Promise<Heard> {
  const { method, url, path, secrets, headers, body: given } = sending;
  let reader: BodyReader | undefined;
  const client = method === "GET" ? undefined : ownConnection();
  try {
    const body = given === null || typeof given === "string" ? given : await plainBody(given, headers);
    return await timeLimited(
      async (step) => {
        const init = {
          method,
          headers: Object.fromEntries(headers),
          ...(body !== null && { body }),
          redirect: "manual",
          signal: step,
          ...(client && { client }),
        } as const;
        const response = checkResponse(await wire.fetch(url, bareInit(init)));
        reader = response.body?.getReader();
        if (step.aborted) reader?.cancel().catch(() => {});
        return { method, path, ...facts(response, secrets), ...(await textOf(reader, isOk(response) ? longest : null)) };
      },
      { ms, signal },
    );
  } catch (error) {
    // Not every fetch heeds its signal: nobody reads on, and the connection shall know.
    reader?.cancel(error).catch(() => {});
    if (signal?.aborted) throw signal.reason;
    const cause = cleanCause(error, secrets());
    const why = `${reasonOf(cause)}${remedy(error, new URL(url).host)}`;
    throw new ConnectionError(oneLine(`${method} ${path} got no answer: ${why}`), { sent: !neverSent(error), cause });
  } finally {
    client?.close();
  }
}

/** What is kept of an answer's head: only what looks as it should, because an error may show it. */
function facts(
  { status, headers }: FetchResponse,
  secrets: () => readonly string[],
): Omit<Heard, "method" | "path" | "text" | "utf8" | "cut" | "over"> {
  const known = secrets();
  const shown = (name: string, looks: RegExp): string | null => {
    const text = looks.exec(headers.get(name) ?? "")?.[0] ?? null;
    return text === null || holdsPart(text, known) ? null : text;
  };
  return { status, headers, contentType: shown("content-type", MEDIA_TYPE), requestId: shown("x-pinterest-rid", ID) };
}

const [EXACT, ROUGH] = [new TextDecoder("utf-8", { fatal: true }), new TextDecoder()];

function decoded(bytes: Uint8Array): Pick<Heard, "text" | "utf8"> {
  try {
    return { text: EXACT.decode(bytes), utf8: true };
  } catch {
    return { text: ROUGH.decode(bytes), utf8: false };
  }
}

/** The body as text. Of one that is longer than it may be nothing is kept; where nothing is said, the start of it. */
async function textOf(reader: BodyReader | undefined, longest: number | null): Promise<Pick<Heard, "text" | "utf8" | "cut" | "over">> {
  const pieces: Uint8Array[] = [];
  let left = longest ?? LONGEST_REFUSAL;
  for (; reader !== undefined && left >= 0; ) {
    const { done, value } = await nextOf(reader);
    if (done || value === undefined) break;
    left -= value.length;
    pieces.push(left < 0 ? value.subarray(0, left) : value);
  }
  const cut = left < 0;
  if (cut) reader?.cancel().catch(() => {});
  if (cut && longest !== null) return { text: "", utf8: true, cut: false, over: longest };
  return { ...decoded(join(pieces)), cut, over: null };
}
