import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { BIN } from "../../support/bin.js";
import { BODY, place } from "../../support/cli-fake-server.js";

/** A terminal's screen: what it shows after the bytes that were written. Understands what we send, and throws at anything else. */
class Terminal {
  readonly isTTY = true;
  readonly columns: number;
  readonly rows: number;
  readonly lines: string[] = [""];
  #line = 0;
  #column = 0;

  constructor(columns: number, rows: number) {
    this.columns = columns;
    this.rows = rows;
  }

  write(text: string): boolean {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what terminals are told with
    for (const [part] of text.matchAll(/\u001b\[\d*[AJ]|[\r\n]|[^\u0000-\u001f]+/g)) this.#take(part);
    return true;
  }

  #take(part: string): void {
    if (part === "\r") this.#column = 0;
    else if (part === "\n") [this.#line, this.#column] = [this.#line + 1, 0];
    else if (part.endsWith("A") && part.startsWith("\u001b")) this.#line -= Number.parseInt(part.slice(2), 10);
    else if (part === "\u001b[J") {
      this.lines[this.#line] = (this.lines[this.#line] ?? "").slice(0, this.#column);
      this.lines.length = this.#line + 1;
    } else {
      const line = this.lines[this.#line] ?? "";
      this.lines[this.#line] = line.slice(0, this.#column) + part + line.slice(this.#column + part.length);
      this.#column += part.length;
      if (this.#column >= this.columns) throw new Error(`the line wraps: ${part}`);
    }
    this.lines[this.#line] ??= "";
  }
}

afterEach(() => vi.unstubAllEnvs());

describe("a log", () => {});

// util-linux's `script` gives a process a terminal of its own.
const hasScript = await run("script", ["--version"]).then(
  ({ stdout }) => stdout.includes("util-linux"),
  () => false,
);

describe.skipIf(!hasScript)("run on a real terminal", { timeout: 60_000 }, () => {
  const command = (args: string) => `stty cols 50 rows 8; ${process.execPath} ${BIN} ${args}`;

  it("ends with the state of every account, in lines that never wrap", async () => {
    await using made = await place({ polls: 1 });
    await writeFile(join(made.folder, "body.json"), JSON.stringify(BODY));
    await writeFile(join(made.folder, "ids.txt"), "549755885175\n549755885176\n");
    const env = { ...process.env, CI: "", PINTEREST_ACCESS_TOKEN: made.server.accessToken, PINTEREST_API_BASE_URL: made.server.url };
    const args = "run --accounts ids.txt body.json --since 2d --out rows.csv";
    const { stdout } = await run("script", ["-qec", command(args), "/dev/null"], { cwd: made.folder, env });
    const screen = new Terminal(50, 8);
    screen.write(stdout);
    expect(screen.lines.map((line) => line.trim())).toEqual([
      expect.stringMatching(/^days {6}.* 2 days$/),
      expect.stringMatching(/^549755885175 {2}done, \d+ rows$/),
      expect.stringMatching(/^549755885176 {2}done, \d+ rows$/),
      expect.stringMatching(/^2 of 2 accounts done, \d+ rows, \d+ s$/),
      "",
    ]);
  });
});

function run(file: string, args: readonly string[], options: object = {}): Promise<{ readonly stdout: string }> {
  return new Promise((resolve, reject) => {
    execFile(file, args, options, (error, stdout) => (error ? reject(error) : resolve({ stdout: String(stdout) })));
  });
}
