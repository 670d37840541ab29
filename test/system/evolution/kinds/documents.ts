// What an owner does to operations and to the document around them.

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

/** Takes an operation out of its path, and the path with the last of them. */
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
  ofOperation("operation-removed", "an operation is gone", (operation, draft) => {
    take(operation, draft);
    return refused(operation.at, "there is nothing to call");
  }),
  ofOperation("operation-id-renamed", "an operation has another id", (operation) => {
    operation.node.operationId = `${operation.id}_v2`;
    return refused(operation.at, "nothing says that the other id means the same");
  }),
  ofOperation("operation-id-doubled", "two operations have one id", (operation, draft) => {
    child(draft.document, "paths")["/made_up"] = {
      get: { operationId: operation.id, responses: { "200": { description: "Good" } } },
    };
    return refused(operation.at, "nothing says which of the two is meant");
  }),
  ofOperation("path-moved", "an operation has another path", (operation, draft) => {
    child(draft.document, "paths")[`/beta${operation.path}`] = take(operation, draft);
  }),
  ofOperation("path-odd", "a path has steps that are not plain", (operation, draft) => {
    child(draft.document, "paths")[`${operation.path}/../x?y=1`] = take(operation, draft);
    return refused(operation.at, "the call and its credentials would lead elsewhere");
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
  ofOperation("operation-retagged", "tags and a summary are others, or gone", ({ node }, draft) => {
    delete node.summary;
    if (draft.random.coin()) delete node.tags;
    else node.tags = ["brand new"];
    draft.document.tags = [
      { name: "brand new", description: "Words.", externalDocs: { url: "https://example.com" } },
    ];
  }),
  ofOperation("operation-callbacks", "an operation calls back", ({ node }) => {
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
  ofOperation("operation-extensions", "keys of the owner's own", ({ node, item }) => {
    Object.assign(node, {
      "x-ratelimit-category": "brand_new",
      "x-words": "What the team says of it, at length.",
      "x-codegen-request-body-name": "body",
    });
    item["x-path-note"] = { words: "of the owner's own, with spaces" };
  }),
  ofOperation("operation-external-docs", "documents are linked", ({ node }) => {
    node.externalDocs = { description: "More */", url: "https://example.com" };
    node["x-codeSamples"] = [{ lang: "Python", source: "print('*/')" }];
  }),
  ofOperation("operation-unknown-key", "a key that no version knows", ({ node }) => {
    node.idempotent = { since: "5.30" };
  }),
  ofOperation(
    "operation-servers",
    "an operation names the server again",
    ({ node, item }, draft) => {
      const holder = draft.random.coin() ? node : item;
      holder.servers = copyOf(draft.document.servers ?? []);
    },
  ),
  ofOperation(
    "operation-other-server",
    "an operation is at another server",
    ({ node, item, at }, draft) => {
      const holder = draft.random.coin() ? node : item;
      holder.servers = [{ url: OTHER_HOST }];
      return refused(at, "the request would go where the operation is not");
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
    "nothing is said of who may call",
    ({ node }) => void delete node.security,
  ),
  ofOperation("security-added", "there is one more way to be let in", ({ node }, draft) => {
    child(child(draft.document, "components"), "securitySchemes").brand_new = {
      type: "http",
      scheme: "bearer",
      bearerFormat: "JWT",
      description: "Words.",
    };
    node.security = [...listed(node.security), { brand_new: [] }];
  }),
  ofOperation("security-api-key", "a key in a header lets in, too", ({ node }, draft) => {
    child(child(draft.document, "components"), "securitySchemes").key = {
      type: "apiKey",
      in: "header",
      name: "X-Key",
    };
    node.security = [...listed(node.security), { key: [] }];
  }),
  ofOperation("security-at-top", "who may call stands at the top", ({ node }, draft) => {
    draft.document.security = copyOf(node.security ?? []);
    delete node.security;
  }),
  ofOperation(
    "operations-reordered",
    "operations stand in another order",
    ({ item, path }, draft) => {
      const paths = child(draft.document, "paths");
      delete paths[path];
      draft.document.paths = { ...paths, [path]: item };
    },
  ),
  ofOperation("operation-added-beside", "a path has one more operation", ({ item }) => {
    item.options = { operationId: "made/up", responses: { "200": { description: "Good" } } };
    item.delete ??= {
      operationId: "made/up_too",
      parameters: [{ name: "odd", in: "header", required: true, schema: { weird: true } }],
      responses: {},
    };
  }),
  ofDocument(
    "other-operation-broken",
    "an operation that is not offered makes no sense",
    (draft) => {
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
    },
  ),
  ofDocument("server-described", "a server has words", (draft) => {
    draft.document.servers = listed(draft.document.servers).map((one) => ({
      ...tree(one),
      description: "Production",
      "x-note": "Words of the owner's.",
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
  ofDocument("info-grows", "more stands in `info`", (draft) => {
    Object.assign(child(draft.document, "info"), {
      summary: "One line.",
      contact: { name: "API", email: "a@example.com" },
      license: { name: "MIT", identifier: "MIT" },
      termsOfService: "https://example.com",
      "x-logo": { url: "https://example.com/logo.svg" },
    });
  }),
  ofDocument("document-extensions", "keys of the owner's own at the top", (draft) => {
    Object.assign(draft.document, {
      "x-tagGroups": [{ name: "Ads", tags: ["reports"] }],
      "x-generated-by": "A tool, as of today.",
    });
    child(draft.document, "components")["x-notes"] = { words: "of the owner's own" };
    child(draft.document, "paths")["x-paths-note"] = "Words.";
  }),
  ofDocument("document-unknown-key", "a key at the top that no version knows", (draft) => {
    draft.document.environments = [{ name: "production" }];
  }),
  ofDocument("openapi-3.0.4", "the description says 3.0.4", (draft) => {
    draft.document.openapi = "3.0.4";
  }),
  ofDocument("version-major", "the description has version 6", (draft) => {
    child(draft.document, "info").version = "6.0.0";
  }),
  ofDocument("version-odd", "the version is a date", (draft) => {
    child(draft.document, "info").version = "2026-11-01-preview";
  }),
  ofDocument("external-docs", "documents are linked at the top", (draft) => {
    draft.document.externalDocs = { url: "https://example.com", description: "Docs" };
  }),
  ofDocument("components-of-all-sorts", "components that nothing uses", (draft) => {
    draft.component("examples", "One", { value: { any: "thing" } });
    draft.component("links", "One", { operationId: "nowhere" });
    draft.component("callbacks", "One", { "{$url}": { post: { responses: {} } } });
    draft.component("headers", "One", { schema: { type: "string" } });
    return lives(pointer("#", "components"));
  }),
];
