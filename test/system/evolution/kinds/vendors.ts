// Constructs from the published descriptions of other APIs, applied at any place. A comment names
// the API.

import {
  child,
  copyOf,
  type Draft,
  type FieldPlace,
  isTree,
  listed,
  type MediaPlace,
  type Place,
  rename,
  type Tree,
  tree,
  type Value,
} from "../draft.js";
import {
  type Edit,
  type Kind,
  lives,
  livesAlone,
  ofDocument,
  ofField,
  ofGood,
  ofMedia,
  ofOperation,
  ofParameter,
  ofSchema,
  refused,
  told,
} from "../kind.js";
import { upgrade } from "./newer.js";

const JSON_TYPE = "application/json";

const written = ({ holder, key }: Place): Tree => tree(holder[key]);
const isReference = (place: Place): boolean => typeof written(place).$ref === "string";
const isText = (place: Place, draft: Draft): boolean =>
  draft.held(place).type === "string" && draft.held(place).enum === undefined;
const isUnread = (field: FieldPlace, draft: Draft): boolean => !draft.isNeeded(field);
const isOld = (draft: Draft): boolean => String(draft.document.openapi).startsWith("3.0");

/** A kind that adds a field with a random name. */
function newField(
  name: string,
  says: string,
  schema: (draft: Draft) => Tree,
  {
    side,
    line,
    isNew = false,
  }: { side?: "request" | "response"; line?: RegExp; isNew?: boolean } = {},
): Kind {
  return ofField(
    name,
    says,
    (field) => side === undefined || field.side === side,
    (field, draft): Edit => {
      if (isNew) upgrade(draft.document);
      field.holder[`brand_new_${draft.random.below(900) + 100}`] = schema(draft);
      return line === undefined ? lives(field.at) : told(field.at, line);
    },
  );
}

/** A kind that adds a parameter. */
function newParameter(
  name: string,
  says: string,
  parameter: (draft: Draft) => Tree,
  edit: (at: string, role: string) => Edit = lives,
): Kind {
  return ofOperation(name, says, ({ node, at, role }, draft) => {
    node.parameters = [...listed(node.parameters), parameter(draft)];
    return edit(at, role);
  });
}

const unlessPoll = (at: string, role: string): Edit =>
  role === "poll" ? refused(at, "a poll can only send an account and a token") : lives(at);

/** Repeats the content under several media types, in this order. */
function inTypes({ content, type }: MediaPlace, types: readonly string[]): undefined {
  const media = content[type] ?? {};
  delete content[type];
  for (const one of types) content[one] = copyOf(media);
}

const isJson = ({ type }: MediaPlace): boolean => type === JSON_TYPE;

/** Whether a response has no envelope yet. */
const isUnwrapped = ({ media }: MediaPlace, draft: Draft): boolean =>
  media.schema !== undefined &&
  !Object.hasOwn(tree(draft.followed(media.schema).properties), "data");

/** An error response as in RFC 9457. */
const PROBLEM: Tree = {
  type: "object",
  properties: {
    type: { type: "string", format: "uri", default: "about:blank" },
    title: { type: "string" },
    status: { type: "integer", minimum: 100, exclusiveMaximum: true, maximum: 600 },
    detail: { type: "string" },
  },
};

