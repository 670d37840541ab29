import type { Model, Source } from "../../../generator/model/model.js";
import { sanitize, sanitizeLines } from "../../../generator/print.js";
import { nestedRules } from "../../../generator/rules/nested.js";
import { pluralize } from "../../../runtime/validation/wording.js";
import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";

/**
 * Prints text and a line feed to stderr. Keeps line breaks, but escapes control characters and
 * GitHub workflow commands.
 */
export function printText(text: string, { stderr }: Pick<Io, "stderr">): void {
  stderr.write(`${sanitizeLines(text)}\n`);
}

/**
 * Two lines about a model. The first contains the description's title and version, and the number
 * of reports and operations, if any. The second counts the rules from the description and the rules
 * that rules.yaml adds. A rule on a shared object counts once. The text has no trailing line feed.
 */
export function modelSummary({ source, flows, operations }: Model): string {
  const requests = [...flows, ...operations];
  const nested = new Map(
    requests.flatMap((request) =>
      nestedRules(request).map(({ rule, object }) => [`${object.name} ${rule.id}`, rule] as const),
    ),
  );
  const rules = [...requests.flatMap((request) => request.rules), ...nested.values()];
  const ours = rules.filter(({ reason }) => reason !== undefined).length;
  const counts = [
    pluralize(flows.length, "report"),
    pluralize(operations.length, "operation"),
  ].filter((part) => !part.startsWith("0"));
  return `spec       ${sanitize(`${source.title} ${source.version}`)}, ${counts.join(", ")}\nrules      ${rules.length} rules: ${rules.length - ours} from the description, ${ours} added`;
}

/**
 * Prints to stderr that nothing changed, and what the last run left out. `called` names what is up
 * to date, such as the output folder. Returns 3 if anything was left out, otherwise 0.
 */
export function nothingNew(
  { title, version }: Pick<Source, "title" | "version">,
  called: string,
  io: Pick<Io, "stderr">,
  leftOut: readonly string[] = [],
): number {
  const lines = [`spec       ${title} ${version}`, ...leftOut.map((what) => `left out   ${what}`)];
  printText(
    [...lines.map(sanitize), `${called.padEnd(10)} nothing new since the last run`].join("\n"),
    io,
  );
  return leftOut.length > 0 ? EXIT.leftOut : EXIT.done;
}
