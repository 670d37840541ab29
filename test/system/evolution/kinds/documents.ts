// Edits to operations and to the document around them.

import {
  child,
  copyOf,
  type Draft,
  isTree,
  listed,
  type Offered,
  pointer,
  type Tree,
  tree,
} from "../draft.js";
import { type Kind, lives, ofDocument, ofOperation, refused } from "../kind.js";

/** Removes an operation, and its path if it was the last one there. */
function take({ method, path }: Offered, draft: Draft): Tree {
  const paths = child(draft.document, "paths");
  const { [method]: moved = {}, ...rest } = tree(paths[path]);
  if (Object.values(rest).some((one) => isTree(one) && one.operationId !== undefined))
    paths[path] = rest;
  else delete paths[path];
  return {
    ...(rest.parameters !== undefined && { parameters: copyOf(rest.parameters) }),
    [method]: moved,
  };
}

const OTHER_HOST = "https://elsewhere.example.com/v6";

export const documentKinds: readonly Kind[] = [
  ofOperation("operation-removed", "an operation is removed", (operation, draft) => {
    take(operation, draft);
    return refused(operation.at, "the operation no longer exists");
  }),
  ofOperation("operation-id-renamed", "an operation has another id", (operation) => {
    operation.node.operationId = `${operation.id}_v2`;
    return refused(operation.at, "nothing identifies the renamed operation");
  }),
  ofOperation("operation-id-doubled", "two operations have the same id", (operation, draft) => {
    child(draft.document, "paths")["/made_up"] = {
      get: { operationId: operation.id, responses: { "200": { description: "Good" } } },
    };
    return refused(operation.at, "it is unclear which of the two is meant");
  }),
  ofOperation("path-moved", "an operation has another path", (operation, draft) => {
    child(draft.document, "paths")[`/beta${operation.path}`] = take(operation, draft);
  }),
  ofOperation("path-odd", "a path has unusual segments", (operation, draft) => {
    child(draft.document, "paths")[`${operation.path}/../x?y=1`] = take(operation, draft);
    return refused(operation.at, "the call would send its credentials elsewhere");
  }),
  ofOperation(
    "path-colon-step",
    "a path ends in a verb, as in `/reports:export`",
    (operation, draft) => {
      child(draft.document, "paths")[`${operation.path}:export`] = take(operation, draft);
    },
  ),
  ofOperation("method-changed", "an operation has another method", (operation, draft) => {
    const { [operation.method]: moved = {}, ...rest } = take(operation, draft);
    const method = operation.method === "get" ? "post" : "put";
    const paths = child(draft.document, "paths");
    const isFree = tree(paths[operation.path])[method] === undefined;
    const path = isFree ? operation.path : `${operation.path}/anew`;
    paths[path] = { ...rest, ...tree(paths[path]), [method]: moved };
  }),
  ofOperation("operation-deprecated", "an operation is deprecated", ({ node }) => {
    Object.assign(node, { deprecated: true, "x-sunset": "2027-01-01" });
  }),
  ofOperation(
    "operation-retagged",
    "tags and the summary are changed or removed",
    ({ node }, draft) => {
      delete node.summary;
      if (draft.random.coin()) delete node.tags;
      else node.tags = ["brand new"];
      draft.document.tags = [
        { name: "brand new", description: "Words.", externalDocs: { url: "https://example.com" } },
      ];
    },
  ),
  ofOperation("operation-callbacks", "an operation has callbacks", ({ node }) => {
    node.callbacks = {
      ready: {
        "{$request.body#/callback_url}": {
          post: {
            requestBody: {
              content: {
                "application/json": { schema: { $ref: "#/components/schemas/NotThere" } },
              },
            },
            responses: { "200": { description: "Good" } },
          },
        },
      },
    };
  }),
  ofOperation("operation-extensions", "an operation has extension keys", ({ node, item }) => {
    Object.assign(node, {
      "x-ratelimit-category": "brand_new",
      "x-words": "A long comment by the team.",
      "x-codegen-request-body-name": "body",
    });
    item["x-path-note"] = { words: "a comment, with spaces" };
  }),
  ofOperation("operation-external-docs", "an operation links to external docs", ({ node }) => {
    node.externalDocs = { description: "More */", url: "https://example.com" };
    node["x-codeSamples"] = [{ lang: "Python", source: "print('*/')" }];
  }),
  ofOperation("operation-unknown-key", "an operation has an unknown key", ({ node }) => {
    node.idempotent = { since: "5.30" };
  }),
  ofOperation("operation-servers", "an operation repeats the server", ({ node, item }, draft) => {
    const holder = draft.random.coin() ? node : item;
    holder.servers = copyOf(draft.document.servers ?? []);
  }),
  ofOperation(
    "operation-other-server",
    "an operation is at another server",
    ({ node, item, at }, draft) => {
      const holder = draft.random.coin() ? node : item;
      holder.servers = [{ url: OTHER_HOST }];
      return refused(at, "the request would go to the wrong server");
    },
  ),
  ofOperation("scopes-grow", "an operation needs one more scope", ({ node }, draft) => {
    const schemes = tree(tree(draft.document.components).securitySchemes);
    for (const one of listed(node.security))
      for (const [name, scopes] of Object.entries(tree(one)))
        for (const flow of Object.values(tree(tree(schemes[name]).flows))) {
          if (!isTree(flow) || !Array.isArray(scopes)) continue;
          child(flow, "scopes")["reports:export"] = "Words";
          if (!scopes.includes("reports:export")) scopes.push("reports:export");
        }
  }),
  ofOperation(
    "security-removed",
    "an operation has no `security`",
    ({ node }) => void delete node.security,
  ),
  ofOperation("security-added", "another security scheme is allowed", ({ node }, draft) => {
    child(child(draft.document, "components"), "securitySchemes").brand_new = {
      type: "http",
      scheme: "bearer",
      bearerFormat: "JWT",
      description: "Words.",
    };
    node.security = [...listed(node.security), { brand_new: [] }];
  }),
  ofOperation("security-api-key", "an API key in a header is allowed, too", ({ node }, draft) => {
    child(child(draft.document, "components"), "securitySchemes").key = {
      type: "apiKey",
      in: "header",
      name: "X-Key",
    };
    node.security = [...listed(node.security), { key: [] }];
  }),
  ofOperation(
    "security-at-top",
    "`security` moves to the top of the document",
    ({ node }, draft) => {
      draft.document.security = copyOf(node.security ?? []);
      delete node.security;
    },
  ),
  ofOperation("operations-reordered", "the operations are reordered", ({ item, path }, draft) => {
    const paths = child(draft.document, "paths");
    delete paths[path];
    draft.document.paths = { ...paths, [path]: item };
  }),
  ofOperation("operation-added-beside", "a path gets another operation", ({ item }) => {
    item.options = { operationId: "made/up", responses: { "200": { description: "Good" } } };
    item.delete ??= {
      operationId: "made/up_too",
      parameters: [{ name: "odd", in: "header", required: true, schema: { weird: true } }],
      responses: {},
    };
  }),
  ofDocument("other-operation-broken", "an operation that is not offered is invalid", (draft) => {
    child(draft.document, "paths")["/not/{offered}"] = {
      post: {
        operationId: "not/offered",
        requestBody: {
          content: { "text/odd": { schema: { $ref: "#/components/schemas/NotThere" } } },
        },
        responses: { "2XX": { content: 7 } },
      },
    };
    return lives("#/paths/~1not~1{offered}");
  }),
  ofDocument("server-described", "the server has a description", (draft) => {
    draft.document.servers = listed(draft.document.servers).map((one) => ({
      ...tree(one),
      description: "Production",
      "x-note": "A comment.",
    }));
  }),
  ofDocument("server-slash", "the server's address ends in a slash", (draft) => {
    draft.document.servers = listed(draft.document.servers).map((one) => ({
      ...tree(one),
      url: `${String(tree(one).url)}/`,
    }));
  }),
  ofDocument("server-added", "a sandbox is named as a second server", (draft) => {
    draft.document.servers = [
      ...listed(draft.document.servers),
      { url: "https://api-sandbox.pinterest.com/v5", description: "Sandbox" },
    ];
  }),
  ofDocument("server-other", "the API is at another host", (draft) => {
    draft.document.servers = [{ url: OTHER_HOST }];
    return refused("#/servers", "credentials would go to another host");
  }),
  ofDocument("info-grows", "`info` has more fields", (draft) => {
    Object.assign(child(draft.document, "info"), {
      summary: "One line.",
      contact: { name: "API", email: "a@example.com" },
      license: { name: "MIT", identifier: "MIT" },
      termsOfService: "https://example.com",
      "x-logo": { url: "https://example.com/logo.svg" },
    });
  }),
  ofDocument("document-extensions", "the document has extension keys", (draft) => {
    Object.assign(draft.document, {
      "x-tagGroups": [{ name: "Ads", tags: ["reports"] }],
      "x-generated-by": "A tool.",
    });
    child(draft.document, "components")["x-notes"] = { words: "a comment" };
    child(draft.document, "paths")["x-paths-note"] = "Words.";
  }),
  ofDocument("document-unknown-key", "the document has an unknown key", (draft) => {
    draft.document.environments = [{ name: "production" }];
  }),
  ofDocument("openapi-3.0.4", "the description is in OpenAPI 3.0.4", (draft) => {
    draft.document.openapi = "3.0.4";
  }),
  ofDocument("version-major", "the description has version 6", (draft) => {
    child(draft.document, "info").version = "6.0.0";
  }),
  ofDocument("version-odd", "the version is a date", (draft) => {
    child(draft.document, "info").version = "2026-11-01-preview";
  }),
  ofDocument("external-docs", "the document links to external docs", (draft) => {
    draft.document.externalDocs = { url: "https://example.com", description: "Docs" };
  }),
  ofDocument("components-of-all-sorts", "there are unused components of all sorts", (draft) => {
    draft.component("examples", "One", { value: { any: "thing" } });
    draft.component("links", "One", { operationId: "nowhere" });
    draft.component("callbacks", "One", { "{$url}": { post: { responses: {} } } });
    draft.component("headers", "One", { schema: { type: "string" } });
    return lives(pointer("#", "components"));
  }),
];
