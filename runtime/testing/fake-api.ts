import { refuse } from "./check-body.js";
import type { ContractFacts } from "./facts.js";
import { type Fault, faultPlan } from "./faults.js";
import { type Job, Jobs } from "./jobs.js";
import { jsonReply, type Reply, refusalReply, type SeenRequest, type Step, xmlReply } from "./reply.js";

const LINK_LIVES_MS = 300_000;
const REPORT_LIVES_MS = 3_600_000;
const BASE_PATH = "/v5";

export interface FakeApiOptions {
  readonly accessToken: string;
  readonly polls: number;
  readonly seed: number;
  readonly entities: number;
  readonly faults: readonly Fault[];
  /** Milliseconds since 1970, by the server's clock. */
  readonly date: () => number;
}

type Incoming = Omit<SeenRequest, "step">;

interface Route {
  readonly step: Step;
  readonly facts: ContractFacts;
  readonly adAccountId: string;
}

/** Pinterest's side of a report, without a network: requests in, answers out. */
export class FakeApi {
  readonly requests: SeenRequest[] = [];
  /** Where files are to be had; known once the server listens. */
  filesOrigin = "";
  readonly #contract: readonly ContractFacts[];
  readonly #options: FakeApiOptions;
  readonly #faultOf: ReturnType<typeof faultPlan>;
  readonly #jobs: Jobs;

  constructor(contract: readonly ContractFacts[], options: FakeApiOptions) {
    this.#contract = contract;
    this.#options = options;
    this.#faultOf = faultPlan(options.faults);
    this.#jobs = new Jobs(options);
  }

  /** Answers a request to the API. */
  api(incoming: Incoming): Reply {
    const route = this.#route(incoming);
    const request = this.#note(incoming, route?.step ?? "other");
    if (request.headers.authorization !== `Bearer ${this.#options.accessToken}`) {
      return refusalReply(401, { code: 2, message: "Authentication failed." });
    }
    if (route === null) return refusalReply(404, { code: 30, message: "Not found." });
    const job = route.step === "poll" ? this.#jobs.byToken(request.query.token) : undefined;
    return this.#withFault(request, job, () => (route.step === "create" ? this.#create(route, request) : this.#poll(route, job)));
  }

  /** Answers a request to the file's host. */
  file(incoming: Incoming): Reply {
    const request = this.#note(incoming, "file");
    // S3 takes one way of proving who asks, and the link has its own.
    if (request.headers.authorization !== undefined) return xmlReply(400, "InvalidArgument", "Only one auth mechanism allowed");
    const issued = this.#jobs.bySignature(request.query["X-Amz-Signature"]);
    if (issued === undefined) return xmlReply(403, "SignatureDoesNotMatch", "The request signature does not match");
    return this.#withFault(request, issued.job, () => {
      if (this.#options.date() - issued.at > LINK_LIVES_MS) return xmlReply(403, "AccessDenied", "Request has expired");
      const body = this.#jobs.file(issued.job);
      return { status: 200, headers: { "content-type": "binary/octet-stream", etag: `"${issued.job.token.slice(0, 16)}"` }, body };
    });
  }

  #note(incoming: Incoming, step: Step): SeenRequest {
    const request = { step, ...incoming };
    this.requests.push(request);
    return request;
  }

  #withFault(request: SeenRequest, job: Job | undefined, usual: () => Reply): Reply {
    const found = this.#faultOf(request.step);
    if (found === null) return usual();
    const ageMs = job ? this.#options.date() - job.createdAt : 0;
    return found.kind.reply({ request, fault: found.fault, ageMs, usual });
  }

  #route({ method, path }: Incoming): Route | null {
    for (const facts of this.#contract) {
      for (const step of ["create", "poll"] as const) {
        const { method: wanted, path: template } = facts[step];
        const adAccountId = method === wanted.toUpperCase() ? match(`${BASE_PATH}${template}`, path) : null;
        if (adAccountId !== null) return { step, facts, adAccountId };
      }
    }
    return null;
  }

  #create({ facts, adAccountId }: Route, { body: text, headers }: SeenRequest): Reply {
    if (!/^\d{1,18}$/.test(adAccountId)) return refusalReply(400, { code: 1, message: `'${adAccountId}' does not match '^\\d+$'` });
    const body = parsed(text);
    if (body === undefined || !headers["content-type"]?.startsWith("application/json")) {
      return refusalReply(400, { code: 1, message: "Invalid request body" });
    }
    const today = new Date(this.#options.date()).toISOString().slice(0, 10);
    const refused = refuse(facts, body, today);
    if (refused !== null) return refusalReply(400, { code: 1, message: refused });
    const job = this.#jobs.create(facts, adAccountId, body as Record<string, unknown>);
    return jsonReply(200, { report_status: this.#status(job), token: job.token, message: null });
  }

  #poll({ facts, adAccountId }: Route, job: Job | undefined): Reply {
    if (job === undefined || job.adAccountId !== adAccountId || job.facts.name !== facts.name) {
      return jsonReply(200, { report_status: "DOES_NOT_EXIST", url: null, size: null });
    }
    job.looks++;
    const status = this.#status(job);
    if (!facts.statuses.done.includes(status)) return jsonReply(200, { report_status: status, url: null, size: null });
    const url = `${this.filesOrigin}${this.#jobs.sign(job)}`;
    return jsonReply(200, { report_status: status, url, size: new TextEncoder().encode(this.#jobs.file(job)).length });
  }

  #status({ facts: { statuses }, createdAt, looks }: Job): string {
    if (this.#options.date() - createdAt > REPORT_LIVES_MS) return "EXPIRED";
    const [pending = "IN_PROGRESS", done = "FINISHED"] = [statuses.pending[0], statuses.done[0]];
    return looks < this.#options.polls ? pending : done;
  }
}

function match(template: string, path: string): string | null {
  const [before = "", after = ""] = template.split("{ad_account_id}");
  const fits = path.startsWith(before) && path.endsWith(after) && path.length > before.length + after.length;
  const middle = fits ? path.slice(before.length, path.length - after.length) : "/";
  return middle.includes("/") ? null : middle;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