const fieldKinds: readonly Kind[] = [
  // Stripe
  newField("field-id-or-object", "a field is an id, or the object with that id", (draft) => ({
    anyOf: [
      { type: "string", maxLength: 5_000 },
      {
        $ref: draft.component("schemas", "Customer", {
          type: "object",
          properties: { id: { type: "string" }, object: { type: "string", enum: ["customer"] } },
          required: ["id", "object"],
        }),
      },
    ],
    "x-expansionResources": { oneOf: [{ $ref: "#/components/schemas/Customer" }] },
  })),
  // Stripe: an empty string unsets the field
  newField(
    "field-or-empty-text",
    "a field is an object, or an empty string that unsets it",
    () => ({
      anyOf: [
        { type: "object", properties: { a: { type: "string" } } },
        { type: "string", enum: [""] },
      ],
    }),
    { side: "request" },
  ),
  // Stripe and OpenAI: `unix-time`, `unixtime`
  newField("field-of-seconds", "a field's format says seconds since 1970", (draft) => ({
    type: draft.random.of(["integer", "number"]),
    format: draft.random.of(["unix-time", "unixtime"]),
  })),
  // grpc-gateway and Box: a number format on a string
  newField("field-number-in-text", "a string's format says that it is a number", (draft) => ({
    type: "string",
    format: draft.random.of(["int64", "int32", "uint64", "decimal", "double"]),
  })),
  // Box, Twilio, Plaid, Xero
  newField("field-of-own-format", "a string has a custom format", (draft) => ({
    type: "string",
    format: draft.random.of([
      ...["url", "urn", "token", "html", "timezone", "digest", "<width>x<height>", "jwt"],
      ...[
        "phone-number",
        "date-time-rfc-2822",
        "cognito_id",
        "uri-reference",
        "space_delimited_list",
      ],
    ]),
  })),
  // OpenAI and Azure
  newField("field-of-open-values", "a field has known values, or any string", (draft) => ({
    anyOf: [
      { type: "string" },
      { type: "string", enum: draft.random.coin() ? ["gpt", "other"] : ["one"] },
    ],
  })),
  // OpenAI, in 3.1
  newField(
    "field-or-null-with-default",
    "a field is nullable and null by default, as pydantic writes it",
    (draft) => ({
      anyOf: [{ type: draft.random.of(["string", "integer", "boolean"]) }, { type: "null" }],
      default: null,
      title: "Brand New",
    }),
    { isNew: true },
  ),
  // OpenAI: a compound filter contains filters of its own type
  newField(
    "field-of-dynamic-schema",
    "a field refers to itself in the syntax of 2019-09",
    () => ({
      $recursiveAnchor: true,
      type: "object",
      properties: { filters: { type: "array", items: { $recursiveRef: "#" } } },
    }),
    { isNew: true, side: "request", line: /recursiveRef/ },
  ),
  // OpenAI
  newField(
    "field-told-by-name-alone",
    "a field has variants and a discriminator without a mapping",
    (draft) => ({
      [draft.random.of(["oneOf", "anyOf"])]: ["InputText", "InputFile"].map((name) => ({
        $ref: draft.component("schemas", name, {
          type: "object",
          properties: {
            type: {
              type: "string",
              enum: [name === "InputText" ? "input_text" : "input_file"],
              "x-stainless-const": true,
            },
            [name === "InputText" ? "text" : "file_id"]: { type: "string" },
          },
          required: ["type"],
        }),
      })),
      discriminator: { propertyName: "type" },
    }),
  ),
  // Box: files, folders and links
  newField("field-told-by-values", "a field has variants, each with its own constant", () => ({
    oneOf: ["file", "folder"].map((type) => ({
      type: "object",
      properties: { type: { type: "string", enum: [type] }, id: { type: "string" } },
      required: ["type", "id"],
    })),
  })),
  // Square
  ofSchema(
    "nullable-beside-reference",
    "a description and `nullable` are next to a reference",
    (place, draft) => isReference(place) && isOld(draft),
    (place) => {
      Object.assign(written(place), { description: "More words.", nullable: true });
    },
  ),
  // Asana
  ofSchema(
    "read-only-beside-reference",
    "a description and `readOnly` are next to a reference",
    (place, draft) => isReference(place) && isOld(draft) && place.side === "response",
    (place) => {
      Object.assign(written(place), { description: "More words.", readOnly: true });
    },
  ),
  // Square
  ofSchema(
    "values-described-aside",
    "an extension key describes each enum value",
    (place, draft) => listed(draft.held(place).enum).length > 0,
    (place, draft) => {
      const held = draft.held(place);
      held["x-enum-elements"] = listed(held.enum).map((name) => ({
        name,
        description: "You must not use this any more.",
      }));
    },
  ),
  // Swashbuckle, as in many .NET APIs
  newField("field-of-numbers-named", "enum values are numbers, with separate names", () => ({
    type: "integer",
    format: "int32",
    enum: [0, 1, 2],
    "x-enumNames": ["None", "Some", "All"],
    "x-ms-enum": { name: "HowMuch", modelAsString: true },
  })),
  // Spotify and older generators: `required` as before draft 4
  ofField(
    "required-as-switch",
    "a field has `required: true`",
    (field, draft) => isUnread(field, draft) && draft.held(field).required === undefined,
    (field, draft) => {
      field.holder[field.key] = { ...copyOf(draft.held(field)), required: true };
    },
  ),
  // Asana: responses of base, compact and full
  ofSchema(
    "parts-of-parts",
    "an object is composed of composed objects",
    (place, draft) =>
      isTree(draft.held(place).properties) &&
      ["allOf", "oneOf", "anyOf", "discriminator"].every(
        (key) => draft.held(place)[key] === undefined,
      ),
    (place, draft) => {
      const { properties, required, ...rest } = copyOf(draft.held(place));
      const entries = Object.entries(tree(properties));
      const part = (from: number, to?: number): Tree => ({
        type: "object",
        properties: Object.fromEntries(entries.slice(from, to)),
      });
      const third = Math.ceil(entries.length / 3);
      const compact = draft.component("schemas", "ThingCompact", part(0, third));
      const base = draft.component("schemas", "ThingBase", {
        allOf: [{ $ref: compact }, part(third, 2 * third)],
      });
      place.holder[place.key] = {
        ...rest,
        allOf: [{ $ref: base }, part(2 * third)],
        ...(required !== undefined && { required }),
      };
    },
  ),
  // Xero: dates in Microsoft's old format
  ofField(
    "field-of-ms-date",
    "a date is a string with milliseconds",
    (field, draft) => field.side === "response" && isText(field, draft) && isUnread(field, draft),
    (field, draft) => {
      Object.assign(draft.held(field), {
        "x-is-msdate": true,
        example: "/Date(1439434356790)/",
        description: "The last day, in UTC.",
      });
    },
  ),
  // Google, and APIs that follow its guide
  newField("field-of-mask", "a field is a field mask", () => ({
    type: "string",
    format: "field-mask",
    pattern: "^[a-z_]+(,[a-z_]+)*$",
  })),
  // Adyen, Shopify: an amount with its currency
  newField("field-of-money", "a field is an amount with its currency", () => ({
    type: "object",
    properties: {
      value: { type: "integer", format: "int64" },
      currency: { type: "string", minLength: 3, maxLength: 3, pattern: "^[A-Z]{3}$" },
    },
    required: ["currency", "value"],
    additionalProperties: false,
  })),
  // Plaid: every object can have additional fields
  ofSchema(
    "objects-open-everywhere",
    "every response object allows additional fields",
    (place, draft) => place.side === "response" && isTree(draft.held(place).properties),
    (place, draft) => {
      for (const part of draft.parts(place.holder[place.key]))
        if (isTree(part.properties)) part.additionalProperties = true;
    },
  ),
  // Kubernetes
  newField(
    "field-of-number-or-text",
    "a field's format says that it is a number or a string",
    () => ({
      oneOf: [{ type: "integer" }, { type: "string" }],
      format: "int-or-string",
    }),
  ),
  // Digital Ocean and Cloudflare: several examples in different forms
  ofSchema(
    "examples-of-other-forms",
    "examples have other types than their schema",
    isText,
    (place, draft) => {
      draft.held(place).example = draft.random.of<Value>([2024, false, null, ["a"], { a: "b" }]);
    },
  ),
];

