import { Readable, Writable } from "node:stream";
import { main } from "../../cli/main.js";
import type { Environment, Io, StopSignal } from "../../cli/terminal/io.js";

export interface Ended {
  readonly exit: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface IoOptions {
  readonly stdin?: string;
  /** The whole environment. Default: empty. */
  readonly env?: Environment;
  readonly cwd?: string;
  /** The client's clock. Default: the system clock. */
  readonly clock?: Io["clock"];
  /**
   * The folder of programs that the command starts. Default: the sources, where none can be
   * started.
   */
  readonly programs?: URL;
  readonly stdout?: (text: string) => void;
  readonly stderr?: (text: string) => void;
}

/** Creates streams and an environment for one test, without signals. */
export function testIo({
  stdin = "",
  env = {},
  cwd,
  clock,
  programs = new URL("../../cli/", import.meta.url),
  stdout = () => {},
  stderr = () => {},
}: IoOptions = {}): Io {
  const decoder = new TextDecoder();
  const write = (bytes: Uint8Array, _: string, done: () => void): void => {
    stdout(decoder.decode(bytes, { stream: true }));
    done();
  };
  return {
    stdin: Readable.from([Buffer.from(stdin)]),
    stdout: new Writable({ write }),
    stderr: { write: (text: string) => stderr(text) === undefined },
    env,
    cwd,
    clock,
    programs,
    onSignal: () => () => {},
    onParentGone: () => () => {},
    exit: (code) => {
      throw new Error(`the process would end with ${code}`);
    },
  };
}

/** An Io that can receive signals. `exits` contains the exit codes. */
export function signalledIo(): Pick<Io, "onSignal" | "onParentGone" | "exit"> & {
  send(signal: StopSignal): void;
  readonly exits: number[];
} {
  const listeners = new Set<(signal: StopSignal) => void>();
  const exits: number[] = [];
  return {
    onSignal: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onParentGone: () => () => {},
    exit: (code) => exits.push(code),
    send: (signal) => {
      for (const listener of listeners) listener(signal);
    },
    exits,
  };
}

/** Runs a command in this process, and resolves to its output and exit code. */
export async function command(
  args: readonly string[],
  given: Pick<IoOptions, "stdin" | "env" | "cwd" | "clock"> = {},
): Promise<Ended> {
  let [stdout, stderr] = ["", ""];
  const io = testIo({
    ...given,
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
  });
  const exit = await main(args, io);
  return { exit, stdout, stderr };
}
