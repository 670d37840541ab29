import type { Kind } from "./kind.js";
import { documentKinds } from "./kinds/documents.js";
import { fieldKinds } from "./kinds/fields.js";
import { nameKinds } from "./kinds/names.js";
import { newerKinds } from "./kinds/newer.js";
import { objectKinds } from "./kinds/objects.js";
import { parameterKinds } from "./kinds/parameters.js";
import { proseKinds } from "./kinds/prose.js";
import { referenceKinds } from "./kinds/references.js";
import { responseKinds } from "./kinds/responses.js";
import { scalarKinds } from "./kinds/scalars.js";

const all: readonly Kind[] = [
  ...fieldKinds,
  ...scalarKinds,
  ...objectKinds,
  ...referenceKinds,
  ...parameterKinds,
  ...responseKinds,
  ...documentKinds,
  ...newerKinds,
  ...nameKinds,
  ...proseKinds,
];

/** What `generate` does not do as it should yet: kinds that the test leaves out for now. */
const AWAITED: ReadonlySet<string> = new Set([]);

/** The catalogue: what an owner of an API does to its description. */
export const kinds: readonly Kind[] = all.filter(({ name }) => !AWAITED.has(name));

/** Kinds that become part of the catalogue as soon as they pass. */
export const awaited: readonly Kind[] = all.filter(({ name }) => AWAITED.has(name));
