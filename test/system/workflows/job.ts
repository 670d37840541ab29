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

/** The environment of a job, and the stand-ins for GitHub's actions. */
export interface Runner {
  /** The folder of the checkout. */
  readonly folder: string;
  /** Environment variables and the values of expressions such as `github.token`. */
  readonly env: Readonly<Record<string, string>>;
  /** Values that replace variables in a step's environment, such as the URL of a description. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Commands that are replaced because the machine cannot run them: `npm ci` needs a registry. */
  readonly prepared?: readonly string[];
  /** The outputs of earlier jobs. */
  readonly needs?: Outputs;
  /** The stand-ins for actions, by name without a version. */
  readonly actions: Readonly<Record<string, (step: Step) => void | Promise<void>>>;
}

export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Done {
  readonly exit: number;
  /** Everything that the commands printed. */
  readonly said: string;
  /** The outputs and the result of each step with an id. */
  readonly outputs: Outputs;
}

/** Runs a job's steps in order until one fails, each command as GitHub would run it. */
export async function runJob(steps: readonly Step[], runner: Runner): Promise<Done> {
  const outputs: Record<string, Readonly<Record<string, string>>> = { ...runner.needs };
  let said = "";
  const temp = mkdtempSync(join(tmpdir(), "runner-"));
  for (const step of steps) {
    if (step.if !== undefined && !holds(step.if, outputs)) continue;
    if (step.uses !== undefined) {
      const action = runner.actions[step.uses.replace(/@.*/, "")];
      if (action === undefined) throw new Error(`there is no stand-in for ${step.uses}`);
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

/** Runs a command as GitHub does: in bash, which stops at the first failing command. */
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

/** Evaluates the expressions in a text. Only a few kinds are supported. */
function filledIn(value: string, { env, temp, outputs }: Running): string {
  return value.replace(/\$\{\{ (.*?) \}\}/g, (_, expression: string) => {
    if (expression === "github.token") return env.GITHUB_TOKEN ?? "";
    const [, id = "", name = ""] = REFERENCE.exec(expression) ?? [];
    if (id !== "") return outputs[id]?.[name] ?? "";
    return expression === "runner.temp" ? temp : String(holds(expression, outputs));
  });
}

const REFERENCE = /^(?:steps|needs)\.([\w-]+)\.outputs\.([\w-]+)$/;

/** Evaluates a condition of the form `steps.x.outputs.y == 'z'`, or with `!=`. */
export function holds(condition: string, outputs: Outputs): boolean {
  const [, id = "", name = "", operator, value] =
    /^(?:steps|needs)\.([\w-]+)\.outputs\.([\w-]+) (==|!=) '([^']*)'$/.exec(condition) ?? [];
  if (operator === undefined) throw new Error(`this expression is not supported: ${condition}`);
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

/** Artifacts: folders that one job uploads by name and another job downloads. */
export function artifacts(): {
  readonly up: (folder: string) => (step: Step) => void;
  readonly down: (folder: string) => (step: Step) => void;
} {
  const store = mkdtempSync(join(tmpdir(), "artifacts-"));
  const move = (from: string, to: string): void => {
    if (!existsSync(from)) throw new Error(`there is nothing to upload: ${from}`);
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
 * Does what this repository uses of peter-evans/create-pull-request: commits the changes in the
 * listed paths on top of the checked out commit, and pushes that as the branch. Does not change
 * main.
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
