import type { Connected, Connection } from "../client/connection.js";
import { InvalidArgumentError, LeaseLostError } from "../errors.js";
import type { ClientConfig } from "../http/config.js";
import { targetEngine } from "../sync/engine.js";
import type { PieceLoader, SyncPiece } from "../sync/pieces.js";
import type { SyncTarget } from "../sync/types.js";
import type { RowsOptions } from "../types.js";
import type { Row } from "../writers/row.js";
import type { JobOptions } from "./bullmq.js";
import { Claim, type ClaimOptions } from "./claim.js";
import {
  type Flows,
  flowOf,
  type JobData,
  type PreparedJob,
  preparePiece,
  type ReportJobData,
  readJobData,
} from "./job-data.js";
import { ReportMaker } from "./make-report.js";
import { OtherWorkers } from "./outcome.js";
import type { ReportJobTask, WorkerOptions } from "./types.js";

/** What jobs are run with. */
export interface RunnerOptions
  extends Pick<WorkerOptions, "onReport" | "deadlineMs" | "recreateUnknown"> {
  readonly flows: Flows;
  readonly client: Connected;
  readonly config: ClientConfig;
  readonly target: SyncTarget | undefined;
  readonly claims: ClaimOptions;
  /** First part of the names of claims. */
  readonly prefix: string;
  /** Adds jobs to the queue. */
  add(jobs: readonly PreparedJob[], options: JobOptions): Promise<unknown>;
}

/** A job of the queue. */
export interface QueuedJob {
  readonly id: string;
  readonly data: unknown;
  /** Options of BullMQ for the jobs that it adds. */
  readonly options: JobOptions;
}

/** What a job did. */
export interface JobResult {
  /** Whether it was done before, so that nothing was done. */
  readonly repeated: boolean;
  /** Number of rows that are in the target; null for other jobs. */
  readonly rows: number | null;
  /** Whether rows were removed, since two reports had none. */
  readonly isEmptied: boolean;
}

/**
 * A target could not be used, which may pass: whatever it says, another attempt may be successful.
 */
class TargetError extends Error {}

/** Runs jobs, each under a claim: a job that any worker has run before is not run again. */
export class JobRunner {
  readonly #options: RunnerOptions;
  readonly #maker: ReportMaker;
  readonly #loader: PieceLoader | undefined;

  /** Throws an `InvalidArgumentError` for a target that can be open in one process only. */
  constructor(options: RunnerOptions) {
    const { config, client, target, deadlineMs, recreateUnknown = false } = options;
    this.#options = options;
    this.#maker = new ReportMaker({ config, deadlineMs, recreateUnknown });
    this.#loader = target && targetEngine(target).loader(client as object as Connection);
  }

  /**
   * Rejects with the errors of its parts, with a `HeldElsewhere`, a `StateAway`, or a
   * `LeaseLostError`.
   */
  async run({ id, data: rawData, options }: QueuedJob): Promise<JobResult> {
    const { claims, prefix } = this.#options;
    const data = readJobData(rawData);
    const claim = await Claim.acquire(`${prefix}${id}`, claims);
    try {
      const { known } = claim;
      if (known.state === "done")
        return {
          repeated: true,
          rows: data.type === "piece" ? known.rows : null,
          isEmptied: false,
        };
      let isEmptied = false;
      const onEmptied = (): void => {
        isEmptied = true;
      };
      const rows = await this.#work(claim, id, { data, options, onEmptied });
      await claim.record({ what: "done", ...(rows !== null && { rows }) });
      return { repeated: false, rows, isEmptied };
    } catch (error) {
      // Whatever it led to.
      if (claim.signal.aborted && claim.signal.reason instanceof LeaseLostError)
        throw claim.signal.reason;
      throw error;
    } finally {
      await claim.release();
    }
  }

  /** Ends what waits for Pinterest. What is handed over or loaded ends by itself. */
  closeReports(): void {
    this.#maker.close();
  }

  /** Closes the target. Called when no job runs. */
  async close(): Promise<void> {
    await this.#loader?.close();
  }

