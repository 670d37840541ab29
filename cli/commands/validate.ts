import { annotation, jsonText } from "../../generator/print.js";
import { pluralize } from "../../runtime/validation/wording.js";
import { columnHint } from "../columns/hint.js";
import { checkDay, daysHint } from "../dates.js";
import { loadClient, loadValidators } from "../modules.js";
import { DEFAULT_REPORT, functionOf, isReport } from "../requests.js";
import { EXIT } from "../terminal/exit-codes.js";
import { readBody } from "../terminal/input.js";
import type { Io } from "../terminal/io.js";
import { type Violation, violationLine } from "../terminal/violation-line.js";

/** Arguments of `validate`. */
export interface ValidateArguments {
  /** A file path, or `-` for stdin. */
  readonly from: string;
  /** The name of a report or of a synchronous call; default: `report`. */
  readonly of?: string;
  /** The day to use as today: `YYYY-MM-DD`, in UTC. Default: today. */
  readonly today?: string;
  readonly json: boolean;
  /** Whether to print GitHub annotations. */
  readonly github: boolean;
  /** Whether to omit the number of violations. */
  readonly quiet?: boolean;
}

/** Returns the violations of a body. */
export type Validator = Awaited<ReturnType<typeof loadValidators>>["validateReport"];

/**
 * Prints the violations of a body to stdout, as lines, GitHub annotations or JSON. Sends nothing.
 *
 * Without `json`, also prints to stderr the number of violations (unless `quiet` is set) and, if
 * there is one, a hint for a fix. Resolves to 1 if Pinterest would reject the body; otherwise to 0,
 * even if there are warnings. Rejects with `Usage` for an unknown `of`, an invalid `today`, or a
 * body that cannot be read, is empty or is not JSON.
 */
export async function validate(
  { from, of = DEFAULT_REPORT, today, json, github, quiet = false }: ValidateArguments,
  io: Io,
): Promise<number> {
  if (today !== undefined) checkDay("--today", today);
  const validateBody = functionOf<Validator>(await loadValidators(), {
    prefix: "validate",
    name: of,
    what: "validated",
  });
  const body = await readBody(from, io);
  const violations = validateBody(body, today === undefined ? {} : { today });
  const errors = violations.filter(({ severity }) => severity === "error").length;
  if (json) io.stdout.write(`${jsonText(violations, 2)}\n`);
  else
    for (const violation of violations)
      io.stdout.write(github ? annotated(violation, from) : `${violationLine(violation)}\n`);
  if (!json && !quiet) io.stderr.write(`${summary(errors, violations.length - errors)}\n`);
  const ofReport = of === DEFAULT_REPORT || (errors > 0 && isReport(of, await loadClient()));
  const hint = daysHint(body, violations, ofReport) ?? (await columnHint(violations, of));
  if (!json && hint !== null) io.stderr.write(`  fix  ${hint}\n`);
  return errors > 0 ? EXIT.refused : EXIT.done;
}

/** A violation as a GitHub annotation. */
function annotated({ severity, path, message, rule }: Violation, from: string): string {
  return annotation(
    severity,
    { ...(from !== "-" && { file: from }), title: rule },
    `${path || "body"}: ${message}`,
  );
}

/** The number of errors and warnings in words, or "valid". */
function summary(errors: number, warnings: number): string {
  if (errors + warnings === 0) return "valid";
  const warningText = warnings === 0 ? "" : `, ${pluralize(warnings, "warning")}`;
  return `${pluralize(errors, "error")}${warningText}`;
}
