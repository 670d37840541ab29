// Makes dist/: the compiled runtime/, generated/, generator/ and cli/, and beside them what the published generator reads.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// The contract stays behind: it is this package's slice. Another repository brings its own description with --spec.
const READ_WHEN_PUBLISHED = ["flows", "rules", "skipped", "columns", "docs", "rows"];

rmSync(here("dist"), { recursive: true, force: true });
try {
  execFileSync(process.execPath, [here("node_modules/typescript-7/bin/tsc"), "-p", here("tsconfig.json")], {
    stdio: ["ignore", "inherit", "inherit"],
  });
} catch {
  // The compiler has said what is wrong. What it wrote all the same must not be taken for a build.
  rmSync(here("dist"), { recursive: true, force: true });
  process.exit(1);
}
for (const folder of ["dist/generator", "dist/cli"]) leaveOnlyCode(here(folder));
cpSync(here("generated/model.json"), here("dist/generated/model.json"));
cpSync(here("templates"), here("dist/templates"), { recursive: true });
mkdirSync(here("dist/spec"));
for (const name of READ_WHEN_PUBLISHED) {
  const file = `spec/${name}.yaml`;
  if (existsSync(here(file))) cpSync(here(file), here(`dist/${file}`));
}
// For editors of those who write such files.
cpSync(here("spec/schemas"), here("dist/spec/schemas"), { recursive: true });
chmodSync(here("dist/cli/bin.js"), 0o755);

/** The generator is run as a command and never imported: types and maps of it would be a third of the package, unused. */
function leaveOnlyCode(folder) {
  for (const name of readdirSync(folder, { recursive: true })) {
    const file = join(folder, name);
    if (/\.(d\.ts|map)$/.test(name)) rmSync(file);
    else if (name.endsWith(".js")) writeFileSync(file, readFileSync(file, "utf8").replace(/^\/\/# sourceMappingURL=.*\n?/m, ""));
  }
}
