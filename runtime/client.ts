import { fileOf, snapshot } from "./body.js";
import { type CallOptions, call, tokenEntry } from "./call.js";
import { type Connection, settingsOf } from "./connection.js";
import { outcomeOf } from "./create-outcome.js";
import { about, InvalidBodyError, ReportFailedError } from "./errors.js";
import { fileSource } from "./file-source.js";
import { DownloadableReport } from "./finished.js";
import type { Flow } from "./flow.js";
import { readCreated, readLook } from "./flow-answers.js";
import type { FlowClient } from "./flow-client.js";
import { checkAccount, checkHandle } from "./handle.js";
import { duration, heard, type Settings } from "./options.js";
import { mayAppear, poll, type Seen } from "./poll.js";
import { SharedLooks } from "./poll-share.js";
import type {
  CreateOptions,
  FinishedReport,
  ReadOptions,
  ReportHandle,
  ReportLook,
  ResumeOptions,
  RunOptions,
  WaitOptions,
} from "./report.js";
import { runAll } from "./run-all.js";
import type { Steps } from "./run-all-task.js";
import type { ReportItem, ReportTask, RunAllOptions, Tasks } from "./run-all-terms.js";
import { traced } from "./telemetry.js";
import { type Exchange, exchange } from "./transport.js";

const EXPIRED = "EXPIRED";

interface Step extends Pick<CallOptions, "deadline" | "signal"> {
  readonly step: "create" | "poll";
  readonly account: string;
}

/** The client of one flow. */
export function flowClient<Paths extends object, Body>(connection: Connection, flow: Flow<Paths, Body>): FlowClient<Body> {
  return new Runner(settingsOf(connection), flow);
}

class Runner<Paths extends object, Body> implements FlowClient<Body> {
  readonly #settings: Settings;
  readonly #flow: Flow<Paths, Body>;
  readonly #looks: SharedLooks;
  readonly #operations: Readonly<Record<Step["step"], string>>;

  constructor(settings: Settings, flow: Flow<Paths, Body>, looks: SharedLooks = new SharedLooks(settings.clock)) {
    this.#settings = settings;
    this.#flow = flow;
    this.#looks = looks;
    this.#operations = { create: `${flow.name} create`, poll: `${flow.name} poll` };
  }

