// What an owner does to who may call: keys, certificates, several things at once.

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

/** Puts a scheme among the components under a name that is drawn; gives the name. */
function scheme(draft: Draft, node: Tree): string {
  const name = draft.random.of(["brandNew", "pinterest_key", "ApiAuth", "bearer", "default"]);
  return draft.component("securitySchemes", name, node).split("/").at(-1) ?? name;
}

/** A kind after which one thing alone lets in. */
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

/** A kind after which one thing alone lets in, which is a token in the header. */
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

/** Called with a token so far, not with the secret of an app. */
const isOfToken = ({ node }: Offered): boolean => listed(node.security).some(isToken);

function isToken(one: Value): boolean {
  return isTree(one) && Object.keys(one).some((name) => name !== "basic");
}

const NO_TOKEN = "no token lets in";

const key = (draft: Draft): Tree => ({
  type: "apiKey",
  // Adyen and Box: a header; Trello and many older ones: the query; consoles of all sorts: a cookie.
  in: draft.random.of(["header", "query", "cookie"]),
  name: draft.random.of(["X-API-Key", "api_key", "access_token"]),
});

const FLOW: Tree = { scopes: { "ads:read": "Words." } };
const AUTHORIZE = "https://www.pinterest.com/oauth/";
const TOKEN = "https://api.pinterest.com/v5/oauth/token";

export const securityKinds: readonly Kind[] = [
  needs("security-key-instead", "a key lets in, and no token does", NO_TOKEN, key),
  needs(
    "security-authorization-as-key",
    "a key stands in the header where a token would stand",
    "what stands before the key in the header is not said",
    () => ({ type: "apiKey", in: "header", name: "Authorization" }),
  ),
  needs("security-http-other", "a scheme of HTTP lets in that is no token", NO_TOKEN, (draft) => ({
    type: "http",
    scheme: draft.random.of(["digest", "hoba", "mutual", "negotiate", "DPoP", "AWS4-HMAC-SHA256"]),
  })),
  needs(
    "security-basic-for-report",
    "a name and a password let in to a report",
    NO_TOKEN,
    () => ({ type: "http", scheme: "basic" }),
    ({ role }) => role !== "call",
  ),
  ofOperation("security-mutual-tls", "a certificate lets in", (operation, draft) => {
    upgrade(draft.document);
    operation.node.security = [{ [scheme(draft, { type: "mutualTLS" })]: [] }];
    return refused(operation.at, "the client has no certificate");
  }),
  ofOperation(
    "security-token-and-key",
    "a token lets in together with a key, as with Google Ads and its developer token",
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
    "a key lets in, which stands at the top",
    (operation, draft) => {
      draft.document.security = [{ [scheme(draft, key(draft))]: [] }];
      delete operation.node.security;
      return refused(operation.at, NO_TOKEN);
    },
  ),
  ofOperation(
    "security-key-or-token",
    "a key lets in or a token, the key first",
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
    "a key lets in by the top, a token by the operation",
    ({ at }, draft) => {
      draft.document.security = [{ [scheme(draft, key(draft))]: [] }];
      return livesAlone(at);
    },
    isOfToken,
  ),
  ofOperation(
    "security-none",
    "anyone may call",
    ({ node }) => {
      node.security = [];
    },
    isOfToken,
  ),
  ofOperation(
    "security-optional",
    "anyone may call, and one with a key too",
    ({ node }, draft) => {
      const known: Tree = { [scheme(draft, key(draft))]: [] };
      node.security = draft.random.coin() ? [{}, known] : [known, {}];
    },
    isOfToken,
  ),
  takes("security-bearer-alone", "a token lets in, as HTTP says it", (draft) => ({
    type: "http",
    // The names of schemes have no case, and are written both ways.
    scheme: draft.random.of(["bearer", "Bearer", "BEARER"]),
    bearerFormat: draft.random.of(["JWT", "opaque", "oauth2"]),
  })),
  takes("security-other-flow", "a token is got in another way", (draft) => ({
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
  takes("security-open-id", "a token is got by OpenID Connect", () => ({
    type: "openIdConnect",
    openIdConnectUrl: "https://www.pinterest.com/.well-known/openid-configuration",
  })),
  ofOperation(
    "security-scheme-by-reference",
    "a scheme is another name of a scheme",
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
    "the scheme that lets in is not described",
    (operation) => {
      operation.node.security = [{ never_described: [] }];
      return refused(operation.at, "nothing says what lets in");
    },
    isOfToken,
  ),
  ofOperation(
    "security-scheme-undescribed-too",
    "one of the schemes that let in is not described",
    (operation) => {
      operation.node.security = [...listed(operation.node.security), { never_described: [] }];
      return told(operation.at, /never_described/);
    },
    isOfToken,
  ),
  ofOperation(
    "security-at-path",
    "who may call stands at a path, where no version knows it",
    ({ item, at }, draft) => {
      item.security = [{ [scheme(draft, key(draft))]: [] }];
      return lives(at);
    },
    isOfToken,
  ),
];
