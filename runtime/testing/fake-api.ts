import type { FieldPaths } from "../contract.js";
import { isoDay, utcToday } from "../validation/dates.js";
import { type FakeApp, FakeTokens, type Quota, Quotas } from "./auth.js";
import { bodyError } from "./check-body.js";
import type { ContractFacts, OperationFacts } from "./facts.js";
import type { Fault } from "./faults/all.js";
import { FaultPlan } from "./faults/plan.js";
import { accountsReply, type FakeAccount, listReply } from "./lists.js";
import type { ListedItems } from "./made-items.js";
import {
  errorReply,
  jsonReply,
  type ReceivedRequest,
  type RecordedRequest,
  type Reply,
  type Step,
  xmlReply,
} from "./reply.js";
import { displayName, fileFrom, type GeneratedFile, type ReportFile } from "./report-file.js";
import { type Issued, type Job, Jobs } from "./reports.js";

/**
 * Responds to `GET /resources/delivery_metrics` with each column of the contract once. Each has a
 * display name and a made-up definition.
 */
function metricsReply(contract: readonly ContractFacts[]): Reply {
  const names = [...new Set(contract.flatMap(({ columns }) => Object.keys(columns)))];
  return jsonReply(200, {
    items: names.map((name) => ({
      name,
      category: "ADS",
      display_name: displayName(name),
      definition: `Made up: ${displayName(name)}`,
    })),
  });
}

/**
 * Responds to a call that is not part of a report. The status is 200, and the JSON is what
 * `respond` returns. If that is undefined, or `respond` is not set, returns `usual`. Without
 * `usual`, returns a 404. An error in `respond` becomes a 400 with its message.
 */
function otherReply(
  request: RecordedRequest,
  usual: Reply | undefined,
  respond?: (request: RecordedRequest) => unknown,
): Reply {
  try {
    const content = respond?.(request);
    return content === undefined
      ? (usual ?? errorReply(404, { code: 30, message: notKnown(request) }))
      : jsonReply(200, content);
  } catch (error) {
    // Not a 500, because a client would retry it. An error in the test's own function must be
    // visible immediately.
    return errorReply(400, {
      code: 1,
      message: error instanceof Error ? error.message : String(error),
    });
  }
}

/**
 * Message of the 404 response. It makes clear that the call itself is unknown, not just an id in
 * its path.
 */
const notKnown = ({ method, path }: RecordedRequest): string =>
  `The fake server has no response to ${method} ${path}: return one from the respond option of createFakeServer.`;

const LINK_LIFETIME_MS = 300_000;

/**
 * Responds like S3, the file host. `date` is the current time in milliseconds since 1970. The
 * status is one of these:
 * - 400 for an Authorization header in addition to the signed link
 * - 403 for an unknown link (`issued` is undefined), or a link older than five minutes
 * - 416 for a range beyond the end
 * - 206 for a range request if `if-range` matches or is absent
 * - 200 with the whole file otherwise
 */
function fileReply(
  { headers }: RecordedRequest,
  issued: (Issued & { readonly file: ReportFile }) | undefined,
  date: number,
): Reply {
  if (headers.authorization !== undefined)
    return xmlReply(400, "InvalidArgument", "Only one auth mechanism allowed");
  if (issued === undefined)
    return xmlReply(403, "SignatureDoesNotMatch", "The request signature does not match");
  if (date - issued.at > LINK_LIFETIME_MS)
    return xmlReply(403, "AccessDenied", "Request has expired");
  const { file, job } = issued;
  // The ETag differs for files of different sizes.
  const etag = `"${job.token.slice(0, 16)}-${file.size}"`;
  const usual = { "content-type": "binary/octet-stream", "accept-ranges": "bytes", etag };
  const from = /^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1];
  if (from === undefined || (headers["if-range"] ?? etag) !== etag)
    return { status: 200, headers: usual, body: file };
  if (Number(from) >= file.size)
    return xmlReply(416, "InvalidRange", "The requested range is not satisfiable");
  const range = { "content-range": `bytes ${from}-${file.size - 1}/${file.size}` };
  return { status: 206, headers: { ...usual, ...range }, body: fileFrom(file, Number(from)) };
}

