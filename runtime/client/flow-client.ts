import type { ReportItem, ReportTask, RunAllOptions, Tasks } from "../batch/types.js";
import type { CreateOptions, FinishedReport, ReadOptions, ReportHandle, ReportLook, ResumeOptions, RunOptions } from "../report.js";

/** What `createClient` gives for each flow. */
export interface FlowClient<Body> {
  /** Validates, creates, waits; resolves when the file is ready to be read. */
  run<Row>(adAccountId: string, body: Body, options?: RunOptions): Promise<FinishedReport<Row>>;
  /** Validates and creates. Sent again only when it surely was not accepted. */
  create(adAccountId: string, body: Body, options?: CreateOptions): Promise<ReportHandle>;
  /** Looks once. */
  poll(handle: ReportHandle, options?: ReadOptions): Promise<ReportLook>;
  /** Waits for a report that was created before, here or in another process. */
  resume<Row>(handle: ReportHandle, options?: ResumeOptions<Body>): Promise<FinishedReport<Row>>;
  /** Many reports as one stream; one that fails does not stop the others. */
  runAll<Row, Task extends ReportTask<Body>>(
    requests: Tasks<Task>,
    options?: RunAllOptions<Task>,
  ): AsyncGenerator<ReportItem<Task, Row>, void, undefined>;
}
