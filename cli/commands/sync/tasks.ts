import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { jsonText, sanitize } from "../../../generator/print.js";
import { loadClient, loadSync } from "../../modules.js";
import { sessionOptionsFor, withClient } from "../../session.js";
import { EXIT, isTemporary } from "../../terminal/exit-codes.js";
import { inputName, readInput } from "../../terminal/input.js";
import { fullPath, type Io } from "../../terminal/io.js";
import { createProgress, type Progress } from "../../terminal/terminal.js";
import { Usage, usageError } from "../../terminal/usage.js";
import { countWithNoun } from "../run/progress.js";
import { limitsFrom } from "../run/run.js";
import { allowedFailures } from "../run/summary.js";
import { readConfig } from "./config.js";
import {
  finished,
  noAccount,
  type SyncArguments,
  selectionFrom,
  targetFor,
  targetProblem,
} from "./sync.js";

type SyncModule = Awaited<ReturnType<typeof loadSync>>;
type PlannedSync = Awaited<ReturnType<SyncModule["planSync"]>>;
type SyncTask = Parameters<SyncModule["runTask"]>[0];
type TaskResult = Awaited<ReturnType<SyncModule["runTask"]>>;

/** Arguments of one step of `sync`: the arguments of `sync`, and the step's own flags. */
export interface StepArguments extends SyncArguments {
  /** The step: `plan`, `task` with the task's file, or `finish` with the plan's file. */
  readonly step: { readonly plan: true } | { readonly task: string } | { readonly finish: string };
  /** The folder for the plan and its tasks. */
  readonly tasks?: string;
  readonly journal?: string;
  readonly recreateUnknown: boolean;
}

const QUIET: Pick<Progress, "onEvent" | "end"> = { onEvent() {}, end() {} };

/**
 * Runs one step of a sync whose tasks run in separate commands. `plan` prints the plan, writes the
 * plan and its tasks to a folder, or both. `task` runs a task and prints the result as a line of
 * JSON, even if the task failed. `finish` reads the results from stdin, one per line. Resolves to
 * the exit code, such as 4 for a task that is not ready; the guide lists all exit codes. Rejects
 * with `Usage` for an invalid file or flag.
 */
export function syncStep(args: StepArguments, io: Io): Promise<number> {
  const { step } = args;
  if ("plan" in step) return plan(args, io);
  return "task" in step ? runOne(args, step.task, io) : finish(args, step.finish, io);
}

/**
 * Plans the sync. `json` prints the plan to stdout; `tasks` is the new folder for the plan and its
 * tasks.
 */
async function plan(args: StepArguments, io: Io): Promise<number> {
  const { json, tasks, full } = args;
  if (!json && tasks === undefined)
    throw usageError("sync", "--plan needs --json, which prints the plan, or --tasks FOLDER");
  const selection = selectionFrom(args, io);
  return step(args, io, async ({ client, signal, target, options }) => {
    const { planSync } = await loadSync();
    const planned = await planSync({
      ...(options as Pick<Parameters<typeof planSync>[0], "tables">),
      ...selection,
      ...{ client, target, signal, full },
    });
    if (planned.plan.accounts.length === 0 && planned.failed.length === 0) throw noAccount();
    if (tasks !== undefined) await writeTasks(planned, tasks, io);
    if (json) io.stdout.write(`${JSON.stringify(planned)}\n`);
    for (const { table, error } of planned.failed)
      io.stderr.write(`failed    ${table}: ${sanitize(error.message)}\n`);
    if (!args.quiet)
      io.stderr.write(
        `planned   ${countWithNoun(planned.tasks.length, "task")} for ${countWithNoun(planned.plan.accounts.length, "account")}\n`,
      );
    return EXIT.done;
  });
}