  async run<Row>(adAccountId: string, body: Body, { onEvent, ...options }: RunOptions = {}): Promise<FinishedReport<Row>> {
    if (onEvent !== undefined) return this.#heard(onEvent).run(adAccountId, body, options);
    if (options.deadlineMs !== undefined) duration("deadlineMs", options.deadlineMs);
    return traced(this.#settings, { name: "run", account: String(adAccountId), flow: this.#flow.name }, async () => {
      const handle = await this.create(adAccountId, body, options);
      return this.#finish<Row>(handle, { ...options, recreate: options.recreate === true ? snapshot(body) : undefined });
    });
  }

  create(adAccountId: string, body: Body, { onEvent, signal, validate }: CreateOptions = {}): Promise<ReportHandle> {
    return this.#heard(onEvent).#create(adAccountId, body, { signal, validate });
  }

  runAll<Row, Task extends ReportTask<Body>>(
    requests: Tasks<Task>,
    options: RunAllOptions<Task> = {},
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
    const steps: Steps<Body> = {
      create: (adAccountId, body, terms) => this.#create(adAccountId, body, terms),
      resume: (handle, terms) => this.resume(handle, terms),
      now: () => new Date(this.#settings.clock.date()).toISOString(),
    };
    return runAll({ flow: this.#flow.name, steps }, requests, options);
  }

  async #create(adAccountId: string, body: Body, { signal, validate = this.#settings.validate, before }: Creating): Promise<ReportHandle> {
    signal?.throwIfAborted();
    const account = checkAccount(adAccountId);
    this.#check(account, body, validate);
    const sent = snapshot(body);
    const { clock, deadlineMs } = this.#settings;
    const answer = await this.#call({ step: "create", account, deadline: clock.now() + deadlineMs, signal }, async (step) => {
      await before?.();
      try {
        return readCreated(step, (await this.#flow.create(step.api, account, sent, step.init)).data);
      } catch (error) {
        throw outcomeOf(error);
      }
    });
    const createdAt = new Date(clock.date()).toISOString();
    this.#settings.emit({ type: "created", flow: this.#flow.name, adAccountId: account, status: answer.report_status ?? "" });
    return { version: 1, flow: this.#flow.name, adAccountId: account, token: answer.token ?? "", createdAt, ...fileOf(sent, this.#flow) };
  }

  async poll(handle: ReportHandle, { signal }: ReadOptions = {}): Promise<ReportLook> {
    const { clock, deadlineMs } = this.#settings;
    const { look } = await this.#look(checkHandle(handle, this.#flow.name), { deadline: clock.now() + deadlineMs, signal });
    return look;
  }

  async resume<Row>(handle: ReportHandle, { onEvent, ...options }: ResumeOptions<Body> = {}): Promise<FinishedReport<Row>> {
    return this.#heard(onEvent).#finish(checkHandle(handle, this.#flow.name), options);
  }

  #heard(onEvent: RunOptions["onEvent"]): Runner<Paths, Body> {
    return onEvent === undefined ? this : new Runner(heard(this.#settings, onEvent), this.#flow, this.#looks);
  }

  async #finish<Row>(first: ReportHandle, options: Recreating<Body>): Promise<FinishedReport<Row>> {
    let handle = first;
    let look: ReportLook;
    try {
      look = await this.#wait(handle, options);
    } catch (error) {
      const { recreate } = options;
      if (recreate === undefined || !(error instanceof ReportFailedError) || error.status !== EXPIRED) throw error;
      handle = await this.create(handle.adAccountId, recreate, options);
      look = await this.#wait(handle, options);
    }
    const settings = this.#settings;
    const again = (signal: AbortSignal | undefined) => this.#wait(handle, signal ? { signal } : {});
    const source = fileSource(look, { clock: settings.clock, look: again });
    const reading = { ids: this.#flow.ids, texts: this.#flow.texts, format: handle.format ?? null, columns: handle.columns };
    return new DownloadableReport<Row>({ settings, handle, source, reading });
  }

  async #wait(handle: ReportHandle, { signal, deadlineMs = this.#settings.deadlineMs }: WaitOptions): Promise<ReportLook> {
    const { clock, emit } = this.#settings;
    const options = { handle, clock, deadlineMs: duration("deadlineMs", deadlineMs), signal, emit };
    const { adAccountId: account, token } = handle;
    try {
      return await traced(this.#settings, { name: "wait", account, flow: handle.flow }, () =>
        this.#looks.during(`${account} ${token}`, (share) =>
          poll((deadline, freshMs) => share((stop) => this.#look(handle, { deadline, signal: stop }), { freshMs, signal }), options),
        ),
      );
    } catch (error) {
      throw about(error, handle);
    }
  }

  #look(handle: ReportHandle, { deadline, signal }: Pick<CallOptions, "deadline" | "signal">): Promise<Seen> {
    const { adAccountId, token } = handle;
    return this.#call({ step: "poll", account: adAccountId, deadline, signal }, async (step) => {
      const { data } = await this.#flow.poll(step.api, adAccountId, token, step.init);
      const { report_status: status = "", url = null, size = null } = readLook(step, data);
      const { done, failed, pending } = this.#flow.statuses;
      const known = [done, failed, pending].some((statuses) => statuses.includes(status));
      const over = failed.includes(status) && !mayAppear(status, handle, this.#settings.clock);
      const state = done.includes(status) ? "done" : over ? "failed" : "pending";
      return { look: { status, state, known, url, size }, askedMs: step.askedMs() };
    });
  }

  #call<Value>({ step, account, deadline, signal }: Step, work: (step: Exchange<Paths>) => Promise<Value>): Promise<Value> {
    const settings = this.#settings;
    const pace = { category: this.#flow.rateLimit?.[step] ?? null, operation: this.#operations[step], account };
    const entry = tokenEntry(settings.tokens, signal);
    // Doing it twice: a second look does no harm, a second create makes a second report.
    const options = { name: step, repeatable: step === "poll", deadline, signal, pace, entry };
    return call(settings, options, (number, access) => work(exchange<Paths>(settings, { number, signal, access, pace })));
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

interface Creating {
  readonly signal?: AbortSignal | undefined;
  readonly validate?: CreateOptions["validate"] | undefined;
  /** Called right before each attempt. */
  readonly before?: () => Promise<void>;
}

interface Recreating<Body> extends Omit<RunOptions, "recreate"> {
  readonly recreate?: Body | undefined;
}
