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

/** The catalogue: what an owner of an API does to its description. */
export const kinds: readonly Kind[] = [
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