/** Writes a new folder with the plan and one file for each task. If that fails, writes nothing. */
async function writeTasks(planned: PlannedSync, folder: string, io: Io): Promise<void> {
  const path = fullPath(folder, io);
  const part = await mkdtemp(`${path}.`);
  await mkdir(join(part, "tasks"), { recursive: true });
  try {
    await writeFile(join(part, "plan.json"), `${JSON.stringify(planned)}\n`);
    for (const task of planned.tasks)
      await writeFile(join(part, "tasks", `${task.key}.json`), `${JSON.stringify(task)}\n`);
    await rename(part, path);
  } catch (error) {
    await rm(part, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST" && code !== "ENOTDIR") throw error;
    throw new Usage(
      `${folder} already exists`,
      "The folder may contain unfinished tasks: choose another one, or delete it.",
    );
  }
}

/** Runs a task. Prints its result as a line on stdout, even if the task failed. */
async function runOne(args: StepArguments, from: string, io: Io): Promise<number> {
  const task = (await jsonIn(from, "the task", io)) as SyncTask;
  const { deadlineMs } = limitsFrom(args);
  const { journal, recreateUnknown } = args;
  const print = (result: TaskResult): void => {
    io.stdout.write(`${JSON.stringify(result)}\n`);
  };
  return step(args, io, async ({ client, signal, target, module }) => {
    const { runTask } = await loadSync();
    const options = {
      ...{ client, target, signal, recreateUnknown },
      ...(deadlineMs !== undefined && { waitMs: deadlineMs }),
      ...(journal !== undefined && { journal: fullPath(journal, io) }),
    };
    try {
      const result = await runTask(task, options);
      print(result);
      return result.state === "pending" ? EXIT.tryAgain : EXIT.done;
    } catch (error) {
      if (signal.aborted || error instanceof module.InvalidArgumentError) throw error;
      const { name, message, code, status } = error as Error & Record<string, unknown>;
      const plain = {
        ...{ message: sanitize(message), name },
        ...(typeof code === "string" && { code }),
        ...(typeof status === "number" && { status }),
      };
      print({ key: task.key, state: "failed", error: plain });
      io.stderr.write(`failed    ${task.table} for ${task.adAccountId}: ${plain.message}\n`);
      return isTemporary(error) ? EXIT.tryAgain : EXIT.refused;
    }
  });
}

/** Finishes a run. The results are on stdin, one per line. */
async function finish(args: StepArguments, from: string, io: Io): Promise<number> {
  const { allowFailed, quiet, json } = args;
  const allowed = allowFailed === undefined ? undefined : allowedFailures(allowFailed);
  const planned = (await jsonIn(from, "the plan", io)) as PlannedSync;
  if (planned?.version !== 1 || !Array.isArray(planned.tasks))
    throw new Usage(
      `${inputName(from)} is not a plan from this version of the package`,
      "Create it with --plan.",
    );
  if (from === "-")
    throw usageError("sync", "the plan cannot come from stdin, because the results do");
  const results = resultsIn(await readInput("-", "the results", io), io);
  const { finishSync } = await loadSync();
  const result = await finishSync(planned, results).catch((error: unknown) => {
    const { code, result: ofError } = Object(error) as {
      readonly code?: unknown;
      readonly result?: Awaited<ReturnType<typeof finishSync>>;
    };
    if (code === "sync_failed" && ofError !== undefined) return ofError;
    throw error;
  });
  const allows = (failed: ReadonlySet<string>): boolean =>
    result.loaded > 0 && allowed?.allows(failed) === true;
  if (json) io.stdout.write(`${jsonText(result, 2)}\n`);
  const totals = `${result.loaded} of ${countWithNoun(planned.plan.requests.length, "report")}, ${result.rows.toLocaleString("en-US")} rows`;
  const fix =
    "Run the failed tasks again, or make a new plan, which will contain only what is not loaded yet.";
  const printed = { printsFailures: false, totals: () => totals, fix };
  return finished(result, { io, quiet, allows, ...printed });
}

/** Parses the results in `text`, one per line. Skips lines that are not JSON, with a warning. */
function resultsIn(text: string, io: Io): readonly TaskResult[] {
  return text.split("\n").flatMap((line): TaskResult[] => {
    if (line.trim() === "") return [];
    try {
      return [JSON.parse(line) as TaskResult];
    } catch {
      io.stderr.write("warning   a line of the results is not JSON and was skipped\n");
      return [];
    }
  });
}

/**
 * Reads JSON from a file, or from stdin for `-`. Throws `Usage` if it cannot be read or is not
 * JSON.
 */
async function jsonIn(from: string, what: string, io: Io): Promise<unknown> {
  const text = await readInput(from, what, io);
  try {
    return JSON.parse(text);
  } catch {
    throw new Usage(`${inputName(from)} is not JSON`, "Create it with sync --plan.");
  }
}

interface Step {
  readonly client: Parameters<SyncModule["runTask"]>[1]["client"];
  readonly signal: AbortSignal;
  readonly target: Awaited<ReturnType<typeof targetFor>>;
  readonly options: Readonly<Record<string, unknown>>;
  readonly module: { readonly InvalidArgumentError: new (...args: never[]) => Error };
}

/** Calls `work` with the client and the target of the sync file. */
async function step(
  args: StepArguments,
  io: Io,
  work: (step: Step) => Promise<number>,
): Promise<number> {
  const { from, tokens } = args;
  const { rateLimits } = limitsFrom(args);
  const { target: config, options } = await readConfig(from, io);
  const session = { ...(await sessionOptionsFor(tokens, io)), ...(rateLimits && { rateLimits }) };
  // A task can wait a long time for a report; the other steps take only a moment.
  const progress =
    "task" in args.step
      ? createProgress(io, { quiet: args.quiet === true })
      : { ...QUIET, print: (text: string) => void io.stderr.write(`${text}\n`) };
  const stopped = (): string => "stopped   run the same command again to continue\n";
  return withClient(session, { io, progress, stopped, command: "sync" }, async (opened) => {
    const [target, module] = [await targetFor(config), await loadClient()];
    return work({ ...opened, target, options, module }).catch((error: unknown) => {
      throw opened.signal.aborted ? error : targetProblem(error, config, "temporary");
    });
  });
}
