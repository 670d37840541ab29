// Records the responses to creates below the client. Like Pinterest, the fake server returns the
// same report for the same request within an hour, so its reports do not show how often one was
// created.

import { subscribe } from "node:diagnostics_channel";
import type { FakeServer } from "pinterest-reports/testing";

interface Create {
  /** Null if there was no response. */
  status: number | null;
}

// In order, by the server's origin.
const creates = new Map<string, Create[]>();
const byRequest = new WeakMap<object, Create>();

// Node's own fetch publishes this on a diagnostics channel.
subscribe("undici:request:create", (message) => {
  const { request } = message as {
    readonly request: { readonly origin: string; readonly method: string; readonly path: string };
  };
  if (request.method !== "POST" || !request.path.endsWith("/reports")) return;
  const create = { status: null };
  byRequest.set(request, create);
  creates.set(request.origin, [...(creates.get(request.origin) ?? []), create]);
});
subscribe("undici:request:headers", (message) => {
  const { request, response } = message as {
    readonly request: object;
    readonly response: { readonly statusCode: number };
  };
  const create = byRequest.get(request);
  if (create !== undefined) create.status = response.statusCode;
});

/**
 * The error if a report was created again after a create that may have been accepted; null
 * otherwise. A create was certainly not accepted if it was rejected or rate-limited (with
 * `askedInWords`, some of these are 400s). Any other 400 may be an outage.
 */
export function twice({ url, requests }: FakeServer, askedInWords: boolean): string | null {
  const { origin } = new URL(url);
  const seen = creates.get(origin) ?? [];
  // The next server may get the same port.
  creates.delete(origin);
  const came = requests.filter(({ step }) => step === "create").length;
  if (seen.length !== came) return `${came} creates came, and ${seen.length} were seen`;
  const refused = ({ status }: Create) =>
    status === 401 || status === 429 || (status === 400 && askedInWords);
  return seen.slice(0, -1).every(refused)
    ? null
    : `it was created twice: ${seen.map(({ status }) => status ?? "no answer").join(", ")}`;
}