const callKinds: readonly Kind[] = [
  // Amazon Ads: a version in the media type
  ofMedia(
    "response-json-of-versions",
    "a response is JSON in several versions",
    "response",
    (place) => inTypes(place, ["application/vnd.report.v2+json", "application/vnd.report.v3+json"]),
    isJson,
  ),
  // Swashbuckle
  ofMedia(
    "response-json-thrice",
    "a response has three JSON media types",
    "response",
    (place) => inTypes(place, ["text/plain", JSON_TYPE, "text/json"]),
    isJson,
  ),
  ofMedia(
    "body-json-thrice",
    "a body has three JSON media types",
    "request",
    (place) => inTypes(place, [JSON_TYPE, "text/json", "application/*+json"]),
    isJson,
  ),
  // Box
  ofMedia(
    "body-json-patch",
    "a body is JSON with its own media type",
    "request",
    ({ content, type }, draft) =>
      rename(
        content,
        type,
        draft.random.of(["application/json-patch+json", "application/merge-patch+json"]),
      ),
    isJson,
  ),
  // Klaviyo
  ofMedia(
    "response-json-api",
    "a response has the JSON:API media type",
    "response",
    ({ content, type }) => rename(content, type, "application/vnd.api+json"),
    isJson,
  ),
  // OpenAI: a stream next to JSON
  ofMedia(
    "response-or-stream",
    "a response is JSON or an event stream",
    "response",
    ({ content }) => {
      content["text/event-stream"] = { schema: { type: "string" } };
    },
    isJson,
  ),
  // Adyen and others: RFC 9457
  ofOperation(
    "refusals-as-problems",
    "an operation's errors are problem details",
    ({ node }, draft) => {
      const schema = { $ref: draft.component("schemas", "ServiceError", copyOf(PROBLEM)) };
      for (const code of ["400", "401", "403", "422", "500"])
        child(node, "responses")[code] = {
          description: "No",
          content: { "application/problem+json": { schema } },
        };
    },
  ),
  // Cloudflare: the result in a common envelope
  ofMedia(
    "response-wrapped-in-parts",
    "a response's content is the result in a common envelope",
    "response",
    ({ media, at }, draft) => {
      const usual = draft.component("schemas", "api-response-common", {
        type: "object",
        properties: {
          success: { type: "boolean", enum: [true] },
          errors: { type: "array", items: { type: "object" } },
        },
        required: ["success", "errors"],
      });
      media.schema = {
        allOf: [
          { $ref: usual },
          {
            type: "object",
            properties: { result: copyOf(media.schema ?? {}) },
            required: ["result"],
          },
        ],
      };
      return livesAlone(at);
    },
    isUnwrapped,
  ),
  // TikTok: a code, a message, a request id, and the data
  ofMedia(
    "response-wrapped-with-code",
    "a response's content is next to a code and message",
    "response",
    ({ media, at }) => {
      media.schema = {
        type: "object",
        properties: {
          code: { type: "integer", enum: [0] },
          message: { type: "string", enum: ["OK"] },
          request_id: { type: "string" },
          data: copyOf(media.schema ?? {}),
        },
        required: ["code", "message", "request_id", "data"],
      };
      return livesAlone(at);
    },
    isUnwrapped,
  ),
  // Snap: each item in an object with its own status
  ofMedia(
    "items-with-outcome",
    "each item of a list has its own status",
    "response",
    ({ media }, draft) => {
      const list = copyOf(draft.followed(media.schema));
      media.schema = {
        ...list,
        items: {
          type: "object",
          properties: {
            sub_request_status: { type: "string", enum: ["SUCCESS", "ERROR"] },
            item: list.items ?? {},
          },
          required: ["sub_request_status"],
        },
      };
    },
    ({ media }, draft) => draft.followed(media.schema).type === "array",
  ),
  // Xero and Microsoft Graph
  ofGood("status-207", "a success response is a 207", ({ responses, status }) => {
    if (status !== "207") rename(responses, status, "207");
  }),
  // Box and GitHub
  ofGood("status-304-beside", "a 304 response is added", ({ responses }) => {
    responses["304"] = { description: "Not modified" };
  }),
  // Azure: accepted, or done
  ofGood("status-202-beside", "a 202 response without content is added", (place) => {
    place.responses["202"] ??= {
      description: "Taken on",
      headers: { "Retry-After": { schema: { type: "integer" } } },
    };
  }),
  // Asana and Azure
  ofOperation("refusals-of-all-sorts", "an operation has unusual error statuses", ({ node }) => {
    for (const code of ["402", "408", "410", "412", "415", "424", "451", "501", "503", "504"])
      child(node, "responses")[code] = { description: "No" };
  }),
  // Digital Ocean: headers as components
  ofGood(
    "headers-by-reference",
    "a response's headers are references",
    ({ responses, status, node }, draft) => {
      const made = { schema: { type: "integer" }, example: 5_000, description: "Words." };
      responses[status] = {
        ...copyOf(node),
        headers: {
          "ratelimit-limit": { $ref: draft.component("headers", "ratelimit-limit", made) },
        },
      };
    },
  ),
  // GitHub: examples as components, and the next page in a header
  ofMedia("examples-by-reference", "examples are references", "response", ({ media }, draft) => {
    delete media.example;
    media.examples = {
      default: { $ref: draft.component("examples", "thing-items", { value: [{ id: 1 }] }) },
    };
  }),
  ofGood("next-page-in-header", "the next page is in a header", ({ responses, status, node }) => {
    responses[status] = {
      ...copyOf(node),
      headers: { Link: { schema: { type: "string" }, example: '<https://x.test>; rel="next"' } },
    };
  }),
  // Netlify and Vercel: an extension key among the responses
  ofOperation("responses-extended", "the responses have an extension key", ({ node }) => {
    child(node, "responses")["x-note"] = "Words.";
  }),
  // Stripe: each GET has an empty form as its body
  ofOperation(
    "get-with-empty-body",
    "a GET has an empty body",
    ({ node }) => {
      node.requestBody = {
        required: false,
        content: {
          "application/x-www-form-urlencoded": {
            encoding: {},
            schema: { type: "object", properties: {} },
          },
        },
      };
    },
    ({ method, node }) => method === "get" && node.requestBody === undefined,
  ),
  // Vercel: an operation that is not offered lacks its id
  ofDocument(
    "other-operation-without-id",
    "an operation that is not offered has no id",
    (draft) => {
      child(draft.document, "paths")["/made/up/without"] = {
        get: { responses: { "200": { description: "" } } },
      };
    },
  ),
  // HubSpot
  ofOperation(
    "parameters-of-none",
    "a list of parameters is empty",
    ({ node, item }) => {
      const holder = node.parameters === undefined ? node : item;
      holder.parameters = [];
    },
    ({ node, item }) => node.parameters === undefined || item.parameters === undefined,
  ),
];

