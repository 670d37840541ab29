import { expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { parseColumns } from "../../../generator/parse/annotations.js";
import { smallContract } from "../../support/small-contract.js";

const COLUMNS = parseColumns(`columns:
  SPEND: { value: money, evidence: unverified }
  CPC: { value: money, zero: false, evidence: unverified }
  PIN_ID: { value: id, evidence: unverified }
  STATUS: { value: label, evidence: unverified }
`);

/**
 * The known columns of a report whose request lists no columns, and whose rows another report also
 * has.
 */
function known(properties: Record<string, object>): unknown {
  const { document, source, annotations } = smallContract({
    body: { type: "object", properties } as never,
  });
  const flows = [
    ...annotations.flows.flows,
    { name: "other", create: "things/create", poll: "things/get" },
  ];
  const { model } = lower({
    document,
    source,
    annotations: { ...annotations, columns: COLUMNS, flows: { ...annotations.flows, flows } },
  });
  return model.flows[0]?.known;
}

it("missing numbers are filled with zero if the request names columns, except numbers that can be absent", () => {
  const columns = { type: "array", items: { type: "string" } };
  expect(known({ columns })).toEqual({ ids: ["PIN_ID"], texts: ["STATUS"], zeros: ["SPEND"] });
});

it("missing columns are not filled if the request does not name columns", () => {
  expect(known({ name: { type: "string" } })).toEqual({
    ids: ["PIN_ID"],
    texts: ["STATUS"],
    zeros: [],
  });
});
