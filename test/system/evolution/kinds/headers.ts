// What an owner does to headers, and to parameters that have a media type of their own.

import { copyOf, type Draft, listed, type Tree } from "../draft.js";
import { type Edit, type Kind, lives, ofOperation, refused, told } from "../kind.js";

function added(
  name: string,
  says: string,
  parameter: (draft: Draft) => Tree,
  edit: (at: string, role: string) => Edit,
): Kind {
  return ofOperation(name, says, ({ node, at, role }, draft) => {
    const list = [...listed(node.parameters), parameter(draft)];
    node.parameters = list;
    return edit(`${at}/parameters/${list.length - 1}`, role);
  });
}

const header = (name: string, schema: Tree, more: Tree = {}): Tree => ({
  name,
  in: "header",
  required: true,
  schema: copyOf(schema),
  ...more,
});

const FILTER: Tree = {
  schema: { type: "object", properties: { status: { type: "string" } } },
};

export const headerKinds: readonly Kind[] = [
  // LinkedIn and Notion ask for their version so, Anthropic too.
  added(
    "header-of-one-value",
    "a header must be sent that has one value",
    (draft) =>
      header("X-API-Version", { type: "string", enum: [draft.random.of(["2026-11", "v5"])] }),
    lives,
  ),
  added(
    "header-of-default",
    "a header must be sent that has a default, as GitHub's version has",
    () => header("X-Pinterest-Api-Version", { type: "string", default: "2022-11-28" }),
    lives,
  ),
  added(
    "header-of-number",
    "a header must be sent that has one number",
    () => header("X-Api-Revision", { type: "integer", enum: [5] }),
    lives,
  ),
  added(
    "header-accept",
    "the header for what is accepted is described, which counts for nothing",
    (draft) =>
      header(draft.random.of(["Accept", "Content-Type", "Authorization", "accept"]), {
        type: "string",
      }),
    lives,
  ),
  // PayPal, Square and Adyen have such a key.
  added(
    "header-idempotency-required",
    "a header must be sent that differs each time",
    () => header("Idempotency-Key", { type: "string", format: "uuid", maxLength: 64 }),
    (at) => refused(at, "nothing fills the header in"),
  ),
  added(
    "header-of-two-values",
    "a header must be sent that has one of two values",
    () => header("X-Region", { type: "string", enum: ["us", "eu"] }),
    (at) => refused(at, "nothing says which of the two"),
  ),
  added(
    "cookie-of-one-value",
    "a cookie must be sent that has one value",
    () => ({
      name: "locale",
      in: "cookie",
      required: true,
      schema: { type: "string", enum: ["en"] },
    }),
    (at) => refused(at, "nothing sends cookies"),
  ),
  added(
    "query-of-unwritable-type",
    "a parameter may be sent in a media type that few can write",
    (draft) => ({
      name: "brand_new_filter",
      in: "query",
      content: { [draft.random.of(["application/xml", "application/cbor"])]: copyOf(FILTER) },
    }),
    // Of a poll nothing is sent that may be left out.
    (at, role) => (role === "poll" ? lives(at) : told(at, /brand_new_filter/)),
  ),
  added(
    "query-of-unwritable-type-required",
    "a parameter must be sent in a media type that few can write",
    () => ({
      name: "brand_new_filter",
      in: "query",
      required: true,
      content: { "application/xml": copyOf(FILTER) },
    }),
    (at) => refused(at, "nothing writes XML"),
  ),
  added(
    "query-of-vendor-json",
    "a parameter may be sent as JSON of the owner's own",
    () => ({
      name: "brand_new_filter",
      in: "query",
      content: { "application/vnd.pinterest.filter+json": copyOf(FILTER) },
    }),
    lives,
  ),
];
