// The descriptions that are edited: three versions if complete descriptions are available,
// otherwise this repository's contracts.

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FlowsFile } from "../../../generator/parse/config.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { packageRoot, shippedFile } from "../../../generator/workspace.js";
import { descriptions } from "../../support/descriptions.js";
import { copyOf, isTree, type Role, type Tree, tree, type Value, type Wanted } from "./draft.js";

const VERSIONS = ["5.12.0", "5.23.0", "5.28.0"];

/** The file of each version, oldest first. */
export const versions: ReadonlyMap<string, string> = new Map(
  descriptions === null ? contracts() : described(descriptions),
);

function described(folder: string): readonly (readonly [string, string])[] {
  return VERSIONS.map((version) => [version, `${folder}/${version}.yaml`] as const).filter(
    ([, file]) => existsSync(file),
  );
}

/** The followed contract, and the one that is kept as a fixture. */
function contracts(): readonly (readonly [string, string])[] {
  const fixtures = fileURLToPath(new URL("test/fixtures/", packageRoot));
  const kept = readdirSync(fixtures).flatMap((name) => {
    const version = /^contract-([\d.]+)\.yaml$/.exec(name)?.[1];
    return version === undefined ? [] : [[version, `${fixtures}${name}`] as const];
  });
  const followed = fileURLToPath(shippedFile("contract.yaml"));
  const { info } = tree(
    parseYaml(readFileSync(followed, "utf8"), "spec/contract.yaml").value as Value,
  );
  const all = new Map([...kept, [String(tree(info).version), followed] as const]);
  return [...all].sort(([one], [other]) => one.localeCompare(other, "en", { numeric: true }));
}

/** The flows file that is used with every description. */
export const flows: FlowsFile = readAnnotations(shippedFile).flows;

/** The same flows file as data: a copy that may be edited. */
export function offersOf(): Tree {
  return copyOf(
    parseYaml(readFileSync(shippedFile("flows.yaml"), "utf8"), "spec/flows.yaml").value as Tree,
  );
}

/** The operations requested from a version, each with its role in a report. */
export function wantedOf(_version: string): Wanted {
  const { flows: reports, operations = [] } = flows;
  const roles = new Map<string, Role>(operations.map(({ operation }) => [operation, "call"]));
  for (const { create, poll } of reports) roles.set(create, "create").set(poll, "poll");
  return roles;
}

const read = new Map<string, Tree>();

/** A copy of a description, which may be edited, reduced to the requested operations. */
export function descriptionOf(version: string): Tree {
  const known =
    read.get(version) ??
    reduced(
      parseYaml(readFileSync(versions.get(version) ?? "", "utf8"), version).value as Tree,
      wantedOf(version),
    );
  read.set(version, known);
  return copyOf(known);
}

/**
 * The requested operations and everything they refer to, in the description's order. Reading the
 * rest again and again would take most of the time.
 */
function reduced(document: Tree, wanted: Wanted): Tree {
  const paths = Object.entries(tree(document.paths)).flatMap(
    ([path, item]): (readonly [string, Tree])[] => {
      const kept = Object.entries(tree(item)).filter(
        ([key, node]) =>
          !isTree(node) || key === "parameters" || wanted.has(String(node.operationId)),
      );
      return kept.some(([, node]) => isTree(node)) ? [[path, Object.fromEntries(kept)]] : [];
    },
  );
  const reached = new Set<string>();
  const visit = (node: Value | undefined): void => {
    const [, section, name] =
      /^#\/components\/([^/]+)\/([^/]+)/.exec(typeof node === "string" ? node : "") ?? [];
    if (section !== undefined && name !== undefined && !reached.has(`${section}/${name}`)) {
      reached.add(`${section}/${name}`);
      visit(tree(tree(document.components)[section])[name]);
    }
    if (typeof node === "object" && node !== null)
      for (const one of Object.values(node)) visit(one);
  };
  visit(Object.fromEntries(paths));
  const components = Object.entries(tree(document.components)).map(([section, names]) => {
    const isKept = (name: string): boolean =>
      section === "securitySchemes" || reached.has(`${section}/${name}`);
    return [
      section,
      Object.fromEntries(Object.entries(tree(names)).filter(([name]) => isKept(name))),
    ] as const;
  });
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: Object.fromEntries(components),
  };
}
