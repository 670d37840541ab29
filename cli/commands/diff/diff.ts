import { isAtLeast, type Step } from "../../../generator/diff/change.js";
import { type ComparedModel, compareModels } from "../../../generator/diff/compare.js";
import { FORMATS } from "../../../generator/diff/report.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";
import { suggestion, Usage } from "../../terminal/usage.js";
import { readModel } from "./models.js";

/** Arguments of `diff`. */
export interface DiffArguments {
  /**
   * The old side: the path of a description, a contract or a model.json. A description may also be
   * a URL.
   */
  readonly from: string;
  /** The new side, like `from`. */
  readonly to: string;
  /** `text`, `markdown` or `json`; default: `text`. */
  readonly format?: string;
  /**
   * Exit with 1 if the changes require, or may require, at least this semver bump: `major` or
   * `minor`.
   */
  readonly failOn?: string;
  /** Path of another flows.yaml, used for both sides. */
  readonly flows?: string;
}

interface Sides extends Pick<DiffArguments, "from" | "to"> {
  readonly flows: string | undefined;
}

/**
 * Reads the models of both sides. If one side is a model.json with all operations, reads all
 * operations of the other side too. Throws `Problems`, for example if an operation in `flows` is
 * missing from both sides.
 */
async function readBoth(
  { from, to, flows }: Sides,
  io: Io,
): Promise<readonly [ComparedModel, ComparedModel]> {
  const both = [await readModel(from, { flows, io }), await readModel(to, { flows, io })] as const;
  const missing = both[0].absent.filter((id) => both[1].absent.includes(id));
  if (flows !== undefined && missing.length > 0)
    throw new Problems(missing.map((id) => unknownOperation(id, flows)));
  const complete = both.find(({ model }) => model.allOperations === true);
  if (
    flows !== undefined ||
    complete === undefined ||
    both.every(({ model }) => model.allOperations === true)
  )
    return both;
  return [
    await readModel(from, { flows, like: complete.model, io }),
    await readModel(to, { flows, like: complete.model, io }),
  ];
}

/** The problem to report for an operation that is in neither input. */
function unknownOperation(id: string, flows: string): Problem {
  return {
    what: `neither input has an operation ${id}`,
    where: flows,
    why: "There is nothing to compare.",
    fix: "Use an `operationId` from one of the two inputs.",
  };
}

const STEPS: readonly Step[] = ["major", "minor"];

/**
 * Prints the changes between two descriptions, contracts or models, and their semver bump. `format`
 * is `text`, `markdown` or `json`. Resolves to 0, or to 1 if the bump is, or may be, at least
 * `failOn` (`major` or `minor`). Without `failOn`, always resolves to 0. Rejects with `Problems` if
 * an input cannot be read, or if neither input has an operation in `flows`. Rejects with `Usage`
 * for an unknown `format` or `failOn`.
 */
export async function diff(
  { from, to, format = "text", failOn, flows }: DiffArguments,
  io: Io,
): Promise<number> {
  const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (print === undefined)
    throw new Usage(`unknown format: ${format}`, suggestion(format, Object.keys(FORMATS)));
  const threshold = STEPS.find((step) => step === failOn);
  if (failOn !== undefined && threshold === undefined)
    throw new Usage(`--fail-on ${failOn} is not a valid bump`, suggestion(failOn, STEPS));
  const result = compareModels(...(await readBoth({ from, to, flows }, io)));
  io.stdout.write(print(result));
  if (threshold === undefined) return EXIT.done;
  if (isAtLeast(result.step, threshold))
    io.stderr.write(
      `${result.step}: the changes require at least the --fail-on bump (${threshold})\n`,
    );
  else if (result.undecided.length > 0)
    io.stderr.write(`undecided: the changes may require the --fail-on bump (${threshold})\n`);
  else return EXIT.done;
  return EXIT.refused;
}
