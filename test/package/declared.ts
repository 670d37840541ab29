import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "./packed.js";

/**
 * A folder with only the package's declarations, for api-extractor. Needs no packing or installing.
 */
export function declare(): { readonly home: string; readonly installed: string } {
  const home = mkdtempSync(join(tmpdir(), "declared-"));
  const installed = join(home, "declared");
  symlinkSync(join(ROOT, "node_modules"), join(home, "node_modules"), "junction");
  mkdirSync(installed);
  cpSync(join(ROOT, "package.json"), join(installed, "package.json"));
  const alone = ["--emitDeclarationOnly", "--outDir", join(installed, "dist")];
  execFileSync(
    process.execPath,
    [join(ROOT, "node_modules/typescript-7/bin/tsc"), "-p", join(ROOT, "tsconfig.json"), ...alone],
    {
      stdio: "inherit",
    },
  );
  return { home, installed };
}