/** Prefix of all API paths; the paths in the contract do not include it. */
const BASE_PATH = "/v5";

/** The flow and the call that a request belongs to. */
export interface Route {
  readonly step: "create" | "poll";
  readonly facts: ContractFacts;
  readonly adAccountId: string;
  /** Path and query parameters, except the account. */
  readonly address: Readonly<Record<string, string>>;
}

/**
 * Finds a request's create or poll call by method and path; null if none. `adAccountId` is the ad
 * account, empty if missing. `address` contains all other query and path parameters; a path
 * parameter takes precedence over a query parameter.
 */
function routeOf(
  contract: readonly ContractFacts[],
  {
    method,
    path,
    query,
  }: {
    readonly method: string;
    readonly path: string;
    readonly query: Readonly<Record<string, string>>;
  },
): Route | null {
  for (const facts of contract) {
    for (const step of ["create", "poll"] as const) {
      const { method: expectedMethod, path: template, account = "ad_account_id" } = facts[step];
      const params =
        method === expectedMethod.toUpperCase() ? match(`${BASE_PATH}${template}`, path) : null;
      if (params === null) continue;
      const { [account]: adAccountId = "", ...address } = { ...query, ...params };
      return { step, facts, adAccountId, address };
    }
  }
  return null;
}

/** Returns the values of a path template's parameters; null if the path does not match. */
function match(template: string, path: string): Readonly<Record<string, string>> | null {
  const [expected, actual] = [template.split("/"), path.split("/")];
  if (expected.length !== actual.length) return null;
  const segments = expected.map(
    (step, at) => [/^\{(.+)\}$/.exec(step)?.[1], step, actual[at] ?? ""] as const,
  );
  const isMatch = segments.every(([name, step, value]) =>
    name === undefined ? step === value : value !== "",
  );
  return isMatch
    ? Object.fromEntries(
        segments.flatMap(([name, , value]) => (name === undefined ? [] : [[name, value]])),
      )
    : null;
}

/**
 * Returns the ad account of a call that is not part of a report. It comes from the path or else
 * from the query; undefined if neither contains one.
 */
function accountOf({ path, query }: RecordedRequest): string | undefined {
  return /^\/v5\/ad_accounts\/([^/]+)/.exec(path)?.[1] ?? query.ad_account_id;
}

const REPORT_LIFETIME_MS = 3_600_000;

/** Options for `FakeApi`, as in `FakeServerOptions`, without defaults. */
export interface FakeApiOptions {
  readonly accessToken: string;
  readonly polls: number;
  readonly seed: number;
  readonly entities: number;
  readonly bytes: number;
  readonly accounts: number | readonly FakeAccount[];
  readonly restated: number;
  /** Fields of list items, according to the API description. */
  readonly items: ListedItems;
  readonly envelope?: string | null;
  readonly app: FakeApp;
  readonly quotas: readonly Quota[];
  readonly faults: readonly Fault[];
  readonly respond?: (request: RecordedRequest) => unknown;
  /** Returns milliseconds since 1970, according to the server's clock. */
  readonly date: () => number;
}

/** Fields of a response, keyed by Pinterest's names. */
type Members = Readonly<Record<string, unknown>>;

/** The report and ad account of a call, if any. */
interface CallSubject {
  readonly job?: Job | undefined;
  readonly account?: string | undefined;
}

const FIXED_ROUTES: Readonly<Record<string, Step>> = {
  "POST /v5/oauth/token": "token",
  "GET /v5/resources/delivery_metrics": "metrics",
  "GET /v5/ad_accounts": "accounts",
};

/** Imitates Pinterest without a network: takes requests and returns responses. */
export class FakeApi {
  /** All requests to the API and the file host so far, in order. */
  readonly requests: RecordedRequest[] = [];
  /** Origin of the file host. Set once the server listens. */
  filesOrigin = "";
  readonly #contract: readonly ContractFacts[];
  readonly #options: FakeApiOptions;
  readonly #faults: FaultPlan;
  readonly #jobs: Jobs;
  readonly #tokens: FakeTokens;
  readonly #quotas: Quotas;

