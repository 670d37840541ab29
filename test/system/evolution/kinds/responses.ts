// Edits to responses and bodies: status, envelope and content type.

import {
  child,
  copyOf,
  type Draft,
  isTree,
  listed,
  type MediaPlace,
  type ResponsePlace,
  rename,
  type Tree,
  tree,
} from "../draft.js";
import { type Edit, type Kind, kind, lives, ofGood, ofMedia, refused } from "../kind.js";

const JSON_TYPE = "application/json";

/** Replaces a referenced response by a copy. */
function ownResponse({ responses, status, node }: ResponsePlace): Tree {
  const copy = copyOf(node);
  responses[status] = copy;
  return copy;
}

function status(name: string, says: string, to: string): Kind {
  return ofGood(name, says, ({ responses, status: before }) => {
    if (before === to) return;
    delete responses[to];
    rename(responses, before, to);
  });
}

const isReport = ({ operation }: { readonly operation: { readonly role: string } }): boolean =>
  operation.role !== "call";

/** An edit that must be rejected for a report, whose responses are read by their field names. */
const unlessReport = (place: MediaPlace | ResponsePlace, because: string): Edit =>
  isReport(place) ? refused(place.at, because) : lives(place.at);

/** All successful responses of an operation, whatever their status. */
function goodOf({ operation }: MediaPlace | ResponsePlace, draft: Draft): readonly MediaPlace[] {
  const places = draft.media("response").filter((one) => one.operation.id === operation.id);
  // Two of them may refer to the same component.
  return places.filter(
    ({ media }, index) => places.findIndex((one) => one.media === media) === index,
  );
}

/** The object in the field `data`, if the response contains nothing else of interest. */
function inner(schema: Tree, draft: Draft): Tree | undefined {
  const data = draft.followed(tree(schema.properties).data);
  return isTree(data.properties) ? data : undefined;
}

function renamed(fields: Tree, before: string, after: string): Tree {
  return Object.fromEntries(
    Object.entries(copyOf(fields)).map(([name, field]) => [name === before ? after : name, field]),
  );
}

