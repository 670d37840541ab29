import { type FaultFacts, faults, type Step } from "../../../generated/testing.js";

const CALLS: readonly Step[] = ["poll", "create", "token", "metrics", "accounts", "other"];

/** The rows of the table of faults in docs/guide/testing.md. */
export const faultRows: readonly string[] = Object.entries(faults).map(
  ([name, facts]) =>
    `| \`${name}\` | ${facts.effect} | ${where(facts)} | ${facts.times === 1 ? "once" : "always"} | ${said(facts)} |`,
);

/** The first is where it happens unless told. */
function where({ on }: FaultFacts): string {
  const missing = CALLS.filter((step) => !on.includes(step));
  if (missing.length > 1) return on.join(", ");
  const rest = missing.length === 0 ? "any call" : `any call but ${missing[0]}`;
  return [on[0], rest, ...(on.includes("file") ? ["file"] : [])].join(", ");
}

function said({ value }: FaultFacts): string {
  if (value === undefined) return "";
  const { meaning, default: usual } = value;
  return `${meaning}; ${usual === "" ? "empty" : typeof usual === "string" ? `\`${usual}\`` : String(usual)}`;
}