const parameterKinds: readonly Kind[] = [
  // Azure: `api-version` has one value
  newParameter("query-of-one-value", "a required parameter has a single value", (draft) => ({
    name: "api-version",
    in: "query",
    required: true,
    schema: { type: "string", enum: [draft.random.of(["2026-05-01", "v5"])] },
  })),
  // springdoc
  newParameter(
    "query-of-pages",
    "a pagination object in the query, with its fields as parameters",
    (draft) => ({
      name: "pageable",
      in: "query",
      required: true,
      schema: {
        $ref: draft.component("schemas", "Pageable", {
          type: "object",
          properties: {
            page: { type: "integer", format: "int32", minimum: 0 },
            size: { type: "integer", format: "int32", minimum: 1 },
            sort: { type: "array", items: { type: "string" } },
          },
        }),
      },
    }),
    unlessPoll,
  ),
  // Klaviyo
  newParameter("query-in-brackets", "parameters have brackets in their names", (draft) => ({
    name: draft.random.of(["page[cursor]", "fields[report]", "filter[created][gte]"]),
    in: "query",
    schema: { type: "string" },
  })),
  // OpenAI: a list in a header
  newParameter("header-of-list", "there is an optional header with a list", () => ({
    name: "openai-beta",
    in: "header",
    style: "simple",
    explode: false,
    schema: { type: "array", items: { type: "string", enum: ["one=v1", "two=v2"] } },
  })),
  // Xero
  newParameter("header-of-time", "there is an optional header with a time", () => ({
    name: "If-Modified-Since",
    in: "header",
    schema: { type: "string", format: "date-time" },
  })),
  newParameter(
    "header-of-tenant",
    "there is a required header for a tenant",
    () => ({ name: "xero-tenant-id", in: "header", required: true, schema: { type: "string" } }),
    (at) => refused(at, "the tenant is unknown"),
  ),
  // Slack and Mastodon
  newParameter("query-of-switch", "a parameter is a boolean that defaults to false", () => ({
    name: "with_deleted",
    in: "query",
    allowEmptyValue: true,
    schema: { type: "boolean", default: false },
  })),
  // Google: reserved characters that need no escaping
  ofParameter(
    "query-reserved",
    "a parameter allows reserved URL characters",
    ({ node }) => node.in === "query",
    ({ list, index, node }) => {
      list[index] = { ...copyOf(node), allowReserved: true };
    },
  ),
  // Vercel
  ofParameter(
    "query-list-or-one",
    "a parameter is a value or a list of values",
    ({ node }, draft) =>
      node.in === "query" &&
      draft.followed(node.schema).type === "array" &&
      node.content === undefined,
    ({ list, index, node }, draft) => {
      const own = copyOf(draft.followed(node.schema));
      list[index] = {
        ...copyOf(node),
        schema: { oneOf: [own, ...(own.items === undefined ? [] : [own.items])] },
      };
    },
  ),
  // Asana: a list of wanted fields
  newParameter("query-of-fields", "a parameter lists the wanted fields", () => ({
    name: "opt_fields",
    in: "query",
    style: "form",
    explode: false,
    example: ["name", "owner.name"],
    schema: {
      type: "array",
      items: { type: "string", enum: ["name", "owner.name", "created_at"] },
    },
  })),
];

