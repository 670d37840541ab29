// Prints a table of the environments that can use the packed package: npx tsx
// test/package/print-matrix.ts. Uses the compilers and bundlers installed here, this version of
// Node, and the versions from npm, which are installed in a temporary folder.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { BUNDLERS } from "./bundles.js";
import { COMPILERS, compileAll, RESOLUTIONS, whyNotRequired } from "./compilers.js";
import { command, consumer, ENTRIES, pack, unpack } from "./packed.js";
import { byImport, byRequire, RUN } from "./programs.js";

const NODES = ["22", "24"];
const packed = await pack();
let failed = 0;

/** A line of the table, with the error if there is one, or the reason why it cannot be tested. */
function line(who: string, what: string, wrong: readonly string[], reason = ""): void {
  const state = wrong.length > 0 ? "FAILED" : reason === "" ? "passed" : "cannot";
  if (wrong.length > 0) failed++;
  console.log(
    `${who.padEnd(28)} ${what.padEnd(22)} ${state}  ${wrong[0]?.slice(0, 200) ?? reason}`.trimEnd(),
  );
}

async function compilers(): Promise<void> {
  for (const compiler of COMPILERS) {
    for (const resolution of RESOLUTIONS) {
      const complaints = await compileAll(packed, compiler, resolution);
      const [required, imported] = [true, false].map((is) =>
        complaints.filter(({ file }) => file.endsWith(".cts") === is).map(({ text }) => text),
      ) as [string[], string[]];
      const who = `TypeScript ${compiler.version} ${resolution}`;
      const why = whyNotRequired(compiler, resolution);
      line(who, `import, ${ENTRIES.length} entries`, imported);
      line(
        who,
        "require",
        why === null ? required : required.length > 0 ? [] : [`it can, though ${why}`],
        why ?? "",
      );
    }
  }
}

async function node(version: string, path: string): Promise<void> {
  const folder = await consumer(packed, `node-${version}`);
  const programs = {
    import: {
      text: ENTRIES.map((entry) => `import ${JSON.stringify(entry)};`).join("") + RUN(byImport),
      extension: "mjs",
    },
    require: {
      text: ENTRIES.map((entry) => `require(${JSON.stringify(entry)});`).join("") + RUN(byRequire),
      extension: "cjs",
    },
  };
  for (const [way, { text, extension }] of Object.entries(programs)) {
    const file = join(folder, `run.${extension}`);
    writeFileSync(file, text);
    const { exit, stdout, stderr } = await command(path, [file], folder);
    line(
      `Node ${version}`,
      `${way}, run`,
      exit === 0 && stdout.includes("CAMPAIGN_ID") ? [] : [`exit ${exit} ${stderr}`],
    );
  }
}

async function installedNode(version: string): Promise<void> {
  const place = await consumer(packed, `install-${version}`);
  const { exit, stderr } = await command(
    "npm",
    ["install", "--no-audit", "--no-fund", "--prefix", place, `node@${version}`],
    place,
  );
  if (exit === 0) await node(version, join(place, "node_modules/.bin/node"));
  else
    line(
      `Node ${version}`,
      "import, require",
      [],
      `npm does not give it here: ${stderr.trim().split("\n")[0]}`,
    );
}

async function bundlers(): Promise<void> {
  for (const [name, bundle] of Object.entries(BUNDLERS)) {
    const folder = await consumer(packed, `bundle-${name}`);
    for (const program of [
      'export { createClient } from "pinterest-reports";',
      'export * from "pinterest-reports/validators";',
    ]) {
      const wrong = await bundle(folder, program).then(
        () => [],
        (error: Error) => [error.message],
      );
      line(
        `${name}, for a browser`,
        program.includes("createClient") ? "createClient" : "validators",
        wrong,
      );
    }
  }
}

try {
  await compilers();
  await node(process.versions.node, process.execPath);
  for (const version of NODES) await installedNode(version);
  await bundlers();
} finally {
  await unpack(packed);
}
process.exitCode = failed === 0 ? 0 : 1;
