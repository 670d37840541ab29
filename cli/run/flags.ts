import { daysFrom } from "../dates.js";
import { folderOf } from "../destination.js";
import { type NamedPlace, realPlace } from "../places.js";
import { tokensFile } from "../tokens.js";
import { Usage } from "../usage.js";
import type { TakingUp } from "./handle-file.js";
import { type Limits, limitsFrom } from "./limits.js";
import { type Output, outputFor } from "./output.js";
import { shellCommand } from "./shell.js";

/** The flags of `run` as they were given. */
export type Flags = Readonly<Record<string, string | true | undefined>>;

/** What reports are made of. The others say how they are carried or where rows go, and mean something to `--resume`, too. */
export const MAKING: readonly string[] = [
  ...["accounts", "journal", "recreate-unknown", "concurrency", "plan", "since", "last-month", "start", "end", "today"],
];
const CARRYING = ["out", "format", "tokens", "deadline", "give-up-after", "rate-limit", "defuse-formulas"];

export function textOf(flags: Flags, name: string): string | undefined {
  const value = flags[name];
  return typeof value === "string" ? value : undefined;
}

export function wrong(message: string): Usage {
  return new Usage(message, "pinterest-reports run --help shows examples.");
}

export function spansAskedFor(flags: Flags): ReturnType<typeof daysFrom> {
  const [since, start, end, today] = ["since", "start", "end", "today"].map((name) => textOf(flags, name));
  return daysFrom({ since, start, end, today, lastMonth: flags["last-month"] === true });
}

export function limitsOf(flags: Flags): Limits {
  const names = ["concurrency", "deadline", "give-up-after", "rate-limit"];
  const [concurrency, deadline, giveUpAfter, rateLimit] = names.map((name) => textOf(flags, name));
  return limitsFrom({ concurrency, deadline, giveUpAfter, rateLimit });
}

export function outputOf(flags: Flags): Promise<Output> {
  const defuseFormulas = flags["defuse-formulas"] === true;
  return outputFor({ format: textOf(flags, "format"), out: textOf(flags, "out"), defuseFormulas });
}

/** How a report of this run is taken up: with all flags that mean something then. */
export function takingUpOf(flags: Flags, { destination }: Output): TakingUp {
  const given = CARRYING.flatMap((name) => {
    const value = flags[name];
    return value === undefined ? [] : value === true ? [`--${name}`] : [`--${name}`, value];
  });
  const from = textOf(flags, "resume");
  return {
    folder: folderOf(destination),
    kept: from === "-" ? undefined : from,
    command: (file) => shellCommand(["pinterest-reports", "run", "--resume", file, ...given]),
  };
}

/** All files of a run, those beside its journal among them. `body` and `handle` are where these come from. */
export async function placesOf(
  flags: Flags,
  { destination }: Output,
  { body, handle }: { readonly body?: string; readonly handle?: string },
): Promise<readonly NamedPlace[]> {
  const [accounts, named] = [textOf(flags, "accounts"), textOf(flags, "journal")];
  const journal = named && (await realPlace(named).catch(() => named));
  const tokens = tokensFile(textOf(flags, "tokens"));
  const all = [
    { name: "the body", path: body },
    { name: "the handle", path: handle },
    { name: "--accounts", path: accounts },
    { name: "--out", path: destination.kind === "stdout" ? undefined : destination.path },
    { name: "--tokens", path: tokens },
    { name: "the tokens' lock", path: tokens && `${await realPlace(tokens).catch(() => tokens)}.lock` },
    { name: "--journal", path: named },
    { name: "the journal's rows", path: journal && `${journal}.rows`, folder: true },
    { name: "the journal's lock", path: journal && `${journal}.lock` },
  ];
  return all.flatMap(({ path, ...rest }) => (path === undefined || path === "-" ? [] : [{ ...rest, path }]));
}
