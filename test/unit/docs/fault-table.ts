import { type FaultFacts, faults, type Step } from "../../../generated/testing.js";

const CALLS: readonly Step[] = ["poll", "create", "token", "metrics", "accounts", "other"];

/** The rows of the fault table in docs/guide/testing.md. */
export const faultRows: readonly string[] = Object.entries(faults).map(
  ([name, facts]) =>
    `| \`${name}\` | ${facts.effect} | ${where(facts)} | ${facts.times === 1 ? "once" : "always"} | ${valueCell(facts)} |`,
);

/** The calls that the fault can apply to, starting with the default. */
function where({ on }: FaultFacts): string {
  const missing = CALLS.filter((step) => !on.includes(step));
  if (missing.length > 1) return on.join(", ");
  const rest = missing.length === 0 ? "any call" : `any call except ${missing[0]}`;
  return [on[0], rest, ...(on.includes("file") ? ["file"] : [])].join(", ");
}

function valueCell({ value }: FaultFacts): string {
  if (value === undefined) return "";
  const { meaning, default: usual } = value;
  const shown = typeof usual === "string" ? `\`${usual}\`` : String(usual);
  return `${meaning}; ${usual === "" ? "empty" : shown}`;
}
