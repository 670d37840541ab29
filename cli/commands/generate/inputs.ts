import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Workspace } from "../../../generator/workspace.js";
import { isRegularFile } from "../../../generator/write/commit.js";
import { filesIn } from "../../../generator/write/compare.js";
import { digestOf } from "../../../generator/write/digest.js";
import { generatorDigest } from "../../../generator/write/generator-digest.js";
import {
  hasInputs,
  type Inputs,
  type Manifest,
  readManifest,
  stateOf,
} from "../../../generator/write/manifest.js";
import { fullPath } from "../../terminal/io.js";
import type { DescriptionOptions } from "./from-description.js";
import { userFiles } from "./user-files.js";

/** The packages that generate schema.ts. */
const SCHEMA_PRINTERS = ["openapi-typescript", "typescript"];

/**
 * The passed command-line flags that affect the output, in alphabetical order. Flags that name
 * files, such as `--flows`, are not included.
 */
export function outputFlags(options: DescriptionOptions): readonly string[] {
  const {
    acceptProposed = false,
    keepGoing = false,
    strictProse = false,
    descriptions = true,
    schema = false,
  } = options;
  const given = {
    "--accept-proposed": acceptProposed,
    "--keep-going": keepGoing,
    "--no-descriptions": !descriptions,
    "--schema": schema,
    "--strict-prose": strictProse,
  };
  return Object.entries(given).flatMap(([flag, isGiven]) => (isGiven ? [flag] : []));
}

/**
 * Everything that determines the content of an output folder, except the description.
 *
 * This includes digests of the generator and your annotation files, and the flags. With `schema`,
 * it also includes the versions of the packages that print schema.ts. A pipe or an unreadable file
 * has an empty digest, and a missing package an empty version. Throws `Problems` if the annotation
 * folder is missing, has no annotation files, or has an unknown YAML file.
 */
export function inputsOfFolder(options: DescriptionOptions): Inputs {
  const files = [...userFiles(options)].map(([name, path]) => [
    name,
    inputDigest(fullPath(path, options)),
  ]);
  const printers = options.schema === true ? printerVersions() : {};
  return {
    generator: generatorDigest(),
    options: outputFlags(options),
    inputs: { ...Object.fromEntries(files), ...printers },
  };
}

/**
 * Everything that determines the content of a workspace's generated/.
 *
 * This includes digests of the generator and of the YAML files in spec/, the versions of the
 * packages that print schema.ts, and `keepGoing`. A pipe or an unreadable file has an empty digest,
 * and a missing package an empty version. Throws the file system's error if spec/ cannot be listed.
 */
export function inputsOfWorkspace(
  { root }: Workspace,
  { keepGoing = false }: Pick<DescriptionOptions, "keepGoing">,
): Inputs {
  const names = filesIn(new URL("spec/", root)).filter((name) => /^[^/]+\.yaml$/.test(name));
  const files = names.map((name) => [
    `spec/${name}`,
    inputDigest(fileURLToPath(new URL(`spec/${name}`, root))),
  ]);
  return {
    generator: generatorDigest(),
    options: outputFlags({ keepGoing }),
    inputs: { ...Object.fromEntries(files), ...printerVersions() },
  };
}

/**
 * A manifest that matches its folder. `foreign` lists files in the folder that were not generated.
 */
interface Current extends Manifest {
  readonly foreign: readonly string[];
}

/**
 * The manifest of a folder whose inputs and files are unchanged. Null if they have changed, or if
 * the manifest is missing or unreadable. Files that were not generated are ignored, but listed in
 * `foreign`.
 */
export function currentManifest(folder: URL, inputs: Inputs): Current | null {
  const known = readManifest(folder);
  if (known === null || !hasInputs(known, inputs)) return null;
  const state = stateOf(folder);
  return state?.output === known.output ? { ...known, foreign: state.foreign } : null;
}

/**
 * The digest of an input file. Empty for a pipe, which can be read only once, and for an unreadable
 * file, which is reported when its content is needed.
 */
function inputDigest(path: string): string {
  try {
    return isRegularFile(path) ? digestOf(readFileSync(path)) : "";
  } catch {
    return "";
  }
}

/**
 * The versions of `SCHEMA_PRINTERS`. Empty for a missing package, which is reported when it is
 * loaded.
 */
function printerVersions(): Readonly<Record<string, string>> {
  const load = createRequire(import.meta.url);
  const version = (name: string): string => {
    try {
      return String(load(`${name}/package.json`).version);
    } catch {
      return "";
    }
  };
  return Object.fromEntries(SCHEMA_PRINTERS.map((name) => [name, version(name)]));
}
