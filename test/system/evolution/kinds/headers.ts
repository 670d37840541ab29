// Edits to headers, and to parameters with their own media type.

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
  // LinkedIn, Notion and Anthropic use such a version header.
  added(
    "header-of-one-value",
    "there is a required header with a single value",
    (draft) =>
      header("X-API-Version", { type: "string", enum: [draft.random.of(["2026-11", "v5"])] }),
    lives,
  ),
  added(
    "header-of-default",
    "there is a required header with a default, as for GitHub's version",
    () => header("X-Pinterest-Api-Version", { type: "string", default: "2022-11-28" }),
    lives,
  ),
  added(
    "header-of-number",
    "there is a required header with a single number",
    () => header("X-Api-Revision", { type: "integer", enum: [5] }),
    lives,
  ),
  added(
    "header-accept",
    "the Accept header is described, which OpenAPI ignores",
    (draft) =>
      header(draft.random.of(["Accept", "Content-Type", "Authorization", "accept"]), {
        type: "string",
      }),
    lives,
  ),
  // PayPal, Square and Adyen use such an idempotency key.
  added(
    "header-idempotency-required",
    "there is a required header whose value must be unique",
    () => header("Idempotency-Key", { type: "string", format: "uuid", maxLength: 64 }),
    (at) => refused(at, "the client has no value for the header"),
  ),
  added(
    "header-of-two-values",
    "there is a required header with two possible values",
    () => header("X-Region", { type: "string", enum: ["us", "eu"] }),
    (at) => refused(at, "it is unclear which value to send"),
  ),
  added(
    "cookie-of-one-value",
    "there is a required cookie with a single value",
    () => ({
      name: "locale",
      in: "cookie",
      required: true,
      schema: { type: "string", enum: ["en"] },
    }),
    (at) => refused(at, "the client sends no cookies"),
  ),
  added(
    "query-of-unwritable-type",
    "there is an optional parameter in an unusual media type",
    (draft) => ({
      name: "brand_new_filter",
      in: "query",
      content: { [draft.random.of(["application/xml", "application/cbor"])]: copyOf(FILTER) },
    }),
    // A poll sends no optional parameters.
    (at, role) => (role === "poll" ? lives(at) : told(at, /brand_new_filter/)),
  ),
  added(
    "query-of-unwritable-type-required",
    "there is a required parameter in an unusual media type",
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
    "there is an optional parameter in a vendor-specific JSON type",
    () => ({
      name: "brand_new_filter",
      in: "query",
      content: { "application/vnd.pinterest.filter+json": copyOf(FILTER) },
    }),
    lives,
  ),
];
