import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Model } from "../../../generator/model/model.js";
import { namedIn } from "../../../generator/model/written.js";
import { build } from "../../../generator/pipeline.js";
import { SUPPORT_FUNCTIONS, SUPPORT_TYPES } from "../../../generator/taken-names.js";
import { KINDS, namesFor, supportNames } from "../../support/taken-names.js";

/** The names of all types in a model. */
const typesOf = ({ operations, schemas }: Model): readonly string[] => [
  ...new Set(
    [...operations, ...(schemas ? [schemas.request, schemas.response] : [])]
      .flatMap(namedIn)
      .map(({ name }) => name),
  ),
];

it("the generator avoids all names that the support entry exports, and no others", () => {
  expect([...SUPPORT_FUNCTIONS, ...SUPPORT_TYPES].sort()).toEqual(supportNames);
});

describe.each(Object.entries(KINDS))("%s", (_, described) => {
  const names = [...new Set(["checkBody", ...supportNames].flatMap(namesFor))];

  it("can share names with everything that generated code imports, and its types get their final names in one pass", async () => {
    const contract = described(names);
    const { model } = await build(contract, "elsewhere");
    expect(typesOf(model)).toEqual(typesOf(lower(contract).model));
  });

  it.each(["checkBody", ...supportNames].filter((name) => name.startsWith("check")))(
    "can have the name of %s alone",
    async (name) => {
      for (const one of namesFor(name)) await build(described([one]), "elsewhere");
    },
  );
});
