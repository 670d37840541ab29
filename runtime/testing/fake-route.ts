import type { ContractFacts } from "./facts.js";

export const BASE_PATH = "/v5";

/** Which report a request is about, and which of its two calls it is. */
export interface Route {
  readonly step: "create" | "poll";
  readonly facts: ContractFacts;
  readonly adAccountId: string;
  /** What stands in the address besides the account. */
  readonly address: Readonly<Record<string, string>>;
}

/** Finds the call of a contract that a request makes; null when it makes none. */
export function routeOf(
  contract: readonly ContractFacts[],
  { method, path, query }: { readonly method: string; readonly path: string; readonly query: Readonly<Record<string, string>> },
): Route | null {
  for (const facts of contract) {
    for (const step of ["create", "poll"] as const) {
      const { method: wanted, path: template, account = "ad_account_id" } = facts[step];
      const steps = method === wanted.toUpperCase() ? match(`${BASE_PATH}${template}`, path) : null;
      if (steps === null) continue;
      const { [account]: adAccountId = "", ...address } = { ...query, ...steps };
      return { step, facts, adAccountId, address };
    }
  }
  return null;
}

/** What stands in the places of a path that have names; null when it is another path. */
function match(template: string, path: string): Readonly<Record<string, string>> | null {
  const [wanted, given] = [template.split("/"), path.split("/")];
  if (wanted.length !== given.length) return null;
  const found = wanted.map((step, at) => [/^\{(.+)\}$/.exec(step)?.[1], step, given[at] ?? ""] as const);
  const fits = found.every(([name, step, value]) => (name === undefined ? step === value : value !== ""));
  return fits ? Object.fromEntries(found.flatMap(([name, , value]) => (name === undefined ? [] : [[name, value]]))) : null;
}
