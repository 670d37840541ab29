import type { Writable } from "node:stream";
import { noCommand } from "../generator/print.js";

/** Where progress goes: stderr, or a stand-in for it. */
export interface Screen extends Pick<Writable, "write"> {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  readonly rows?: number | undefined;
}

const EVERY_MS = 100;
const USUAL = { columns: 80, rows: 24 };

/** Whether lines can change on it: a terminal that can move its cursor, and no log of a build. */
export function isLive(screen: Screen): boolean {
  const { CI, TERM } = process.env;
  return screen.isTTY === true && TERM !== "dumb" && ["", "0", "false", undefined].includes(CI);
}

/** Lines at the end of a terminal that change in place. */
export interface LiveLines {
  /** Writes what stays above them. */
  say(text: string): void;
  /** Shows them once more and leaves the cursor on a line of its own. */
  end(): void;
}

/** Shows what `lines` gives, again and again, and never more than the terminal has room for. `lines` is told how many that is. */
export function liveLines(screen: Screen, lines: (room: number) => readonly string[]): LiveLines {
  let drawn = 0;
  let last = "";
  const erase = (): string => {
    const up = drawn > 1 ? `\u001b[${drawn - 1}A` : "";
    return drawn === 0 ? "" : `\r${up}\u001b[J`;
  };
  const draw = (above = ""): void => {
    // One line and one column are left free: at the very end some terminals move on by themselves.
    const { columns = USUAL.columns, rows = USUAL.rows } = screen;
    const room = Math.max(1, (rows || USUAL.rows) - 1);
    const shown = lines(room)
      .slice(0, room)
      .map((line) => fitted(line, (columns || USUAL.columns) - 1));
    const text = shown.join("\n");
    if (text === last && above === "") return;
    screen.write(`${erase()}${above}${text}`);
    drawn = shown.length;
    last = text;
  };
  // Does not keep a process open that has nothing else to do.
  const timer = setInterval(draw, EVERY_MS).unref();
  return {
    say: (text) => draw(`${text}\n`),
    end: () => {
      clearInterval(timer);
      draw();
      if (drawn > 0) screen.write("\n");
    },
  };
}

/** Nothing in it moves the cursor: some words are the API's. */
export function plain(text: string): string {
  return noCommand(text.replace(/\p{C}/gu, "\ufffd"));
}

/** So much of it as has room. */
function fitted(line: string, most: number): string {
  const text = plain(line);
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
