import { below } from "../../../runtime/validation/pointer.js";

/** A part of a description that can be changed. */
export interface Tree {
  // biome-ignore lint/suspicious/noExplicitAny: a description can contain anything.
  [key: string]: any;
}

export const isTree = (value: unknown): value is Tree =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const METHODS = ["get", "put", "post", "delete", "patch"];
const SECTIONS = {
  schema: "schemas",
  parameter: "parameters",
  requestBody: "requestBodies",
  response: "responses",
  pathItem: "pathItems",
} as const;
type What = keyof typeof SECTIONS;

/** The position of a node in the description. */
interface Slot {
  readonly holder: Tree;
  readonly key: string | number;
  readonly what: What;
  /** Whether a discriminator selects this alternative, so that it must stay a reference. */
  readonly isTold?: boolean;
}

/** The position of the node that a reference leads to. */
function located(document: Tree, reference: string): Slot | null {
  const steps = decodeURIComponent(reference)
    .split("/")
    .slice(1)
    .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  const key = steps.pop();
  const holder = steps.reduce<Tree | undefined>((node, step) => node?.[step], document);
  return key === undefined || holder === undefined ? null : { holder, key, what: "schema" };
}

/**
 * A copy of the description with only these operations and what they refer to. A complete
 * description takes ten times as long to read.
 */
export function cut(document: Tree, ids: readonly string[]): Tree {
  const { paths, components, ...rest } = structuredClone(document);
  const kept: Tree = { ...rest, paths: {}, components: {} };
  for (const [path, item] of Object.entries(paths as Tree)) {
    const operations = Object.entries(item as Tree).filter(
      ([method, operation]) =>
        !METHODS.includes(method) || ids.includes(String((operation as Tree).operationId)),
    );
    if (operations.some(([method]) => METHODS.includes(method)))
      kept.paths[path] = Object.fromEntries(operations);
  }
  if (isTree(components.securitySchemes))
    kept.components.securitySchemes = components.securitySchemes;
  const keep = (node: unknown): void => {
    if (typeof node === "string" && node.startsWith("#/components/")) {
      const [, , section = "", name = ""] = node.split("/");
      if (kept.components[section]?.[name] !== undefined) return;
      kept.components[section] ??= {};
      kept.components[section][name] = components[section]?.[name];
      keep(components[section]?.[name]);
    } else if (typeof node === "object" && node !== null) Object.values(node).forEach(keep);
  };
  keep(kept.paths);
  return kept;
}

/** All positions whose node can be written in another way. */
function slotsOf(document: Tree): readonly Slot[] {
  const slots: Slot[] = [];
  const seen = new Set<unknown>();
  const visit = (holder: Tree, key: string | number, what: What, isTold = false): Tree | null => {
    const node = holder[key];
    if (!isTree(node) || seen.has(node)) return null;
    seen.add(node);
    slots.push({ holder, key, what, isTold });
    const target = typeof node.$ref === "string" ? located(document, node.$ref) : null;
    const followed = target && visit(target.holder, target.key, what, isTold);
    return target === null ? node : followed;
  };
  const schema = (holder: Tree, key: string | number, isTold = false): void => {
    const node = visit(holder, key, "schema", isTold);
    if (node === null) return;
    for (const join of ["allOf", "oneOf", "anyOf"])
      for (const index of (node[join] ?? []).keys())
        schema(node[join], index, node.discriminator !== undefined && join !== "allOf");
    for (const name of Object.keys(node.properties ?? {})) schema(node.properties, name);
    for (const name of ["items", "additionalProperties"]) schema(node, name);
  };
  const content = (node: Tree | null): void => {
    for (const media of Object.values((node?.content ?? {}) as Tree)) schema(media, "schema");
  };
  for (const path of Object.keys(document.paths)) {
    const item = visit(document.paths, path, "pathItem");
    if (item === null) continue;
    for (const operation of [item, ...METHODS.map((method) => item[method])].filter(isTree)) {
      for (const index of (operation.parameters ?? []).keys()) {
        const parameter = visit(operation.parameters, index, "parameter");
        if (parameter !== null) schema(parameter, "schema");
      }
      content(visit(operation, "requestBody", "requestBody"));
      for (const status of Object.keys(operation.responses ?? {}))
        visit(operation.responses, status, "response");
    }
  }
  return slots;
}

