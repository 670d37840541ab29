import { join } from "node:path";
import type { Fetch } from "pinterest-reports";
import { descriptions } from "../support/descriptions.js";
import { judge } from "./judge.js";

/** A violation that Prism reports in a request or a response. */
export interface Violation {
  /** `request` or `response`, followed by the path within it. */
  readonly location: readonly string[];
  readonly severity: string;
  readonly code?: string;
  readonly message: string;
}

interface Server {
  listen(port: number, host: string): Promise<string>;
  close(): Promise<void>;
}

interface PrismHttpServer {
  createServer(operations: readonly object[], options: object): Server;
}

interface PrismHttp {
  getHttpOperationsFromSpec(file: string): Promise<readonly object[]>;
}

export interface Prism extends AsyncDisposable {
  readonly url: string;
}

let operations: Promise<readonly object[]> | undefined;

/**
 * Starts Prism with the real description. Without `upstream`, it makes up responses from examples,
 * which may not match their own patterns, so only requests are checked. With `upstream`, it is a
 * proxy that turns an invalid request or response into an error, as with `--errors`.
 */
export async function prism(version: string, upstream?: string): Promise<Prism> {
  const { getHttpOperationsFromSpec } = judge<PrismHttp>("@stoplight/prism-http");
  operations ??= getHttpOperationsFromSpec(join(descriptions ?? "", `${version}.yaml`));
  const config = {
    checkSecurity: true,
    validateRequest: true,
    validateResponse: true,
    mock: { dynamic: false },
  };
  const server = judge<PrismHttpServer>("@stoplight/prism-http-server").createServer(
    await operations,
    {
      cors: false,
      components: { logger: silent },
      config:
        upstream === undefined
          ? { ...config, errors: false, isProxy: false }
          : { ...config, errors: true, isProxy: true, upstream: new URL(upstream) },
    },
  );
  const url = await server.listen(0, "127.0.0.1");
  return { url, [Symbol.asyncDispose]: () => server.close() };
}

const nothing = (): void => {};
// Prism's responses also contain its violations.
const silent = {
  trace: nothing,
  debug: nothing,
  info: nothing,
  success: nothing,
  warn: nothing,
  error: nothing,
  fatal: nothing,
  child,
};

function child(): typeof silent {
  return silent;
}

/** A request, and the violations that Prism reported for it. */
export interface Judged {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly violations: readonly Violation[];
}

/**
 * A `fetch` that records the violations that Prism reports for each request. `change` can make a
 * request invalid before it is sent.
 */
export function judgedFetch(
  judged: Judged[],
  change?: (url: URL, init: Parameters<Fetch>[1]) => Parameters<Fetch>,
): Fetch {
  return async (url, init) => {
    const response = await fetch(...(change?.(new URL(url), init) ?? [url, init]));
    const { status, headers } = response;
    const said = headers.get("sl-violations");
    const refused = (headers.get("content-type") ?? "").startsWith("application/problem+json")
      ? ((await response.clone().json()) as Problem)
      : null;
    const violations: readonly Violation[] = [
      ...(said === null ? [] : JSON.parse(said)),
      ...(refused === null ? [] : problems(refused)),
    ];
    judged.push({ method: init.method ?? "GET", path: new URL(url).pathname, status, violations });
    return response;
  };
}

interface Problem {
  readonly title: string;
  readonly detail?: string;
  readonly validation?: readonly Violation[];
}

function problems({ title, detail = "", validation }: Problem): readonly Violation[] {
  return validation ?? [{ location: ["prism"], severity: "Error", message: `${title}: ${detail}` }];
}
