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

/** Where a job runs, and what stands for the actions of the host. */
export interface Runner {
  /** The checkout. */
  readonly folder: string;
  /** What `github.token` and the like are here. */
  readonly env: Readonly<Record<string, string>>;
  /**
   * What the environment of a step says here instead of what the file says, such as where a
   * description lies.
   */
  readonly instead?: Readonly<Record<string, string>>;
  /** Commands that the machine cannot run as they are, by their text: `npm ci` asks a registry. */
  readonly prepared?: readonly string[];
  /** What the jobs before this one have put out. */
  readonly needs?: Outputs;
  /** What stands for an action, by its name without a version. */
  readonly actions: Readonly<Record<string, (step: Step) => void | Promise<void>>>;
}

export type Outputs = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface Done {
  readonly exit: number;
  /** All that the commands printed. */
  readonly said: string;
  /** What each step with an id has put out, and how it ended. */
  readonly outputs: Outputs;
}

/**
 * Runs the steps of a job one after the other, each command as the host runs it, until one fails.
 */
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

/** As the host does: bash, which stops at the first command that fails. */
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

/** A text with its expressions worked out, of which a few are known. */
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

/**
 * What one job hands to another: a folder that is put away under a name, and laid down elsewhere.
 */
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

/** What the action that opens pull requests was asked for. */
export type PullRequest = Readonly<Record<string, string>> & { readonly body: string };

/**
 * As much of peter-evans/create-pull-request as the workflows use: commits the changes of the
 * listed paths on top of what is checked out, pushes that as the branch, and leaves main as it was.
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
