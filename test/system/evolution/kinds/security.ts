// Edits to security: API keys, certificates, and combined schemes.

import {
  child,
  copyOf,
  type Draft,
  isTree,
  listed,
  type Offered,
  type Tree,
  tree,
  type Value,
} from "../draft.js";
import { type Kind, lives, livesAlone, ofOperation, refused, told } from "../kind.js";
import { upgrade } from "./newer.js";

/** Adds a security scheme to the components under a random name, and returns the name. */
function scheme(draft: Draft, node: Tree): string {
  const name = draft.random.of(["brandNew", "pinterest_key", "ApiAuth", "bearer", "default"]);
  return draft.component("securitySchemes", name, node).split("/").at(-1) ?? name;
}

/** A kind that makes one scheme the only one allowed. */
function needs(
  name: string,
  says: string,
  because: string,
  node: (draft: Draft) => Tree,
  fits: (operation: Offered, draft: Draft) => boolean = () => true,
): Kind {
  return ofOperation(
    name,
    says,
    (operation, draft) => {
      operation.node.security = [{ [scheme(draft, node(draft))]: [] }];
      return refused(operation.at, because);
    },
    fits,
  );
}

/** A kind that makes one scheme the only one allowed, where the scheme is a bearer token. */
function takes(name: string, says: string, node: (draft: Draft) => Tree): Kind {
  return ofOperation(
    name,
    says,
    (operation, draft) => {
      operation.node.security = [{ [scheme(draft, node(draft))]: [] }];
      return undefined;
    },
    isOfToken,
  );
}

/** Whether an operation currently uses a token instead of the app's secret. */
const isOfToken = ({ node }: Offered): boolean => listed(node.security).some(isToken);

function isToken(one: Value): boolean {
  return isTree(one) && Object.keys(one).some((name) => name !== "basic");
}

const NO_TOKEN = "no token is accepted";

const key = (draft: Draft): Tree => ({
  type: "apiKey",
  // Headers as with Adyen and Box, the query as with Trello and many older APIs, cookies as with
  // web consoles.
  in: draft.random.of(["header", "query", "cookie"]),
  name: draft.random.of(["X-API-Key", "api_key", "access_token"]),
});

const FLOW: Tree = { scopes: { "ads:read": "Words." } };
const AUTHORIZE = "https://www.pinterest.com/oauth/";
const TOKEN = "https://api.pinterest.com/v5/oauth/token";

