import { expect, it } from "vitest";
import { summaryOf } from "../../../cli/commands/generate/summary.js";
import { compareModels } from "../../../generator/diff/compare.js";
import { lower } from "../../../generator/lower/lower.js";
import type { Model } from "../../../generator/model/model.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { smallContract } from "../../support/small-contract.js";

const text: JsonObject = { type: "string" };
const body: JsonObject = {
  type: "object",
  properties: { level: { ...text, enum: ["A", "B"] }, name: text },
};
const rule: JsonObject = {
  id: "no-name",
  kind: "forbidden-when",
  when: [{ field: "level", is: ["A"] }],
  field: "name",
};
const withRules = (...rules: readonly JsonObject[]): Model =>
  lower(smallContract({ body, rules })).model;

function said(old: Model, now: Model): string {
  const diff = compareModels({ name: "1", model: old }, { name: "2", model: now });
  return summaryOf({
    before: "1",
    version: "2",
    diff,
    isUnreadable: false,
    messages: [],
    unlistedUnread: "",
    proposals: [],
  });
}

it("a rule that is no longer stated is reported as lost in the summary, whether it is removed or kept as a warning", () => {
  const [gone, kept] = [
    said(withRules(rule), withRules()),
    said(withRules(rule), withRules({ ...rule, until: "1.0.0" })),
  ];
  expect(gone).toContain(
    "\n### Lost and new rules\n\n- lost: **thing** `no-name`: name is not allowed when level is A\n",
  );
  expect(kept).toContain(
    "\n### Lost and new rules\n\n- lost: **thing** `no-name`: name may be rejected when level is A; last stated in version 1.0.0",
  );
  expect(kept).not.toContain("### Added or loosened");
});

it("a rule that is stated again is reported as breaking in the summary, not as new or lost", () => {
  const again = said(withRules({ ...rule, until: "1.0.0" }), withRules(rule));
  expect(again).toContain("### Breaking\n");
  expect(again).not.toContain("### Lost and new rules");
});