const documentKinds: readonly Kind[] = [
  // Plaid: three keys, all required
  ofOperation("security-of-three-keys", "three keys are required together", (operation, draft) => {
    const keys = ["PLAID-CLIENT-ID", "PLAID-SECRET", "Plaid-Version"].map((name) => {
      const made = { type: "apiKey", in: "header", name };
      return draft.component("securitySchemes", name, made).split("/").at(-1) ?? name;
    });
    operation.node.security = [Object.fromEntries(keys.map((name) => [name, []]))];
    return refused(operation.at, "the client has no keys");
  }),
  // Adyen: a name and password, or a key
  ofOperation("security-basic-or-key", "a password or a key is required", (operation, draft) => {
    const [basic = "", key = ""] = [
      draft.component("securitySchemes", "BasicAuth", { type: "http", scheme: "basic" }),
      draft.component("securitySchemes", "ApiKeyAuth", {
        type: "apiKey",
        in: "header",
        name: "X-API-Key",
      }),
    ].map((at) => at.split("/").at(-1) ?? "");
    operation.node.security = [{ [basic]: [] }, { [key]: [] }];
    return refused(operation.at, "no token is accepted");
  }),
  // Jira: a password or a token
  ofOperation(
    "security-basic-or-token",
    "a password or a token is accepted",
    ({ node }, draft) => {
      const made = draft.component("securitySchemes", "basicAuth", {
        type: "http",
        scheme: "basic",
      });
      node.security = [{ [made.split("/").at(-1) ?? ""]: [] }, ...listed(node.security)];
    },
    ({ node }) =>
      listed(node.security).some((one) => Object.keys(tree(one)).some((name) => name !== "basic")),
  ),
  // Asana: a personal access token, or an OAuth token
  ofOperation(
    "security-token-of-own",
    "a personal access token is accepted",
    ({ node }, draft) => {
      const made = draft.component("securitySchemes", "personalAccessToken", {
        type: "http",
        scheme: "bearer",
        description: "Words.",
      });
      node.security = [{ [made.split("/").at(-1) ?? ""]: [] }];
    },
    ({ node }) =>
      listed(node.security).some((one) => Object.keys(tree(one)).some((name) => name !== "basic")),
  ),
  // Square
  ofDocument("server-with-no-variables", "a server's variables are empty", (draft) => {
    draft.document.servers = listed(draft.document.servers).map((one) => ({
      ...tree(one),
      variables: {},
    }));
    return lives("#/servers");
  }),
  // Digital Ocean: descriptions in another file
  ofDocument("words-by-reference", "the document's description is in another file", (draft) => {
    child(draft.document, "info").description = { $ref: "description.md" };
    return lives("#/info/description");
  }),
  // Square
  ofOperation("operation-of-stage", "an operation states its release stage", ({ node }) => {
    Object.assign(node, {
      "x-release-status": "BETA",
      "x-is-beta": true,
      "x-stability-level": "stable",
      "x-visibility": "PRIVATE",
    });
  }),
  // GitHub, OpenAI, ReadMe
  ofOperation(
    "operation-told-to-tools",
    "an operation has extension keys for tools",
    ({ node }) => {
      Object.assign(node, {
        "x-github": { githubCloudOnly: false, enabledForGitHubApps: true, category: "reports" },
        "x-oaiMeta": { name: "Words", group: "reports", examples: [{ request: "You must." }] },
        "x-readme": { "code-samples": [{ language: "java", code: "must();" }] },
      });
    },
  ),
  // Twilio: names as in classes
  ofField(
    "names-pascal",
    "an object's fields start with capital letters",
    (field, draft) =>
      field.depth > 0 &&
      Object.keys(field.holder).every((key) => isUnread({ ...field, key }, draft)),
    (field) => {
      const names = Object.keys(field.holder);
      const pascal = (name: string): string =>
        name.replace(/(^|_)([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
      if (new Set(names.map(pascal)).size < names.length) return undefined;
      for (const name of names) if (pascal(name) !== name) rename(field.holder, name, pascal(name));
      if (field.owner.required !== undefined)
        field.owner.required = listed(field.owner.required).map((name) => pascal(String(name)));
      return lives(field.at);
    },
  ),
  // Microsoft Graph
  ofMedia(
    "response-annotated",
    "a response has fields with at signs and dots",
    "response",
    (place, draft) => {
      const whole = draft.followed(place.media.schema);
      Object.assign(child(whole, "properties"), {
        "@odata.context": { type: "string" },
        "@odata.nextLink": { type: "string", nullable: true },
        "@odata.count": { type: "integer", format: "int64" },
      });
      return lives(place.at);
    },
    ({ media }, draft) => isTree(draft.followed(media.schema).properties),
  ),
];

export const vendorKinds: readonly Kind[] = [
  ...fieldKinds,
  ...callKinds,
  ...parameterKinds,
  ...documentKinds,
];
