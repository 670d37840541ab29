import type { ClientModule } from "./session.js";
import { suggestion, Usage } from "./terminal/usage.js";

/** The report that commands use without `--of`. */
export const DEFAULT_REPORT = "report";

/**
 * Finds the function for a report or call in a generated module. Function names begin with
 * `prefix`: `planAdAnalytics` for `plan` and `ad-analytics`. Throws `Usage` if there is no such
 * function; `what` completes the message `x is not a report or call that can be …`.
 */
export function functionOf<Function>(
  module: object,
  {
    prefix,
    name,
    what,
  }: { readonly prefix: "plan" | "validate"; readonly name: string; readonly what: string },
): Function {
  const functions = Object.entries(module as Readonly<Record<string, Function>>).flatMap(
    ([functionName, each]) =>
      functionName.startsWith(prefix) && typeof each === "function"
        ? [[kebabCase(functionName.slice(prefix.length)), each] as const]
        : [],
  );
  const found = functions.find(([known]) => known === name)?.[1];
  if (found !== undefined) return found;
  throw new Usage(
    `${name} is not a report or call that can be ${what}`,
    suggestion(
      name,
      functions.map(([known]) => known),
    ),
  );
}

/** Whether `name` is a report, such as `template-report`, and not another call. */
export function isReport(name: string, module: Pick<ClientModule, "createClient">): boolean {
  return reportKeys(module).some((key) => kebabCase(key) === name);
}

/**
 * The key of a report in the client: `templateReport` for `template-report`. Throws `Usage` if the
 * client has no such report.
 */
export function reportKeyOf<Key extends string = "report">(
  name: string,
  module: Pick<ClientModule, "createClient">,
): Key {
  const keys = reportKeys(module);
  const found = keys.find((key) => kebabCase(key) === name);
  if (found !== undefined) return found as Key;
  throw new Usage(`${name} is not a report`, suggestion(name, keys.map(kebabCase)));
}

/** The keys of the client's reports, such as `templateReport`. */
function reportKeys({ createClient }: Pick<ClientModule, "createClient">): readonly string[] {
  // This client sends nothing: only the names of its reports are read. Its options are fixed,
  // because the environment may contain invalid options.
  const client = createClient({
    accessToken: "none",
    baseUrl: "https://api.pinterest.com/v5",
    logLevel: "off",
  });
  return Object.entries(client).flatMap(([key, member]) => ("runAll" in member ? [key] : []));
}

/** Returns `ad-analytics` for `AdAnalytics` and `adAnalytics`. */
function kebabCase(name: string): string {
  return name.replace(/(?!^)[A-Z]/g, "-$&").toLowerCase();
}
