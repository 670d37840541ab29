import { type ReportOperations, type RunAllClient, runAll } from "../batch/run-all.js";
import type { ReportItem, ReportTask, RunAllOptions, TaskIterable } from "../batch/types.js";
import { Deadline } from "../clock.js";
import { cloneBody, ownOptions, ownReportOptions, violationsIn } from "../options.js";
import { checkZeroFill } from "../rows/rows.js";
import { DownloadableReport } from "./finished-report.js";
import { checkHandle } from "./report-handle.js";
import { ReportCalls } from "./report-requests.js";
import { createReport, type FlowParts, finish, partsFor, startDeadline } from "./report-steps.js";

/**
 * Runs many reports of one flow; see `FlowClient.runAll`. Throws a `TypeError` immediately for an
 * unknown option. Nothing else is checked, and nothing is sent, before the first item is requested.
 * Each item of `requests` is a `Task`.
 */
export function runReports<Body, Row, Task>(
  batch: FlowParts<Body>,
  requests: TaskIterable<unknown>,
  rawOptions: RunAllOptions<Task>,
): AsyncGenerator<ReportItem<Task, Row>, void, undefined> {
  const options = ownReportOptions(rawOptions);
  const { config, flow } = batch;
  const { clock, limiter, deadlineMs } = config;
  let configured: FlowParts<Body> | undefined;
  // Created when the first item is requested, which is also when all other arguments are checked.
  const parts = (): FlowParts<Body> => {
    configured ??= partsFor(batch, options);
    return configured;
  };
  const batchClient: RunAllClient<Body> = {
    flow: flow.name,
    clock,
    deadlineMs,
    emit: (event) => parts().config.emit(event),
    checkSettings: () => void parts(),
    wake: () => limiter.wake(),
    poll: (handle, signal) =>
      new ReportCalls(parts().config, flow).poll(handle, {
        deadline: startDeadline(config),
        signal,
        noBackoff: true,
      }),
    errorsIn: (body) => {
      if ((options.validate ?? config.validate) !== "error") return [];
      return violationsIn(config, flow, cloneBody(body)).filter(
        ({ severity }) => severity === "error",
      );
    },
    operations: (onEvent) => operationsOf(partsFor(parts(), ownOptions({ onEvent })), options),
  };
  return runAll(batchClient, requests as TaskIterable<Task & ReportTask<Body>>, options);
}

/**
 * The steps for one report in a run. The create step throws, before anything is sent, if `zeroFill`
 * could not fill the rows.
 */
function operationsOf<Body>(
  parts: FlowParts<Body>,
  { zeroFill, deadlineMs }: RunAllOptions<never>,
): ReportOperations<Body> {
  const { config, flow } = parts;
  const { clock } = config;
  const filling: FlowParts<Body> = {
    ...parts,
    checkFile: (file) => checkZeroFill(zeroFill, { ...flow, ...file }),
  };
  return {
    clock,
    deadline: () => new Deadline(clock, deadlineMs ?? config.deadlineMs),
    create: async (task, stepOptions) =>
      (await createReport(filling, task, ownOptions(stepOptions))).handle,
    async resume(handle, stepOptions) {
      const file = await finish(parts, checkHandle(handle, flow.name), ownOptions(stepOptions));
      return new DownloadableReport({ config, ...file });
    },
  };
}
