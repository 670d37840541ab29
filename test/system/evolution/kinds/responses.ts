// What an owner does to responses and bodies: their status, what wraps them, their content types.

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

/** A response of its own, where a reference stood. */
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

/** What a report's calls respond with is read by its names. */
const unlessReport = (place: MediaPlace | ResponsePlace, because: string): Edit =>
  isReport(place) ? refused(place.at, because) : lives(place.at);

/** All good responses of an operation, whichever status they have. */
function goodOf({ operation }: MediaPlace | ResponsePlace, draft: Draft): readonly MediaPlace[] {
  const places = draft.media("response").filter((one) => one.operation.id === operation.id);
  // Two of them may be one, by reference.
  return places.filter(
    ({ media }, index) => places.findIndex((one) => one.media === media) === index,
  );
}

/** The object in the field `data`, where that is all that counts of a response. */
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
  status("status-default", "`default` describes the good response", "default"),
  ofGood(
    "status-second-alike",
    "a second good status is like the first",
    ({ responses, status: before, node }) => {
      responses[before === "201" ? "200" : "201"] = copyOf(node);
    },
  ),
  ofGood(
    "status-second-other",
    "a second good status has a response of its own",
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
  ofGood("status-second-empty", "a second good status has nothing to say", ({ responses }) => {
    responses["204"] = { description: "Nothing" };
  }),
  kind("status-4xx-added", "more refusals are described", (draft) => {
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
  kind("status-4xx-removed", "only the good response is described", (draft) => {
    const place = draft.pick(draft.responses().filter(({ status: code }) => !/^2/.test(code)));
    if (place === undefined) return null;
    for (const code of Object.keys(place.responses))
      if (!/^2/.test(code)) delete place.responses[code];
    return lives(place.at);
  }),
  ofGood("response-headers", "headers of a response are described", (place) => {
    ownResponse(place).headers = {
      "X-Rate": { description: "Words.", required: false, schema: { type: "integer" } },
      "X-Odd": { content: { "text/plain": { schema: { type: "string" } } } },
    };
  }),
  ofGood("response-links", "links of a response are described", (place) => {
    ownResponse(place).links = {
      next: { operationId: "somewhere/else", parameters: { token: "$response.body#/token" } },
    };
  }),
  ofGood(
    "response-extracted",
    "a response gets a name among the components",
    ({ responses, status: code, node }, draft) => {
      responses[code] = { $ref: draft.component("responses", "ExtractedOne", copyOf(node)) };
    },
  ),
  ofGood("response-inlined", "a response stands in place", (place) => void ownResponse(place)),
  ofGood(
    "response-undescribed",
    "a response lacks its description",
    (place) => void delete ownResponse(place).description,
  ),
  kind("response-wrapped", "what a response holds stands in `data` now", (draft) => {
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
    "what a response holds stands in `result` now",
    "response",
    ({ media }, draft) => {
      const whole = draft.followed(media.schema);
      // What was wrapped already has another wrapping.
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
  kind("response-unwrapped", "what stood in `data` is the response now", (draft) => {
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
    "a content type is JSON of the owner's own",
    "response",
    ({ content, type }) => rename(content, type, "application/vnd.pinterest.v5+json"),
  ),
  ofMedia(
    "response-several-types",
    "a response comes as JSON or as something else",
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
  ofMedia(
    "response-any-type",
    "a response is of any content type",
    "response",
    ({ content, type }) => rename(content, type, "*/*"),
  ),
  ofMedia("response-xml", "a response is XML", "response", (place, draft) => {
    for (const { content, type } of goodOf(place, draft)) rename(content, type, "application/xml");
    return refused(place.at, "the runtime reads JSON");
  }),
  ofGood("response-emptied", "a good response holds nothing", (place, draft) => {
    for (const one of draft.good().filter(({ operation }) => operation.id === place.operation.id))
      delete ownResponse(one).content;
    return unlessReport(place, "without a token or a link there is no report");
  }),
  ofMedia(
    "response-without-schema",
    "a response does not say what it holds",
    "response",
    (place, draft) => {
      for (const { media } of goodOf(place, draft)) delete media.schema;
      return unlessReport(place, "nothing says where the token or the link stands");
    },
  ),
  ofMedia("response-as-list", "a response is a list", "response", (place, draft) => {
    for (const { media } of goodOf(place, draft))
      media.schema = { type: "array", items: copyOf(media.schema ?? {}) };
    return unlessReport(place, "which of the list it is cannot be said");
  }),
  kind("response-list-in-object", "a list stands in an object, with a bookmark", (draft) => {
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
  ofMedia("response-nullable", "a whole response may be null", "response", ({ media }) => {
    media.schema = { allOf: [copyOf(media.schema ?? {})], nullable: true };
  }),
  ofMedia("response-examples", "a response has examples", "response", ({ media }) => {
    media.examples = {
      good: { summary: "One", value: { any: "thing" } },
      other: { externalValue: "https://example.com/one.json" },
    };
    media.example = { token: "*/" };
  }),
  kind("page-without-bookmark", "a list has no bookmark any more", (draft) => {
    const fields = draft
      .fields("response")
      .filter(({ key, depth }) => key === "bookmark" && depth === 0);
    const field = draft.pick(fields);
    if (field === undefined) return null;
    delete field.holder.bookmark;
    field.owner.required = listed(field.owner.required).filter((one) => one !== "bookmark");
    return lives(field.at);
  }),
  kind("page-items-renamed", "the items of a list have another name", (draft) => {
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
  kind("report-status-grows", "a report has a status that is new", (draft) => {
    const field = draft.pick(
      draft
        .fields("response")
        .filter((one) => one.key === "report_status" && Array.isArray(draft.held(one).enum)),
    );
    if (field === undefined) return null;
    listed(draft.held(field).enum).push("QUEUED", "ARCHIVED");
    return lives(field.at);
  }),
  kind("report-status-any-text", "a report's status is any text", (draft) => {
    const field = draft.pick(draft.fields("response").filter((one) => one.key === "report_status"));
    if (field === undefined) return null;
    field.holder[field.key] = { type: "string" };
    return lives(field.at);
  }),
  ofMedia("body-charset", "a body's content type has a charset", "request", ({ content, type }) =>
    rename(content, type, `${type}; charset=utf-8`),
  ),
  ofMedia("body-vendor-json", "a body is JSON of the owner's own", "request", (place) => {
    if (place.type !== JSON_TYPE) return;
    rename(place.content, place.type, "application/vnd.pinterest.v5+json");
  }),
  ofMedia(
    "body-several-types",
    "a body may be sent in several ways",
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
  ofMedia("body-as-form", "a body goes as a form", "request", (place) => {
    rename(place.content, place.type, "application/x-www-form-urlencoded");
    return unlessReport(
      place,
      "a report is asked for with JSON: lists and objects have no form there that the description states",
    );
  }),
  ofMedia("body-as-xml", "a body goes as XML", "request", (place, draft) => {
    rename(place.content, place.type, "application/xml");
    const isNeeded =
      isReport(place) || draft.followed(place.operation.node.requestBody).required === true;
    return isNeeded ? refused(place.at, "nothing writes XML") : lives(place.at);
  }),
  ofMedia("body-optional", "a body may be left out, or not", "request", ({ operation }, draft) => {
    const body = draft.followed(operation.node.requestBody);
    if (body.required === true) delete body.required;
    else body.required = true;
  }),
  ofMedia(
    "body-extracted",
    "a body gets a name among the components",
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
    "a body has examples and words",
    "request",
    ({ operation, media }, draft) => {
      Object.assign(draft.followed(operation.node.requestBody), {
        description: "What is asked for.",
        "x-note": "Words of the owner's.",
      });
      media.examples = { one: { value: { start_date: "2024-01-01" } } };
    },
  ),
  ofMedia("body-as-list", "several reports are asked for at once", "request", (place) => {
    place.media.schema = { type: "array", items: copyOf(place.media.schema ?? {}) };
    if (/form/.test(place.type)) return refused(place.at, "a form has fields");
    return unlessReport(place, "one report is asked for by one object");
  }),
  ofMedia(
    "body-wrapped",
    "what is asked for stands in a field of the body",
    "request",
    ({ media }) => {
      media.schema = {
        type: "object",
        properties: { report: copyOf(media.schema ?? {}) },
        required: ["report"],
      };
    },
  ),
  ofMedia("body-encoded", "how the fields of a body go is described", "request", ({ media }) => {
    media.encoding = {
      start_date: {
        contentType: "text/plain",
        headers: { "X-One": { schema: { type: "string" } } },
      },
    };
  }),
  ofMedia("body-without-schema", "a body does not say what it holds", "request", (place) => {
    delete place.media.schema;
    return unlessReport(place, "nothing says what is asked for");
  }),
  kind("body-removed", "a call has no body any more", (draft) => {
    const place = draft.pick(draft.media("request"));
    if (place === undefined) return null;
    const { node } = place.operation;
    delete node.requestBody;
    // A form is what tells an endpoint of tokens, which takes a password.
    const isOfTokens = listed(node.security).every((one) => Object.hasOwn(tree(one), "basic"));
    return isOfTokens && node.security !== undefined
      ? refused(place.operation.at, "basic")
      : lives(place.at);
  }),
  kind("body-added", "a call that had none may have a body", (draft) => {
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
