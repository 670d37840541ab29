import type { Clock } from "../clock.js";
import type { Deadline } from "../deadline.js";
import type { CreateTerms, Terms } from "../http/call.js";
import type { ClientEvent, CreateOptions, FinishedReport, ReadOptions, ReportEntry, ReportHandle } from "../report.js";
import type { Brake } from "./circuit-breaker.js";
import type { Journal, Known } from "./journal.js";
import type { Channel } from "./run-all-channel.js";
import type { Asked, Next } from "./run-all-line.js";
import type { LaneStop } from "./run-all-stops.js";
import type { ReportItem, ReportProgress, ReportTask, RunAllOptions } from "./types.js";

/** A client, as a run of many reports sees it. */
export interface Carrier<Body> {
  readonly flow: string;
  readonly clock: Clock;
  /** How long each report is waited for, in milliseconds. */
  readonly deadlineMs: number;
  emit(event: ClientEvent): void;
  /** Lets those go that stand in line and may. */
  wake(): void;
  /** Looks at a report once; rejects when it sees nothing. */
  look(handle: ReportHandle, signal: AbortSignal): Promise<unknown>;
  /** What it does with one report. `hear` is told what happens. */
  steps(hear: (event: ClientEvent) => void): Steps<Body>;
}

/** A report that is ready, and whose rows can be had with their keys. */
export interface KeyedReport<Row> extends FinishedReport<Row> {
  keyedRows(options?: ReadOptions): AsyncIterable<ReportEntry<Row>>;
}

/** What a client does with one report. */
export interface Steps<Body> {
  readonly clock: Clock;
  /** How long a report is waited for; it has not begun. */
  deadline(): Deadline;
  create(asked: Asked<ReportTask<Body>>, terms: CreateTerms & Pick<CreateOptions, "validate">): Promise<ReportHandle>;
  resume<Row>(handle: ReportHandle, terms: Terms): Promise<KeyedReport<Row>>;
}

/** What all requests of a lane have in common. */
export interface Run<Body, Task extends ReportTask<Body>, Row> {
  readonly steps: Steps<Body>;
  readonly options: RunAllOptions<Task>;
  readonly journal: Journal | null;
  readonly channel: Channel<ReportItem<Task, Row>>;
  readonly brake: Brake;
  readonly stop: LaneStop;
  readonly tell: (progress: ReportProgress<Task>) => void;
}

export interface Turn<Task extends ReportTask<unknown>> extends Pick<Next<Task>, "task" | "asked" | "key" | "problem"> {
  readonly known: Known;
  /** Resolves when the items of this request may come. */
  readonly turn: Promise<void>;
}
