// A report as three jobs of a BullMQ queue: create it, poll it until it is ready, download it. Any worker may do any of them, and each may be
// done twice without harm: a job that is tried again never creates a second report.
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
// Polls: seldom, and then more seldom, as long as Pinterest keeps a report.
const [FIRST_WAIT_MS, LONGEST_WAIT_MS, REPORT_LIVES_MS] = [1_000, 30_000, 3_600_000];
const TRIES = { attempts: 5, backoff: { type: "exponential", delay: 1_000 } };

/** A report, and the file that it goes to. */
export interface Asked {
  readonly account: string;
  readonly body: ReportRequest;
  readonly path: string;
}

interface Step {
  /** The same for all jobs of a report. */
  readonly name: string;
  readonly path: string;
}
type CreateJob = Step & Asked & { readonly sent?: boolean; readonly handle?: ReportHandle };
type LaterJob = Step & { readonly handle: ReportHandle };
type ReportJob = CreateJob | LaterJob;

export function reportQueue(connection: ConnectionOptions): Queue<ReportJob> {
  return new Queue<ReportJob>(QUEUE, { connection }).on("error", seldom());
}

/** Asks for a report. The same name is the same report, however often it is asked for. */
export async function enqueue(queue: Queue<ReportJob>, name: string, asked: Asked): Promise<void> {
  await queue.add("create", { ...asked, name }, { jobId: `${name}-create`, ...TRIES });
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
  return worker.on("error", seldom()).on("closed", () => void queue.close());
}

/** Without a listener BullMQ tells of a Redis that is away as fast as it can. */
function seldom(): (error: Error) => void {
  let last = Number.NEGATIVE_INFINITY;
  return ({ message }) => {
    if (Date.now() - last < 10_000) return;
    last = Date.now();
    console.error(`queue: ${message}`);
  };
}

async function create(job: Job<CreateJob>, { report }: Pick<Client, "report">, queue: Queue<ReportJob>): Promise<void> {
  const { account, body, name, path, sent, handle: known } = job.data;
  // A worker died between sending and hearing. Sending again might make a second report, which is for a person to decide.
  if (sent && known === undefined) throw new UnrecoverableError("it is not known whether the report was created");
  // Written down before it is sent, as a journal has it.
  if (known === undefined) await job.updateData({ ...job.data, sent: true });
  const handle =
    known ??
    (await report.create(account, body).catch(async (error: unknown) => {
      if (error instanceof CreateOutcomeUnknownError) throw new UnrecoverableError(error.message);
      // All other errors say that no report was made.
      await job.updateData({ ...job.data, sent: false });
      const hopeless = error instanceof InvalidBodyError || error instanceof InvalidArgumentError;
      throw hopeless ? new UnrecoverableError(error.message) : error;
    }));
  if (known === undefined) await job.updateData({ ...job.data, handle });
  // A second job with the same id is the same job.
  await queue.add("poll", { name, path, handle }, { jobId: `${name}-poll`, delay: FIRST_WAIT_MS, ...TRIES });
}

async function poll(
  job: Job<LaterJob>,
  { report }: Pick<Client, "report">,
  { queue, token }: { readonly queue: Queue<ReportJob>; readonly token: string | undefined },
): Promise<void> {
  const { name, path, handle } = job.data;
  const { state, status } = await report.poll(handle);
  if (state === "failed") throw new UnrecoverableError(`the report ended as ${status}`);
  if (state === "pending") {
    if (Date.now() - Date.parse(handle.createdAt) > REPORT_LIVES_MS) throw new UnrecoverableError(`the report is still ${status}`);
    // The worker is free for others meanwhile.
    await job.moveToDelayed(Date.now() + Math.min(FIRST_WAIT_MS * 2 ** job.attemptsStarted, LONGEST_WAIT_MS), token);
    throw new DelayedError();
  }
  await queue.add("download", { name, path, handle }, { jobId: `${name}-download`, ...TRIES });
}

/** The file appears when it is complete; a second time it is written anew. */
async function download(job: Job<LaterJob>, { report }: Pick<Client, "report">): Promise<number> {
  const finished = await report.resume(job.data.handle);
  return finished.download(job.data.path);
}
