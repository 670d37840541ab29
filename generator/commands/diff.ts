import { reaches, type Step } from "../diff/change.js";
import { compareModels } from "../diff/compare.js";
import { FORMATS } from "../diff/print.js";
import { printProblems } from "../print.js";
import { Problems } from "../problem.js";
import { readModel } from "./models.js";
import { suggestion, Usage } from "./usage.js";

export interface DiffArguments {
  /** Each a description, a contract or a model.json: a file, or the URL of a description. */
  readonly old: string;
  readonly now: string;
  readonly format?: string;
  /** The step from which on the exit code is 1. */
  readonly failOn?: string;
  /** Another flows.yaml, for both. */
  readonly flows?: string;
}

const BARS: readonly Step[] = ["major", "minor"];

/** Prints what changed from one description, contract or model to another, and what it means for who uses the code. Resolves to the exit code. */
export async function diff({ old, now, format = "text", failOn, flows }: DiffArguments): Promise<number> {
  const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (print === undefined) throw new Usage(`--format ${format} is not known`, suggestion(format, Object.keys(FORMATS)));
  const bar = BARS.find((step) => step === failOn);
  if (failOn !== undefined && bar === undefined) throw new Usage(`--fail-on ${failOn} is not a step`, suggestion(failOn, BARS));
  try {
    const found = compareModels(await readModel(old, flows), await readModel(now, flows));
    process.stdout.write(print(found));
    if (bar === undefined || !reaches(found.step, bar)) return 0;
    process.stderr.write(`${found.step}: --fail-on ${bar} is reached\n`);
    return 1;
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    // 1 would say that the step was reached.
    process.stderr.write(printProblems(error.list, { color: process.stderr.hasColors?.() ?? false }));
    return 2;
  }
}
