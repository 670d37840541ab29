import { refuse } from "./check-body.js";
import type { ContractFacts, OperationFacts } from "./facts.js";
import { accountsReply, metricsReply, otherReply } from "./fake-answers.js";
import { fileReply } from "./fake-files.js";
import { type Route, routeOf } from "./fake-route.js";
import { type FakeApp, FakeTokens } from "./fake-tokens.js";
import type { Fault } from "./faults/all.js";
import { FaultPlan } from "./faults/fault-plan.js";
import type { ReportFile } from "./long-file.js";
import { type Quota, Quotas } from "./quotas.js";
import { jsonReply, type Reply, refusalReply, type SeenRequest, type Step } from "./reply.js";
import { type Job, Jobs } from "./reports.js";

const REPORT_LIVES_MS = 3_600_000;

export interface FakeApiOptions {
  readonly accessToken: string;
  readonly polls: number;
  readonly seed: number;
  readonly entities: number;
  readonly bytes: number;
  readonly accounts: number;
  readonly envelope?: string | null;
  readonly app: FakeApp;
  readonly quotas: readonly Quota[];
  readonly faults: readonly Fault[];
  readonly answer?: (request: SeenRequest) => unknown;
  /** Milliseconds since 1970, by the server's clock. */
  readonly date: () => number;
}

type Incoming = Omit<SeenRequest, "step">;

const OTHERS: Readonly<Record<string, Step>> = {
  "POST /v5/oauth/token": "token",
  "GET /v5/resources/delivery_metrics": "metrics",
  "GET /v5/ad_accounts": "accounts",
};

/** Pinterest's side of a report, without a network: requests in, answers out. */
export class FakeApi {
  readonly requests: SeenRequest[] = [];
  /** Where files are to be had; known once the server listens. */
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
    this.#tokens = new FakeTokens(options.app, options.accessToken);
    this.#quotas = new Quotas(options.quotas, options.date);
  }

  /** Answers a request to the API. */
  api(incoming: Incoming): Reply {
    const route = routeOf(this.#contract, incoming);
    const request = this.#note(incoming, route?.step ?? OTHERS[`${incoming.method} ${incoming.path}`] ?? "other");
    const { step, query } = request;
    if (step === "token") return this.#withFault(request, undefined, () => this.#tokens.answer(request));
    if (!this.#tokens.takes(request.headers.authorization)) return refusalReply(401, { code: 2, message: "Authentication failed." });
    const job = step === "poll" ? this.#jobs.byToken(query.token) : undefined;
    return this.#quotas.answer(step, () =>
      this.#withFault(request, job, () => {
        if (step === "metrics") return metricsReply(this.#contract);
        if (step === "accounts") return accountsReply(this.#options.accounts, query);
        if (route === null) return otherReply(request, this.#options.answer);
        return route.step === "create" ? this.#create(route, request) : this.#poll(route, job);
      }),
    );
  }

  /** Answers a request to the file's host. */
  file(incoming: Incoming): Reply {
    const request = this.#note(incoming, "file");
    const issued = this.#jobs.bySignature(request.query["X-Amz-Signature"]);
    const usual = (file?: ReportFile) =>
      fileReply(request, issued && { ...issued, file: file ?? this.#jobs.file(issued.job) }, this.#options.date());
    if (issued === undefined || request.headers.authorization !== undefined) return usual();
    return this.#withFault(request, issued.job, usual);
  }

  /** The faults that are still to happen. */
  get pending(): readonly Fault[] {
    return this.#faults.pending;
  }

  /** The file of a report, by its token; undefined when there is no such report. */
  fileOf(token: string): ReportFile | undefined {
    const job = this.#jobs.byToken(token);
    return job && this.#jobs.file(job);
  }

  /** Takes no access token that it took so far. */
  revoke(): void {
    this.#tokens.revoke();
  }

  #note(incoming: Incoming, step: Step): SeenRequest {
    const request = { step, ...incoming };
    this.requests.push(request);
    return request;
  }

  #withFault(request: SeenRequest, job: Job | undefined, make: (file?: ReportFile) => Reply): Reply {
    let made: Reply | undefined;
    const usual = () => {
      made ??= make();
      return made;
    };
    const served = (file: ReportFile, headers: Reply["headers"]) => {
      const reply = make(file);
      return { ...reply, headers: { ...reply.headers, ...headers } };
    };
    const ageMs = job ? this.#options.date() - job.createdAt : 0;
    const look = (members: object) => this.#answer(routeOf(this.#contract, request)?.facts.poll, members);
    return this.#faults.reply({ request, ageMs, usual, look, served, ...(job && { content: this.#jobs.content(job) }) }) ?? usual();
  }

  #create({ facts, adAccountId, address }: Route, { body: text, headers }: SeenRequest): Reply {
    if (!/^\d{1,18}$/.test(adAccountId)) return refusalReply(400, { code: 1, message: `'${adAccountId}' does not match '^\\d+$'` });
    const inBody = facts.create.body !== false;
    const body = inBody ? parsed(text) : address;
    if (body === undefined || (inBody && !headers["content-type"]?.startsWith("application/json"))) {
      return refusalReply(400, { code: 1, message: "Invalid request body" });
    }
    const today = new Date(this.#options.date()).toISOString().slice(0, 10);
    const refused = refuse(facts, body, today);
    if (refused !== null) return refusalReply(400, { code: 1, message: refused });
    const job = this.#jobs.create(facts, adAccountId, body as Record<string, unknown>);
    const repeated = (facts.create.repeats ?? []).map((name) => [name, (body as Record<string, unknown>)[name]]);
    const said = { report_status: this.#status(job), token: job.token, message: null, ...Object.fromEntries(repeated) };
    return this.#answer(facts.create, said);
  }

  #poll({ facts, adAccountId }: Route, job: Job | undefined): Reply {
    if (job === undefined || job.adAccountId !== adAccountId || job.facts.poll.path !== facts.poll.path) {
      return this.#answer(facts.poll, { report_status: "DOES_NOT_EXIST", url: null, size: null });
    }
    job.looks++;
    const status = this.#status(job);
    if (!facts.statuses.done.includes(status)) return this.#answer(facts.poll, { report_status: status, url: null, size: null });
    const url = `${this.filesOrigin}${this.#jobs.sign(job)}`;
    const { size } = this.#faults.file(this.#jobs.content(job)) ?? this.#jobs.file(job);
    return this.#answer(facts.poll, { report_status: status, url, size });
  }

  /** A response of a report's, in its envelope or flat, with null only where the description allows it. */
  #answer(call: OperationFacts | undefined, members: object): Reply {
    const { envelope = call?.envelope ?? null } = this.#options;
    const { notNull = [] } = call ?? {};
    const data = Object.fromEntries(Object.entries(members).filter(([name, value]) => value !== null || !notNull.includes(name)));
    return jsonReply(200, envelope === null ? data : { code: 0, [envelope]: data });
  }

  #status({ facts: { statuses }, createdAt, looks }: Job): string {
    if (this.#options.date() - createdAt > REPORT_LIVES_MS) return "EXPIRED";
    const [pending = "IN_PROGRESS", done = "FINISHED"] = [statuses.pending[0], statuses.done[0]];
    return looks < this.#options.polls ? pending : done;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