  /** Resolves to the number of rows in the target; null for a job that has none. */
  async #work(
    claim: Claim,
    id: string,
    {
      data,
      options,
      onEmptied,
    }: {
      readonly data: JobData;
      readonly options: JobOptions;
      readonly onEmptied: () => void;
    },
  ): Promise<number | null> {
    if (data.type === "piece") return this.#load(claim, data.piece, onEmptied);
    if (data.type === "sync") await this.#plan(claim, data, options);
    else await this.#report(claim, id, data);
    return null;
  }

  async #report(
    claim: Claim,
    id: string,
    { flow: name, adAccountId, body, tag, run }: ReportJobData & JobData,
  ): Promise<void> {
    const { flows, onReport } = this.#options;
    if (onReport === undefined)
      throw new OtherWorkers("this worker has no onReport, which takes reports");
    if (!Object.hasOwn(flows, name)) throw new OtherWorkers(`this worker knows no report ${name}`);
    const flow = flowOf(flows, name);
    const report = await this.#maker.make(claim, { flow, adAccountId, body });
    const task: ReportJobTask = {
      ...{ id, flow: name, adAccountId, body },
      ...(tag !== undefined && { tag }),
      ...(run !== undefined && { run }),
      ...{ fence: claim.fence, signal: claim.signal, confirm: () => claim.confirm() },
    };
    // A process that was suspended hands nothing over.
    await claim.confirm();
    await onReport(report, task);
  }

  /** Plans a sync, and adds a job for each part of it. */
  async #plan(
    claim: Claim,
    { sync, run }: Extract<JobData, { readonly type: "sync" }>,
    jobOptions: JobOptions,
  ): Promise<void> {
    const { client, target, add } = this.#options;
    if (target === undefined)
      throw new OtherWorkers("this worker has no target, into which tables are loaded");
    const options = { ...sync, target, signal: claim.signal };
    const { pieces, failed } = await targetCall(() =>
      targetEngine(target).plan(client as object as Connection, options),
    );
    const { since } = claim;
    // A worker before this one may have added parts: those that have been loaded since would be
    // planned otherwise now, and loaded once more.
    const remaining = since === null ? pieces : await this.#notLoaded(pieces, since, claim.signal);
    if (since === null) await claim.record({ what: "intent" });
    else await claim.confirm();
    await add(await Promise.all(remaining.map((piece) => preparePiece(piece, run))), jobOptions);
    // The parts of the accounts that are known are in the queue. The next attempt adds those of the
    // others.
    for (const { error } of failed) throw error;
  }

  /** The parts that were not loaded under the lease of this number or a later one. */
  async #notLoaded(
    pieces: readonly SyncPiece[],
    since: number,
    signal: AbortSignal,
  ): Promise<readonly SyncPiece[]> {
    const remaining: SyncPiece[] = [];
    for (const piece of pieces)
      if (
        piece.type === "list" ||
        (await targetCall(async () => this.#loader?.isLoaded(piece, since, { signal }))) !== true
      )
        remaining.push(piece);
    return remaining;
  }

  /** Loads a part of a sync. */
  async #load(claim: Claim, piece: SyncPiece, onEmptied: () => void): Promise<number | null> {
    const loader = this.#loader;
    if (loader === undefined)
      throw new OtherWorkers("this worker has no target, into which tables are loaded");
    const options = { fence: claim.fence, confirm: () => claim.confirm(), signal: claim.signal };
    if (piece.type === "list")
      return targetCall(() => stillHeld(claim, () => loader.loadList(piece, options)));
    const { adAccountId, body } = piece;
    // The worker before this one may have loaded it, and died before it could record that.
    const { since } = claim;
    if (
      since !== null &&
      (await targetCall(() => loader.isLoaded(piece, since, { signal: claim.signal })))
    )
      return null;
    const report = await this.#maker.make(claim, {
      flow: flowOf(this.#options.flows),
      adAccountId,
      body,
    });
    const rows = (read: Pick<RowsOptions, "exact" | "exactSize">): AsyncIterable<Row> =>
      report.rows(read);
    const windowOptions = { ...options, rows, onEmptied };
    return targetCall(() => stillHeld(claim, () => loader.loadWindow(piece, windowOptions)));
  }
}

/**
 * Loads a part. What the target refuses though the claim is still this worker's was loaded
 * meanwhile by a job of another run, whose lease is later; or the clock of Redis is behind the one
 * by which it was loaded. Another attempt has a later lease.
 */
async function stillHeld<Value>(claim: Claim, load: () => Promise<Value>): Promise<Value> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof LeaseLostError) || claim.signal.aborted) throw error;
    await claim.confirm();
    throw new TargetError(
      "the target has newer rows, of a later lease, or the clock of Redis has been set back",
      { cause: error },
    );
  }
}

/**
 * Calls a target. It says by an `InvalidArgumentError`, too, that it cannot be reached or that a
 * run has it for itself.
 */
async function targetCall<Value>(call: () => Promise<Value>): Promise<Value> {
  try {
    return await call();
  } catch (error) {
    throw error instanceof InvalidArgumentError
      ? new TargetError(error.message, { cause: error })
      : error;
  }
}
