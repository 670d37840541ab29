import type { Kind } from "./kind.js";
import { dateKinds } from "./kinds/dates.js";
import { documentKinds } from "./kinds/documents.js";
import { fieldKinds } from "./kinds/fields.js";
import { headerKinds } from "./kinds/headers.js";
import { keywordKinds } from "./kinds/keywords.js";
import { mappingKinds } from "./kinds/mappings.js";
import { nameKinds } from "./kinds/names.js";
import { newerKinds } from "./kinds/newer.js";
import { objectKinds } from "./kinds/objects.js";
import { pageKinds } from "./kinds/pages.js";
import { parameterKinds } from "./kinds/parameters.js";
import { pinterestKinds } from "./kinds/pinterest.js";
import { proseKinds } from "./kinds/prose.js";
import { referenceKinds } from "./kinds/references.js";
import { responseKinds } from "./kinds/responses.js";
import { scalarKinds } from "./kinds/scalars.js";
import { securityKinds } from "./kinds/security.js";
import { serverKinds } from "./kinds/servers.js";
import { spellingKinds } from "./kinds/spellings.js";
import { statusKinds } from "./kinds/statuses.js";
import { vendorKinds } from "./kinds/vendors.js";

/** The catalogue of all edits that an API's owner might make to a description. */
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
  ...dateKinds,
  ...headerKinds,
  ...keywordKinds,
  ...pageKinds,
  ...securityKinds,
  ...serverKinds,
  ...spellingKinds,
  ...statusKinds,
  ...mappingKinds,
  ...pinterestKinds,
  ...vendorKinds,
  ...proseKinds,
];