  constructor(contract: readonly ContractFacts[], options: FakeApiOptions) {
    this.#contract = contract;
    this.#options = options;
    this.#faults = new FaultPlan(options.faults);
    this.#jobs = new Jobs(options);
    this.#tokens = new FakeTokens(options.app, options.accessToken, options.date);
    this.#quotas = new Quotas(options.quotas, options.date);
  }

  /**
   * Records a request to the API and returns the response. The first planned fault that applies
   * changes the response. Without a valid token, the status is 401, except for the OAuth endpoint.
   */
  api(incoming: ReceivedRequest): Reply {
    const route = routeOf(this.#contract, incoming);
    const request = this.#record(
      incoming,
      route?.step ?? FIXED_ROUTES[`${incoming.method} ${incoming.path}`] ?? "other",
    );
    const { step, query } = request;
    if (step === "token")
      return this.#quotas.respond(step, () =>
        this.#withFault(request, {}, () => this.#tokens.respond(request)),
      );
    if (!this.#tokens.accepts(request.headers.authorization))
      return errorReply(401, { code: 2, message: "Authentication failed." });
    const job =
      route?.step === "poll"
        ? this.#jobs.byToken(route.address[route.facts.poll.token ?? "token"])
        : undefined;
    return this.#quotas.respond(step, () =>
      this.#withFault(request, { job, account: route?.adAccountId ?? accountOf(request) }, () => {
        if (step === "metrics") return metricsReply(this.#contract);
        if (step === "accounts") return accountsReply(this.#options.accounts, query, this.#options);
        if (route === null)
          return otherReply(request, listReply(incoming, this.#options), this.#options.respond);
        return route.step === "create" ? this.#create(route, request) : this.#poll(route, job);
      }),
    );
  }

  /**
   * Records a request to the file host and returns the response. The first planned fault that
   * applies changes the response.
   */
  file(incoming: ReceivedRequest): Reply {
    const request = this.#record(incoming, "file");
    const issued = this.#jobs.bySignature(request.query["X-Amz-Signature"]);
    const usual = (file?: ReportFile) =>
      fileReply(
        request,
        issued && { ...issued, file: file ?? this.#jobs.file(issued.job) },
        this.#options.date(),
      );
    if (issued === undefined || request.headers.authorization !== undefined) return usual();
    const { job } = issued;
    return this.#withFault(request, { job, account: job.adAccountId }, usual);
  }

  /** See `FakeServer.pending`. */
  get pending(): readonly Fault[] {
    return this.#faults.pending;
  }

  /** Returns a report's file, unaffected by faults; undefined for an unknown token. */
  fileOf(token: string): GeneratedFile | undefined {
    const job = this.#jobs.byToken(token);
    return job && this.#jobs.file(job);
  }

  /** Invalidates all access tokens issued so far. */
  revoke(): void {
    this.#tokens.revoke();
  }

  /** Records a request as a call of this kind, and returns it. */
  #record({ search: _, ...received }: ReceivedRequest, step: Step): RecordedRequest {
    const request = { step, ...received };
    this.requests.push(request);
    return request;
  }

  /**
   * Returns the response of the first planned fault that applies, or else the result of `respond`.
   * Calls `respond` at most once for the usual response.
   */
  #withFault(
    request: RecordedRequest,
    { job, account }: CallSubject,
    respond: (file?: ReportFile) => Reply,
  ): Reply {
    let usualReply: Reply | undefined;
    const usual = () => {
      usualReply ??= respond();
      return usualReply;
    };
    const served = (file: ReportFile, headers: Reply["headers"]) => {
      const reply = respond(file);
      return { ...reply, headers: { ...reply.headers, ...headers } };
    };
    const ageMs = job ? this.#options.date() - job.createdAt : 0;
    const reportReply = (members: Members = {}) => {
      const route = routeOf(this.#contract, request);
      return this.#respondWith(route?.facts[route.step], members);
    };
    const content = job && { content: this.#jobs.content(job) };
    return (
      this.#faults.reply({ request, account, ageMs, usual, reportReply, served, ...content }) ??
      usual()
    );
  }

  /** Creates a report and returns its token. Returns a 400 for an invalid account or body. */
  #create({ facts, adAccountId, address }: Route, { body: text, headers }: RecordedRequest): Reply {
    if (!/^\d{1,18}$/.test(adAccountId))
      return errorReply(400, { code: 1, message: `'${adAccountId}' does not match '^\\d+$'` });
    const inBody = facts.create.body !== false;
    const body = inBody ? parsed(text) : address;
    if (
      body === undefined ||
      (inBody && !headers["content-type"]?.startsWith("application/json"))
    ) {
      return errorReply(400, { code: 1, message: "Invalid request body" });
    }
    const today = isoDay(utcToday(this.#options.date()));
    const message = bodyError(facts, body, today);
    if (message !== null) return errorReply(400, { code: 1, message });
    const job = this.#jobs.create(facts, adAccountId, body as Record<string, unknown>);
    const repeated = (facts.create.repeats ?? []).map((name) => [
      name,
      (body as Record<string, unknown>)[name],
    ]);
    const members = {
      report_status: this.#status(job),
      token: job.token,
      message: null,
      ...Object.fromEntries(repeated),
    };
    return this.#respondWith(facts.create, members);
  }

  /**
   * Returns the report's status, and its link once it is done. For an unknown report, or another
   * account's report, the status is `DOES_NOT_EXIST`.
   */
  #poll({ facts, adAccountId }: Route, job: Job | undefined): Reply {
    if (
      job === undefined ||
      // A poll's parameters may include the token but no ad account.
      ![job.adAccountId, ""].includes(adAccountId) ||
      job.facts.poll.path !== facts.poll.path
    ) {
      return this.#respondWith(facts.poll, {
        report_status: "DOES_NOT_EXIST",
        url: null,
        size: null,
      });
    }
    job.polls++;
    const status = this.#status(job);
    if (!facts.statuses.done.includes(status))
      return this.#respondWith(facts.poll, { report_status: status, url: null, size: null });
    const url = `${this.filesOrigin}${this.#jobs.sign(job)}`;
    const { size } =
      this.#faults.file(this.#jobs.content(job), adAccountId) ?? this.#jobs.file(job);
    return this.#respondWith(facts.poll, { report_status: status, url, size });
  }

