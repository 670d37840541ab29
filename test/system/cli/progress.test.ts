import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BIN } from "../../support/bin.js";
import { BODY, place } from "../../support/cli-fake-server.js";
import { Terminal } from "../../support/terminal.js";

// util-linux's `script` runs a process in a new terminal.
const hasScript = await run("script", ["--version"]).then(
  ({ stdout }) => stdout.includes("util-linux"),
  () => false,
);

describe.skipIf(!hasScript)("run in a real terminal", () => {
  const command = (args: string) => `stty cols 50 rows 8; ${process.execPath} ${BIN} ${args}`;

  it("shows the state of every account at the end, in lines that never wrap", async () => {
    await using made = await place({ polls: 1 });
    await writeFile(join(made.folder, "body.json"), JSON.stringify(BODY));
    await writeFile(join(made.folder, "ids.txt"), "549755885175\n549755885176\n");
    const env = {
      ...process.env,
      CI: "",
      PINTEREST_ACCESS_TOKEN: made.server.accessToken,
      PINTEREST_API_BASE_URL: made.server.url,
    };
    const args = "run --accounts ids.txt body.json --since 2d --out rows.csv";
    const { stdout } = await run("script", ["-qec", command(args), "/dev/null"], {
      cwd: made.folder,
      env,
    });
    const screen = new Terminal(50, 8);
    screen.write(stdout);
    expect(screen.lines.map((line) => line.trim())).toEqual([
      expect.stringMatching(/^days {6}.* 2 days$/),
      expect.stringMatching(/^549755885175 {2}done, \d+ rows$/),
      expect.stringMatching(/^549755885176 {2}done, \d+ rows$/),
      expect.stringMatching(/^2 of 2 accounts done, \d+ rows, \d+ s$/),
      "",
      expect.stringMatching(/^Campaign +Paid impressions$/),
      ...Array.from({ length: 5 }, () => expect.stringMatching(/^\d{12} +[\d,]+$/)),
      expect.stringMatching(/^1 more +[\d,]+$/),
      expect.stringMatching(/^Total +[\d,]+$/),
      "",
      expect.stringMatching(/^days {6}.* 2 days, 2 w.*…$/),
      expect.stringMatching(/^left out {2}Totals leave out amounts of money.*…$/),
      expect.stringMatching(/^done {6}2 of 2 accounts, \d+ rows, \d+ s$/),
      "",
    ]);
  });
});

function run(
  file: string,
  args: readonly string[],
  options: object = {},
): Promise<{ readonly stdout: string }> {
  return new Promise((resolve, reject) => {
    execFile(file, args, options, (error, stdout) =>
      error ? reject(error) : resolve({ stdout: String(stdout) }),
    );
  });
}
