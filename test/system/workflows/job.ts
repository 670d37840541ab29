import { execFileSync, spawn } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { ended, own } from "./scratch-clone.js";

export interface Step {
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

/** The environment of a job, and the stand-ins for the host's actions. */
export interface Runner {
  /** The checkout. */
  readonly folder: string;
  /** The values of `github.token` and the like. */
  readonly env: Readonly<Record<string, string>>;
  /** Replacements of variables in the environment of a step, such as the URL of a description. */
  readonly instead?: Readonly<Record<string, string>>;
  /**
   * Replacements of commands that the machine cannot run, by their text: `npm ci` needs a registry.
   */
  readonly prepared?: readonly string[];
  /** The outputs of earlier jobs. */
  readonly needs?: Outputs;
  /** The stand-ins for actions, by name without a version. */
  readonly actions: Readonly<Record<string, (step: Step) => void | Promise<void>>>;
}

export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Done {
  readonly exit: number;
  /** All that the commands printed. */
  readonly said: string;
  /** The outputs and the result of each step with an id. */
  readonly outputs: Outputs;
}

/** Runs the steps of a job in order, each command like on the host, until one fails. */
export async function runJob(steps: readonly Step[], runner: Runner): Promise<Done> {
  const outputs: Record<string, Readonly<Record<string, string>>> = { ...runner.needs };
  let said = "";
  const temp = mkdtempSync(join(tmpdir(), "runner-"));
  for (const step of steps) {
    if (step.if !== undefined && !holds(step.if, outputs)) continue;
    if (step.uses !== undefined) {
      const action = runner.actions[step.uses.replace(/@.*/, "")];
      if (action === undefined) throw new Error(`nothing stands for ${step.uses}`);
      const filled = Object.entries(step.with ?? {}).map(([name, value]) => [
        name,
        filledIn(String(value), { ...runner, temp, outputs }),
      ]);
      await action({ ...step, with: Object.fromEntries(filled) });
    } else if (step.run !== undefined && !runner.prepared?.includes(step.run)) {
      const file = join(mkdtempSync(join(tmpdir(), "step-")), "output");
      writeFileSync(file, "");
      const { exit, said: more } = await command(step, { ...runner, temp, outputs }, file);
      said += more;
      if (step.id !== undefined) outputs[step.id] = outputsIn(readFileSync(file, "utf8"));
      if (exit !== 0) return { exit: exit ?? 1, said, outputs };
    }
  }
  return { exit: 0, said, outputs };
}

/** Like on the host: bash, which stops at the first failing command. */
function command(
  { run = "", env = {} }: Step,
  runner: Running,
  output: string,
): ReturnType<typeof ended> {
  const given = Object.fromEntries(
    Object.entries(env).map(([name, value]) => [
      name,
      runner.instead?.[name] ?? filledIn(value, runner),
    ]),
  );
  const host = {
    CI: "true",
    GITHUB_OUTPUT: output,
    GITHUB_ACTIONS: "true",
    RUNNER_TEMP: runner.temp,
  };
  const { GITHUB_TOKEN: _, ...known } = runner.env;
  return ended(
    spawn("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", run], {
      cwd: runner.folder,
      env: { ...own(), ...host, ...known, ...given },
    }),
  );
}

interface Running extends Runner {
  readonly temp: string;
  readonly outputs: Outputs;
}

/** A text with its expressions evaluated. Only a few kinds are supported. */
function filledIn(value: string, { env, temp, outputs }: Running): string {
  return value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression === "github.token") return env.GITHUB_TOKEN ?? "";
    const [, id = "", name = ""] = REFERENCE.exec(expression) ?? [];
    if (id !== "") return outputs[id]?.[name] ?? "";
    return expression === "runner.temp" ? temp : String(holds(expression, outputs));
  });
}

const REFERENCE = /^(?:steps|needs)\.([\w-]+)\.outputs\.([\w-]+)$/;

/** Whether `steps.x.outputs.y == 'z'`, or the same with `!=`. */
export function holds(condition: string, outputs: Outputs): boolean {
  const [, id = "", name = "", operator, value] =
    /^(?:steps|needs)\.([\w-]+)\.outputs\.([\w-]+) (==|!=) '([^']*)'$/.exec(condition) ?? [];
  if (operator === undefined) throw new Error(`no such expression is known here: ${condition}`);
  const is = (outputs[id]?.[name] ?? "") === value;
  return operator === "==" ? is : !is;
}

function outputsIn(text: string): Record<string, string> {
  return Object.fromEntries(
    text
      .split("\n")
      .flatMap((line) =>
        line.includes("=")
          ? [[line.slice(0, line.indexOf("=")), line.slice(line.indexOf("=") + 1)]]
          : [],
      ),
  );
}

/** An artifact: a folder that one job uploads under a name, and another downloads. */
export function artifacts(): {
  readonly up: (folder: string) => (step: Step) => void;
  readonly down: (folder: string) => (step: Step) => void;
} {
  const store = mkdtempSync(join(tmpdir(), "artifacts-"));
  const move = (from: string, to: string): void => {
    if (!existsSync(from)) throw new Error(`there is nothing to hand over: ${from}`);
    mkdirSync(to, { recursive: true });
    cpSync(from, to, { recursive: true });
  };
  return {
    up: (folder) => (step) =>
      move(join(folder, String(step.with?.path)), join(store, String(step.with?.name))),
    down: (folder) => (step) =>
      move(join(store, String(step.with?.name)), join(folder, String(step.with?.path))),
  };
}

/** The inputs of the action that opens pull requests. */
export type PullRequest = Readonly<Record<string, string>> & { readonly body: string };

/**
 * The used part of peter-evans/create-pull-request: commits the changes to the listed paths onto
 * the checked out commit, pushes that as the branch, and does not change main.
 */
export function createPullRequest(
  folder: string,
  done: (request: PullRequest) => void,
): (step: Step) => void {
  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: folder, encoding: "utf8", stdio: "pipe" }).trim();
  return ({ with: given = {} }) => {
    const said = Object.fromEntries(
      Object.entries(given).map(([name, value]) => [name, String(value)]),
    );
    const paths = (said["add-paths"] ?? "").split(",");
    git("checkout", "--quiet", "-B", said.branch ?? "");
    if (git("status", "--porcelain", "--", ...paths) !== "") {
      git("add", "--", ...paths);
      git("commit", "--quiet", "--message", said["commit-message"] ?? "");
    }
    git("push", "--quiet", "--force", "origin", said.branch ?? "");
    git("checkout", "--quiet", "main");
    done({ ...said, body: readFileSync(resolve(folder, said["body-path"] ?? ""), "utf8") });
  };
}
