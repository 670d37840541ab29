// Makes dist/: the compiled runtime/, generated/ and generator/, and beside them what the published generator reads.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

// The contract stays behind: it is this package's slice. Another repository brings its own description with --spec.
const READ_WHEN_PUBLISHED = ["flows", "rules", "skipped", "columns", "docs"];

rmSync(here("dist"), { recursive: true, force: true });
try {
  execFileSync(process.execPath, [createRequire(import.meta.url).resolve("typescript/bin/tsc"), "-p", here("tsconfig.json")], {
    stdio: ["ignore", "inherit", "inherit"],
  });
} catch {
  // The compiler has said what is wrong. What it wrote all the same must not be taken for a build.
  rmSync(here("dist"), { recursive: true, force: true });
  process.exit(1);
}
cpSync(here("generated/model.json"), here("dist/generated/model.json"));
cpSync(here("templates"), here("dist/templates"), { recursive: true });
mkdirSync(here("dist/spec"));
for (const name of READ_WHEN_PUBLISHED) {
  const file = `spec/${name}.yaml`;
  if (existsSync(here(file))) cpSync(here(file), here(`dist/${file}`));
}
chmodSync(here("dist/generator/bin.js"), 0o755);