export const responseKinds: readonly Kind[] = [
  status("status-201", "a success response is a 201", "201"),
  status("status-202", "a success response is a 202", "202"),
  status("status-2XX", "a success response is any of 2XX", "2XX"),
  status("status-default", "`default` describes the successful response", "default"),
  ofGood(
    "status-second-alike",
    "a second success status has the same response",
    ({ responses, status: before, node }) => {
      responses[before === "201" ? "200" : "201"] = copyOf(node);
    },
  ),
  ofGood(
    "status-second-other",
    "a second success status has a different response",
    ({ responses, status: before, node }, draft) => {
      const other = copyOf(node);
      for (const media of Object.values(tree(other.content))) {
        const whole = copyOf(draft.followed(tree(media).schema));
        tree(media).schema = isTree(whole.properties)
          ? { ...whole, properties: { ...whole.properties, more_of_it: { type: "string" } } }
          : whole;
      }
      responses[before === "202" ? "200" : "202"] = other;
    },
  ),
  ofGood("status-second-empty", "a second success status has no content", ({ responses }) => {
    responses["204"] = { description: "Nothing" };
  }),
  kind("status-4xx-added", "more errors are described", (draft) => {
    const operation = draft.pick(draft.operations().map((one) => ({ operation: one })))?.operation;
    if (operation === undefined) return null;
    const responses = child(operation.node, "responses");
    for (const code of ["400", "401", "409", "422", "429", "4XX", "5XX", "default"])
      responses[code] ??= {
        description: "No",
        content: {
          [JSON_TYPE]: { schema: { type: "object", properties: { code: { type: "integer" } } } },
        },
      };
    return lives(`${operation.at}/responses`);
  }),
  kind("status-4xx-removed", "only the successful response is described", (draft) => {
    const place = draft.pick(draft.responses().filter(({ status: code }) => !/^2/.test(code)));
    if (place === undefined) return null;
    for (const code of Object.keys(place.responses))
      if (!/^2/.test(code)) delete place.responses[code];
    return lives(place.at);
  }),
  ofGood("response-headers", "a response describes its headers", (place) => {
    ownResponse(place).headers = {
      "X-Rate": { description: "Words.", required: false, schema: { type: "integer" } },
      "X-Odd": { content: { "text/plain": { schema: { type: "string" } } } },
    };
  }),
  ofGood("response-links", "a response describes its links", (place) => {
    ownResponse(place).links = {
      next: { operationId: "somewhere/else", parameters: { token: "$response.body#/token" } },
    };
  }),
  ofGood(
    "response-extracted",
    "a response moves into the components",
    ({ responses, status: code, node }, draft) => {
      responses[code] = { $ref: draft.component("responses", "ExtractedOne", copyOf(node)) };
    },
  ),
  ofGood(
    "response-inlined",
    "a referenced response is inlined",
    (place) => void ownResponse(place),
  ),
  ofGood(
    "response-undescribed",
    "a response lacks its description",
    (place) => void delete ownResponse(place).description,
  ),
  kind("response-wrapped", "a response's content moves into `data`", (draft) => {
    const place = draft.pick(
      draft
        .media("response")
        .filter(({ media }) => inner(draft.followed(media.schema), draft) === undefined),
    );
    if (place === undefined) return null;
    const { media } = place;
    media.schema = {
      type: "object",
      properties: { code: { type: "integer" }, data: copyOf(media.schema ?? {}) },
      required: ["data"],
    };
    return lives(place.at);
  }),
  ofMedia(
    "response-wrapped-otherwise",
    "a response's content moves into `result`",
    "response",
    ({ media }, draft) => {
      const whole = draft.followed(media.schema);
      // If the response already had an envelope, the new one replaces it.
      const required = listed(whole.required).map((name) => (name === "data" ? "result" : name));
      if (inner(whole, draft) !== undefined)
        media.schema = {
          ...copyOf(whole),
          properties: renamed(tree(whole.properties), "data", "result"),
          ...(required.length > 0 && { required }),
        };
      else media.schema = { type: "object", properties: { result: copyOf(media.schema ?? {}) } };
    },
  ),
  kind("response-unwrapped", "the content of `data` becomes the response", (draft) => {
    const places = draft
      .media("response")
      .filter(({ media }) => inner(draft.followed(media.schema), draft) !== undefined);
    const place = draft.pick(places);
    if (place === undefined) return null;
    place.media.schema = copyOf(inner(draft.followed(place.media.schema), draft) as Tree);
    return lives(place.at);
  }),
  ofMedia("response-charset", "a content type has a charset", "response", ({ content, type }) =>
    rename(content, type, `${type}; charset=utf-8`),
  ),
  ofMedia(
    "response-vendor-json",
    "a content type is vendor-specific JSON",
    "response",
    ({ content, type }) => rename(content, type, "application/vnd.pinterest.v5+json"),
  ),
  ofMedia(
    "response-several-types",
    "a response is JSON or another type",
    "response",
    ({ content }, draft) => {
      const others = [
        ["text/csv", { schema: { type: "string" } }],
        ["application/xml", {}],
        ["text/plain", { schema: { type: "string" } }],
      ] as const;
      const [type, media] = draft.random.of(others);
      const entries = Object.entries(content);
      for (const [key] of entries) delete content[key];
      Object.assign(
        content,
        draft.random.coin()
          ? { [type]: media, ...Object.fromEntries(entries) }
          : { ...Object.fromEntries(entries), [type]: media },
      );
    },
  ),
  ofMedia("response-any-type", "a response has any content type", "response", ({ content, type }) =>
    rename(content, type, "*/*"),
  ),
  ofMedia("response-xml", "a response is XML", "response", (place, draft) => {
    for (const { content, type } of goodOf(place, draft)) rename(content, type, "application/xml");
    return refused(place.at, "the runtime reads JSON");
  }),
  ofGood("response-emptied", "a successful response loses its content", (place, draft) => {
    for (const one of draft.good().filter(({ operation }) => operation.id === place.operation.id))
      delete ownResponse(one).content;
    return unlessReport(place, "without a token or link, a report cannot be read");
  }),
  ofMedia("response-without-schema", "a response has no schema", "response", (place, draft) => {
    for (const { media } of goodOf(place, draft)) delete media.schema;
    return unlessReport(place, "nothing says where the token or link is");
  }),
  ofMedia("response-as-list", "a response is a list", "response", (place, draft) => {
    for (const { media } of goodOf(place, draft))
      media.schema = { type: "array", items: copyOf(media.schema ?? {}) };
    return unlessReport(place, "it is unclear which item of the list is the report");
  }),
  kind("response-list-in-object", "a list moves into an object with a bookmark", (draft) => {
    const place = draft.pick(
      draft.media("response").filter(({ media }) => draft.followed(media.schema).type === "array"),
    );
    if (place === undefined) return null;
    place.media.schema = {
      type: "object",
      properties: {
        items: copyOf(place.media.schema ?? {}),
        bookmark: { type: "string", nullable: true },
      },
      required: ["items"],
    };
    return lives(place.at);
  }),
  ofMedia("response-nullable", "a whole response is nullable", "response", ({ media }) => {
    media.schema = { allOf: [copyOf(media.schema ?? {})], nullable: true };
  }),
  ofMedia("response-examples", "a response has examples", "response", ({ media }) => {
    media.examples = {
      good: { summary: "One", value: { any: "thing" } },
      other: { externalValue: "https://example.com/one.json" },
    };
    media.example = { token: "*/" };
  }),
  kind("page-without-bookmark", "a list loses its bookmark", (draft) => {
    const fields = draft
      .fields("response")
      .filter(({ key, depth }) => key === "bookmark" && depth === 0);
    const field = draft.pick(fields);
    if (field === undefined) return null;
    delete field.holder.bookmark;
    field.owner.required = listed(field.owner.required).filter((one) => one !== "bookmark");
    return lives(field.at);
  }),
  kind("page-items-renamed", "a list's items field is renamed", (draft) => {
    const field = draft.pick(
      draft.fields("response").filter(({ key, depth }) => key === "items" && depth === 0),
    );
    if (field === undefined) return null;
    rename(field.holder, "items", "results");
    field.owner.required = listed(field.owner.required).map((one) =>
      one === "items" ? "results" : one,
    );
    return lives(field.at);
  }),
  kind("report-status-grows", "a report gets a new status", (draft) => {
    const field = draft.pick(
      draft
        .fields("response")
        .filter((one) => one.key === "report_status" && Array.isArray(draft.held(one).enum)),
    );
    if (field === undefined) return null;
    listed(draft.held(field).enum).push("QUEUED", "ARCHIVED");
    return lives(field.at);
  }),
  kind("report-status-any-text", "a report's status is any string", (draft) => {
    const field = draft.pick(draft.fields("response").filter((one) => one.key === "report_status"));
    if (field === undefined) return null;
    field.holder[field.key] = { type: "string" };
    return lives(field.at);
  }),
  ofMedia("body-charset", "a body's content type has a charset", "request", ({ content, type }) =>
    rename(content, type, `${type}; charset=utf-8`),
  ),
  ofMedia("body-vendor-json", "a body is vendor-specific JSON", "request", (place) => {
    if (place.type !== JSON_TYPE) return;
    rename(place.content, place.type, "application/vnd.pinterest.v5+json");
  }),
  ofMedia(
    "body-several-types",
    "a body has several content types",
    "request",
    ({ content, media }, draft) => {
      const other = draft.random.of([
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "application/xml",
      ]);
      content[other] ??= copyOf(media);
    },
  ),
  ofMedia("body-as-form", "a body is sent as a form", "request", (place) => {
    rename(place.content, place.type, "application/x-www-form-urlencoded");
    return unlessReport(
      place,
      "a report's body needs JSON, because the description does not say how a form writes lists and objects",
    );
  }),
  ofMedia("body-as-xml", "a body is sent as XML", "request", (place, draft) => {
    rename(place.content, place.type, "application/xml");
    const isNeeded =
      isReport(place) || draft.followed(place.operation.node.requestBody).required === true;
    return isNeeded ? refused(place.at, "nothing writes XML") : lives(place.at);
  }),
  ofMedia(
    "body-optional",
    "a body becomes optional or required",
    "request",
    ({ operation }, draft) => {
      const body = draft.followed(operation.node.requestBody);
      if (body.required === true) delete body.required;
      else body.required = true;
    },
  ),
  ofMedia(
    "body-extracted",
    "a body moves into the components",
    "request",
    ({ operation }, draft) => {
      operation.node.requestBody = {
        $ref: draft.component(
          "requestBodies",
          "ExtractedOne",
          copyOf(draft.followed(operation.node.requestBody)),
        ),
      };
    },
  ),
  ofMedia(
    "body-examples",
    "a body has examples and a description",
    "request",
    ({ operation, media }, draft) => {
      Object.assign(draft.followed(operation.node.requestBody), {
        description: "The request.",
        "x-note": "A comment.",
      });
      media.examples = { one: { value: { start_date: "2024-01-01" } } };
    },
  ),
  ofMedia("body-as-list", "several reports are requested at once", "request", (place) => {
    place.media.schema = { type: "array", items: copyOf(place.media.schema ?? {}) };
    if (/form/.test(place.type)) return refused(place.at, "a form has fields");
    return unlessReport(place, "a report is requested with one object");
  }),
  ofMedia("body-wrapped", "the request moves into a field of the body", "request", ({ media }) => {
    media.schema = {
      type: "object",
      properties: { report: copyOf(media.schema ?? {}) },
      required: ["report"],
    };
  }),
  ofMedia(
    "body-encoded",
    "the encoding of a body's fields is described",
    "request",
    ({ media }) => {
      media.encoding = {
        start_date: {
          contentType: "text/plain",
          headers: { "X-One": { schema: { type: "string" } } },
        },
      };
    },
  ),
  ofMedia("body-without-schema", "a body has no schema", "request", (place) => {
    delete place.media.schema;
    return unlessReport(place, "nothing describes the request");
  }),
  kind("body-removed", "a call loses its body", (draft) => {
    const place = draft.pick(draft.media("request"));
    if (place === undefined) return null;
    const { node } = place.operation;
    delete node.requestBody;
    // The form is what identifies the token endpoint, which requires a password.
    const isOfTokens = listed(node.security).every((one) => Object.hasOwn(tree(one), "basic"));
    return isOfTokens && node.security !== undefined
      ? refused(place.operation.at, "basic")
      : lives(place.at);
  }),
  kind("body-added", "a call without a body gets an optional one", (draft) => {
    const operation = draft.pick(
      draft
        .operations()
        .filter(({ node, role }) => node.requestBody === undefined && role === "call")
        .map((one) => ({ operation: one })),
    )?.operation;
    if (operation === undefined) return null;
    const { [operation.method]: moved = {}, ...rest } = operation.item;
    child(draft.document, "paths")[operation.path] = { ...rest, post: moved };
    operation.node.requestBody = {
      content: {
        [JSON_TYPE]: { schema: { type: "object", properties: { brand_new: { type: "string" } } } },
      },
    };
    return lives(operation.at);
  }),
];
