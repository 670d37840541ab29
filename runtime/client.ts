import { call } from "./call.js";
import { type Connection, settingsOf } from "./connection.js";
import { linkOf } from "./download.js";
import { about, ConnectionError, CreateOutcomeUnknownError, InvalidArgumentError, InvalidBodyError } from "./errors.js";
import { DownloadableReport } from "./finished.js";
import type { CreateAnswer, Flow, PollAnswer } from "./flow.js";
import { checkAccount, checkHandle } from "./handle.js";
import { duration, type Settings } from "./options.js";
import { poll, type Seen } from "./poll.js";
import type { CreateOptions, FinishedReport, FlowClient, ReportHandle, ReportLook, RunOptions, WaitOptions } from "./report.js";
import { askedWait } from "./retry.js";
import type { Format } from "./rows.js";
import { type Exchange, exchange } from "./transport.js";

interface LookOptions {
  readonly deadline: number;
  readonly signal: AbortSignal | undefined;
}

/** The client of one flow. */
export function flowClient<Paths extends object, Body>(connection: Connection, flow: Flow<Paths, Body>): FlowClient<Body> {
  return new Runner(settingsOf(connection), flow);
}

class Runner<Paths extends object, Body> implements FlowClient<Body> {
  readonly #settings: Settings;
  readonly #flow: Flow<Paths, Body>;

  constructor(settings: Settings, flow: Flow<Paths, Body>) {
    this.#settings = settings;
    this.#flow = flow;
  }

  async run<Row>(adAccountId: string, body: Body, options: RunOptions = {}): Promise<FinishedReport<Row>> {
    if (options.deadlineMs !== undefined) duration("deadlineMs", options.deadlineMs);
    return this.#finish(await this.create(adAccountId, body, options), options);
  }

  async create(adAccountId: string, body: Body, { signal, validate = this.#settings.validate }: CreateOptions = {}): Promise<ReportHandle> {
    signal?.throwIfAborted();
    const account = checkAccount(adAccountId);
    this.#check(account, body, validate);
    const sent = snapshot(body);
    const { clock, deadlineMs } = this.#settings;
    const answer = await this.#call({ repeatable: false, deadline: clock.now() + deadlineMs, signal }, async (step) => {
      const { data } = await this.#flow.create(step.api, account, sent, {});
      return read(step, data, createProblem);
    }).catch((error: unknown) => {
      throw error instanceof ConnectionError && error.sent ? new CreateOutcomeUnknownError(error) : error;
    });
    const createdAt = new Date(clock.date()).toISOString();
    this.#settings.emit({ type: "created", flow: this.#flow.name, adAccountId: account, status: answer.report_status ?? "" });
    return { version: 1, flow: this.#flow.name, adAccountId: account, token: answer.token ?? "", createdAt, format: formatOf(sent) };
  }

  async poll(handle: ReportHandle, { signal }: { readonly signal?: AbortSignal } = {}): Promise<ReportLook> {
    const { clock, deadlineMs } = this.#settings;
    const { look } = await this.#look(checkHandle(handle, this.#flow.name), { deadline: clock.now() + deadlineMs, signal });
    return look;
  }

  async resume<Row>(handle: ReportHandle, options: WaitOptions = {}): Promise<FinishedReport<Row>> {
    return this.#finish(checkHandle(handle, this.#flow.name), options);
  }

  async #finish<Row>(handle: ReportHandle, options: WaitOptions): Promise<FinishedReport<Row>> {
    const settings = this.#settings;
    const { clock, emit } = settings;
    const wait = async ({ signal, deadlineMs = settings.deadlineMs }: WaitOptions) => {
      const look = (deadline: number) => this.#look(handle, { deadline, signal });
      try {
        const seen = await poll(look, { handle, clock, deadlineMs: duration("deadlineMs", deadlineMs), signal, emit });
        return linkOf(seen, clock.now());
      } catch (error) {
        throw about(error, handle);
      }
    };
    let link = await wait(options);
    const source = { link: () => link, refresh: async (signal: AbortSignal | undefined) => (link = await wait(signal ? { signal } : {})) };
    return new DownloadableReport<Row>({ settings, handle, source, reading: { ids: this.#flow.ids, format: handle.format ?? null } });
  }

  async #look({ adAccountId, token }: ReportHandle, { deadline, signal }: LookOptions): Promise<Seen> {
    return this.#call({ repeatable: true, deadline, signal }, async (step) => {
      const { data } = await this.#flow.poll(step.api, adAccountId, token, {});
      const { report_status: status = "", url = null, size = null } = read(step, data, pollProblem);
      const { done, failed, pending } = this.#flow.statuses;
      const state = done.includes(status) ? "done" : failed.includes(status) ? "failed" : "pending";
      const known = state !== "pending" || pending.includes(status);
      return { look: { status, state, known, url, size }, askedMs: askedWait(step.retryAfter(), "", this.#settings.clock.date()) };
    });
  }

  #call<Value>(options: Parameters<typeof call>[1], work: (step: Exchange<Paths>) => Promise<Value>): Promise<Value> {
    const settings = this.#settings;
    return call(settings, options, (number) => work(exchange<Paths>(settings, { number, signal: options.signal })));
  }

  #check(adAccountId: string, body: Body, validate: "error" | "warn" | false): void {
    if (validate === false) return;
    // "Today" by the client's clock, so that the rules about age can be tested with it.
    const violations = this.#flow.validate(body, { today: new Date(this.#settings.clock.date()).toISOString().slice(0, 10) });
    const errors = violations.filter(({ severity }) => severity === "error");
    if (validate === "error" && errors.length > 0) throw new InvalidBodyError(errors);
    if (violations.length > 0) this.#settings.emit({ type: "violations", flow: this.#flow.name, adAccountId, violations });
  }
}

/** The body as it is now: the caller may change it while an attempt waits for the next. */
function snapshot<Body>(body: Body): Body {
  try {
    return JSON.parse(JSON.stringify(body));
  } catch {
    throw new InvalidArgumentError("the report body cannot be written as JSON; nothing was sent");
  }
}

/** The format that the body asks for; JSON when it does not say, as the API does. */
function formatOf(body: unknown): Format {
  return typeof body === "object" && body !== null && "report_format" in body && body.report_format === "CSV" ? "CSV" : "JSON";
}

function read<Answer extends object>(
  step: Pick<Exchange<object>, "refuse">,
  data: Answer | undefined,
  problemOf: (data: Answer) => string | null,
): Answer {
  const problem = data === undefined ? "with an empty body" : problemOf(data);
  if (data === undefined || problem !== null) throw step.refuse(problem ?? "");
  return data;
}

function createProblem({ token }: CreateAnswer): string | null {
  return typeof token === "string" && token !== "" ? null : "without a report token";
}

function pollProblem({ report_status, url = null, size = null }: PollAnswer): string | null {
  if (typeof report_status !== "string" || report_status === "") return "without a report status";
  if (url !== null && typeof url !== "string") return "with a link that is not text";
  return size === null || typeof size === "number" ? null : "with a size that is not a number";
}