/** Returns a random integer that is at least 0 and less than `limit`. */
type Draw = (limit: number) => number;

interface Rewriting {
  readonly fits: (node: Tree, slot: Slot) => boolean;
  readonly apply: (slot: Slot, node: Tree, document: Tree, draw: Draw) => void;
}

const isWritten = (node: Tree, { what }: Slot): boolean =>
  what === "schema" && node.$ref === undefined;

/** Adds a new component, and returns a reference to it in one of several spellings. */
function component(document: Tree, what: What, node: Tree, draw: Draw): string {
  const section = SECTIONS[what];
  document.components[section] ??= {};
  const components = document.components[section];
  const name = `${["Extra", "Ex tra", "Ex/tra", "Ex~tra", "Exträ", "Ex%tra"][draw(6)]}${Object.keys(components).length}`;
  components[name] = node;
  const pointer = below("#", "components", section, name);
  // In a reference, only the percent sign must be escaped; every other escape is optional.
  return draw(2) === 0 || name.includes("%")
    ? `#${encodeURI(pointer.slice(1)).replaceAll("%7E", "~")}`
    : pointer;
}

/** Rewritings that do not change a description's meaning, by name. */
export const rewritings: Readonly<Record<string, Rewriting>> = {
  "behind a reference": {
    fits: () => true,
    apply({ holder, key, what }, node, document, draw) {
      holder[key] = { $ref: component(document, what, node, draw) };
    },
  },
  "behind two references": {
    fits: () => true,
    apply({ holder, key, what }, node, document, draw) {
      const inner = { $ref: component(document, what, node, draw) };
      holder[key] = { $ref: component(document, what, inner, draw) };
    },
  },
  "behind a reference into a component": {
    fits: isWritten,
    apply({ holder, key, what }, node, document, draw) {
      const home = { type: "object", properties: { "in/side": node } };
      holder[key] = { $ref: `${component(document, what, home, draw)}/properties/in~1side` };
    },
  },
  "in place of its reference": {
    fits: (node, { isTold }) =>
      isTold !== true && typeof node.$ref === "string" && Object.keys(node).length === 1,
    apply({ holder, key }, node, document) {
      const target = located(document, node.$ref);
      if (target !== null) holder[key] = structuredClone(target.holder[target.key]);
    },
  },
  "as the only part": {
    fits: (_, { what }) => what === "schema",
    apply({ holder, key }, node) {
      holder[key] = { allOf: [node] };
    },
  },
  "with its text outside": {
    fits: (node, slot) => isWritten(node, slot) && typeof node.description === "string",
    apply({ holder, key }, { description, ...node }) {
      holder[key] = { description, allOf: [node] };
    },
  },
  "in two parts": {
    fits: (node, slot) =>
      isWritten(node, slot) &&
      isTree(node.properties) &&
      Object.keys(node.properties).length > 1 &&
      ["allOf", "oneOf", "anyOf", "discriminator", "additionalProperties"].every(
        (keyword) => node[keyword] === undefined,
      ),
    apply({ holder, key }, { properties, required = [], ...node }, document, draw) {
      const names = Object.keys(properties);
      const first = names.slice(0, 1 + draw(names.length - 1));
      const [one, other] = [first, names.filter((name) => !first.includes(name))].map((part) => ({
        type: "object",
        properties: Object.fromEntries(part.map((name) => [name, properties[name]])),
        required: required.filter((name: string) => part.includes(name)),
      }));
      const base = draw(2) === 0 ? one : { $ref: component(document, "schema", one ?? {}, draw) };
      holder[key] = { ...node, allOf: [base, other] };
    },
  },
  "an enum as alternatives": {
    fits: (node, slot) =>
      isWritten(node, slot) &&
      Array.isArray(node.enum) &&
      node.enum.length > 0 &&
      node.enum.every((value: unknown) => typeof value === "string") &&
      node.oneOf === undefined &&
      node.anyOf === undefined,
    apply({ holder, key }, { enum: values, ...node }, _, draw) {
      const join = ["oneOf", "anyOf"][draw(2)] ?? "";
      const isConst = draw(2) === 0;
      holder[key] = {
        ...node,
        [join]: values.map((value: string) => (isConst ? { const: value } : { enum: [value] })),
      };
    },
  },
  "nullable as later versions write it": {
    fits: (node, slot) =>
      isWritten(node, slot) && node.nullable === true && typeof node.type === "string",
    apply({ holder, key }, { nullable: _, type, enum: values, ...node }, document, draw) {
      document.openapi = "3.1.0";
      const given = values === undefined ? {} : { enum: values };
      holder[key] =
        draw(2) === 0
          ? { ...node, ...given, type: draw(2) === 0 ? [type, "null"] : ["null", type] }
          : { anyOf: [{ ...node, ...given, type }, { type: "null" }] };
    },
  },
  "with its keys in another order": {
    fits: (node) => Object.keys(node).length > 1,
    apply({ holder, key }, node, _, draw) {
      const turned = (tree: Tree): Tree => {
        const entries = Object.entries(tree);
        const first = draw(entries.length);
        return Object.fromEntries([...entries.slice(first), ...entries.slice(0, first)].reverse());
      };
      holder[key] = turned(
        isTree(node.properties) ? { ...node, properties: turned(node.properties) } : node,
      );
    },
  },
  "parameters of the path": {
    fits: (node, { what }) => what === "pathItem" && node.$ref === undefined,
    apply(_, item) {
      const operations = METHODS.map((method) => item[method]).filter(isTree);
      const [only] = operations;
      if (item.parameters !== undefined) {
        for (const operation of operations)
          operation.parameters = [
            ...structuredClone(item.parameters),
            ...(operation.parameters ?? []),
          ];
        delete item.parameters;
      } else if (operations.length === 1 && only !== undefined) {
        item.parameters = only.parameters ?? [];
        delete only.parameters;
      }
    },
  },
  "a discriminator of the base": {
    fits: (node, slot) =>
      isWritten(node, slot) &&
      isTree(node.discriminator?.mapping) &&
      Array.isArray(node.oneOf) &&
      node.oneOf.every(({ $ref }: Tree) =>
        Object.values(node.discriminator.mapping).includes($ref),
      ) &&
      Object.keys(node).every((key) => ["oneOf", "discriminator", "description"].includes(key)),
    apply({ holder, key }, { oneOf: _, ...base }, document, draw) {
      const reference = component(document, "schema", { ...base, type: "object" }, draw);
      holder[key] = { $ref: reference };
      for (const target of new Set(Object.values<string>(base.discriminator.mapping))) {
        const slot = located(document, target);
        if (slot !== null)
          slot.holder[slot.key] = { allOf: [{ $ref: reference }, slot.holder[slot.key]] };
      }
    },
  },
};

/**
 * The index of a rewriting, the index of a place, and random numbers for the rewriting's other
 * choices.
 */
export type Step = readonly [rewriting: number, place: number, draws: readonly number[]];

/**
 * Applies these steps to a copy of the description. Returns the copy, and the names of the
 * rewritings that found a place.
 */
export function rewritten(
  description: Tree,
  steps: readonly Step[],
): { readonly document: Tree; readonly names: readonly string[] } {
  const document = structuredClone(description);
  const entries = Object.entries(rewritings);
  const names = steps.flatMap(([rewriting, place, draws]) => {
    const [name, { fits, apply }] = entries[rewriting % entries.length] as [string, Rewriting];
    const slots = slotsOf(document).filter((slot) => fits(slot.holder[slot.key], slot));
    const slot = slots[place % Math.max(slots.length, 1)];
    if (slot === undefined) return [];
    let drawn = 0;
    apply(
      slot,
      slot.holder[slot.key],
      document,
      (limit) => (draws[drawn++ % draws.length] ?? 0) % limit,
    );
    return [`${name}: ${slot.key}`];
  });
  return { document, names };
}