export const securityKinds: readonly Kind[] = [
  needs("security-key-instead", "an API key is required instead of a token", NO_TOKEN, key),
  needs(
    "security-authorization-as-key",
    "an API key is in the Authorization header",
    "the prefix of the key in the header is unknown",
    () => ({ type: "apiKey", in: "header", name: "Authorization" }),
  ),
  needs(
    "security-http-other",
    "an HTTP scheme other than bearer is required",
    NO_TOKEN,
    (draft) => ({
      type: "http",
      scheme: draft.random.of([
        "digest",
        "hoba",
        "mutual",
        "negotiate",
        "DPoP",
        "AWS4-HMAC-SHA256",
      ]),
    }),
  ),
  needs(
    "security-basic-for-report",
    "a report requires a name and password",
    NO_TOKEN,
    () => ({ type: "http", scheme: "basic" }),
    ({ role }) => role !== "call",
  ),
  ofOperation("security-mutual-tls", "a client certificate is required", (operation, draft) => {
    upgrade(draft.document);
    operation.node.security = [{ [scheme(draft, { type: "mutualTLS" })]: [] }];
    return refused(operation.at, "the client has no certificate");
  }),
  ofOperation(
    "security-token-and-key",
    "a token and a key are both required, as with Google Ads and its developer token",
    (operation, draft) => {
      const name = scheme(draft, key(draft));
      operation.node.security = listed(operation.node.security).map((one) => ({
        ...tree(one),
        [name]: [],
      }));
      return refused(operation.at, "the client has no key");
    },
    isOfToken,
  ),
  ofOperation(
    "security-key-at-top",
    "a key is required by the document's `security`",
    (operation, draft) => {
      draft.document.security = [{ [scheme(draft, key(draft))]: [] }];
      delete operation.node.security;
      return refused(operation.at, NO_TOKEN);
    },
  ),
  ofOperation(
    "security-key-or-token",
    "a key or a token is accepted, the key first",
    (operation, draft) => {
      operation.node.security = [
        { [scheme(draft, key(draft))]: [] },
        ...listed(operation.node.security),
      ];
    },
    isOfToken,
  ),
  ofOperation(
    "security-key-at-top-token-here",
    "the document requires a key, the operation a token",
    ({ at }, draft) => {
      draft.document.security = [{ [scheme(draft, key(draft))]: [] }];
      return livesAlone(at);
    },
    isOfToken,
  ),
  ofOperation(
    "security-none",
    "no authentication is required",
    ({ node }) => {
      node.security = [];
    },
    isOfToken,
  ),
  ofOperation(
    "security-optional",
    "authentication with a key is optional",
    ({ node }, draft) => {
      const known: Tree = { [scheme(draft, key(draft))]: [] };
      node.security = draft.random.coin() ? [{}, known] : [known, {}];
    },
    isOfToken,
  ),
  takes("security-bearer-alone", "a token is required as an HTTP bearer scheme", (draft) => ({
    type: "http",
    // Scheme names are case-insensitive, and several spellings are common.
    scheme: draft.random.of(["bearer", "Bearer", "BEARER"]),
    bearerFormat: draft.random.of(["JWT", "opaque", "oauth2"]),
  })),
  takes("security-other-flow", "a token comes from another OAuth flow", (draft) => ({
    type: "oauth2",
    flows: draft.random.of<Tree>([
      { implicit: { ...copyOf(FLOW), authorizationUrl: AUTHORIZE } },
      { password: { ...copyOf(FLOW), tokenUrl: TOKEN } },
      { clientCredentials: { ...copyOf(FLOW), tokenUrl: TOKEN, refreshUrl: TOKEN } },
      {
        authorizationCode: { ...copyOf(FLOW), authorizationUrl: AUTHORIZE, tokenUrl: TOKEN },
        clientCredentials: { ...copyOf(FLOW), tokenUrl: TOKEN },
      },
    ]),
  })),
  takes("security-open-id", "a token comes from OpenID Connect", () => ({
    type: "openIdConnect",
    openIdConnectUrl: "https://www.pinterest.com/.well-known/openid-configuration",
  })),
  ofOperation(
    "security-scheme-by-reference",
    "a scheme refers to another scheme",
    ({ node }, draft) => {
      const [name = ""] = Object.keys(tree(listed(node.security).find(isToken)));
      const schemes = child(child(draft.document, "components"), "securitySchemes");
      schemes[name] = {
        $ref: draft.component("securitySchemes", `${name}_proper`, copyOf(schemes[name] ?? {})),
      };
    },
    isOfToken,
  ),
  ofOperation(
    "security-scheme-undescribed",
    "the required scheme is not described",
    (operation) => {
      operation.node.security = [{ never_described: [] }];
      return refused(operation.at, "it is unknown what the scheme requires");
    },
    isOfToken,
  ),
  ofOperation(
    "security-scheme-undescribed-too",
    "one of the accepted schemes is not described",
    (operation) => {
      operation.node.security = [...listed(operation.node.security), { never_described: [] }];
      return told(operation.at, /never_described/);
    },
    isOfToken,
  ),
  ofOperation(
    "security-at-path",
    "`security` is on a path item, where no version allows it",
    ({ item, at }, draft) => {
      item.security = [{ [scheme(draft, key(draft))]: [] }];
      return lives(at);
    },
    isOfToken,
  ),
];