  /**
   * Returns a response to a create or poll call, with or without an envelope. Members are placed at
   * the paths that the description gives. Null members are omitted if the description does not
   * allow null.
   */
  #respondWith(call: OperationFacts | undefined, members: Members): Reply {
    const { envelope = call?.envelope ?? null } = this.#options;
    const { notNull = [], paths = {} } = call ?? {};
    const data = emptyObject();
    for (const [name, value] of Object.entries(members)) {
      const path = Object.hasOwn(paths, name) ? paths[name as keyof FieldPaths] : undefined;
      if (value !== null || !notNull.includes(name)) put(data, path ?? [name], value);
    }
    return {
      ...jsonReply(200, envelope === null ? data : { code: 0, [envelope]: data }),
      members,
    };
  }

  /**
   * The status of a report: pending until it has been polled enough times, then done, and `EXPIRED`
   * after an hour.
   */
  #status({ facts: { statuses }, createdAt, polls }: Job): string {
    if (this.#options.date() - createdAt > REPORT_LIFETIME_MS) return "EXPIRED";
    const [pending = "IN_PROGRESS", done = "FINISHED"] = [statuses.pending[0], statuses.done[0]];
    return polls < this.#options.polls ? pending : done;
  }
}

/** Returns an object without a prototype. A path's names then cannot refer to inherited members. */
function emptyObject(): Record<string, unknown> {
  return Object.create(null);
}

/** Sets the value at a path, and creates missing objects along the path. */
function put(
  data: Record<string, unknown>,
  [name = "", ...rest]: readonly string[],
  value: unknown,
): void {
  if (rest.length === 0) data[name] = value;
  else {
    data[name] ??= emptyObject();
    put(data[name] as Record<string, unknown>, rest, value);
  }
}

/** The parsed JSON; undefined if the text is not JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
