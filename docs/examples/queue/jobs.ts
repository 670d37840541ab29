// A report as three jobs of a BullMQ queue: create it, poll it until it is ready, download it. Any worker can process any of them. Jobs may be
// repeated: a repeated job never creates a second report.
import { type ConnectionOptions, DelayedError, type Job, Queue, UnrecoverableError, Worker, type WorkerOptions } from "bullmq";
import {
  type Client,
  CreateOutcomeUnknownError,
  InvalidArgumentError,
  InvalidBodyError,
  type ReportHandle,
  type ReportRequest,
} from "pinterest-reports";

const QUEUE = "pinterest-reports";
// Poll intervals grow from the first to the longest. Pinterest keeps a report for an hour.
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, REPORT_LIFETIME_MS] = [1_000, 30_000, 3_600_000];
const RETRIES = { attempts: 5, backoff: { type: "exponential", delay: 1_000 } };

/** A report to create, and the file to write it to. */
export interface ReportTask {
  readonly account: string;
  readonly body: ReportRequest;
  readonly path: string;
}

interface Step {
  /** The same for all jobs of a report. */
  readonly name: string;
  readonly path: string;
}
type CreateJob = Step & ReportTask & { readonly sent?: boolean; readonly handle?: ReportHandle };
type LaterJob = Step & { readonly handle: ReportHandle };
type ReportJob = CreateJob | LaterJob;

export function reportQueue(connection: ConnectionOptions): Queue<ReportJob> {
  return new Queue<ReportJob>(QUEUE, { connection }).on("error", logAtMostEvery10s());
}

/** Adds a report to the queue. A name that is already in the queue is ignored. */
export async function enqueue(queue: Queue<ReportJob>, name: string, task: ReportTask): Promise<void> {
  await queue.add("create", { ...task, name }, { jobId: `${name}-create`, ...RETRIES });
}

export function startWorker(client: Pick<Client, "report">, options: WorkerOptions): Worker<ReportJob> {
  const queue = reportQueue(options.connection);
  const steps: Readonly<Record<string, (job: Job, token?: string) => Promise<unknown>>> = {
    create: (job: Job<CreateJob>) => create(job, client, queue),
    poll: (job: Job<LaterJob>, token) => poll(job, client, { queue, token }),
    download: (job: Job<LaterJob>) => download(job, client),
  };
  const worker = new Worker<ReportJob>(
    QUEUE,
    async (job, token) => {
      const step = steps[job.name];
      if (step === undefined) throw new UnrecoverableError(`there is no step ${job.name}`);
      return step(job, token);
    },
    options,
  );
  return worker.on("error", logAtMostEvery10s()).on("closed", () => void queue.close());
}

/** An error listener. While Redis is unavailable, BullMQ emits errors as fast as it can. */
function logAtMostEvery10s(): (error: Error) => void {
  let last = Number.NEGATIVE_INFINITY;
  return ({ message }) => {
    if (Date.now() - last < 10_000) return;
    last = Date.now();
    console.error(`queue: ${message}`);
  };
}

async function create(job: Job<CreateJob>, { report }: Pick<Client, "report">, queue: Queue<ReportJob>): Promise<void> {
  const { account, body, name, path, sent, handle: known } = job.data;
  // A worker ended after it sent the request and before it stored the response. Another request might create a second report: decide by hand.
  if (sent && known === undefined) throw new UnrecoverableError("it is unknown whether the report was created");
  // Recorded before the request is sent.
  if (known === undefined) await job.updateData({ ...job.data, sent: true });
  const handle =
    known ??
    (await report.create(account, body).catch(async (error: unknown) => {
      if (error instanceof CreateOutcomeUnknownError) throw new UnrecoverableError(error.message);
      // After any other error no report was created.
      await job.updateData({ ...job.data, sent: false });
      const permanent = error instanceof InvalidBodyError || error instanceof InvalidArgumentError;
      throw permanent ? new UnrecoverableError(error.message) : error;
    }));
  if (known === undefined) await job.updateData({ ...job.data, handle });
  // BullMQ ignores a second job with the same id.
  await queue.add("poll", { name, path, handle }, { jobId: `${name}-poll`, delay: FIRST_WAIT_MS, ...RETRIES });
}

async function poll(
  job: Job<LaterJob>,
  { report }: Pick<Client, "report">,
  { queue, token }: { readonly queue: Queue<ReportJob>; readonly token: string | undefined },
): Promise<void> {
  const { name, path, handle } = job.data;
  const { state, status } = await report.poll(handle);
  if (state === "failed") throw new UnrecoverableError(`the report has the status ${status}`);
  if (state === "pending") {
    if (Date.now() - Date.parse(handle.createdAt) > REPORT_LIFETIME_MS) throw new UnrecoverableError(`the report is still ${status}`);
    // The worker processes other jobs meanwhile.
    await job.moveToDelayed(Date.now() + Math.min(FIRST_WAIT_MS * 2 ** job.attemptsStarted, LONGEST_WAIT_MS), token);
    throw new DelayedError();
  }
  await queue.add("download", { name, path, handle }, { jobId: `${name}-download`, ...RETRIES });
}

/** The file appears when it is complete. A repeated job replaces it. */
async function download(job: Job<LaterJob>, { report }: Pick<Client, "report">): Promise<number> {
  const finished = await report.resume(job.data.handle);
  return finished.download(job.data.path);
}
