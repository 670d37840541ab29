// Edits to the API's server: the same address written differently, or another one.

import { copyOf, type Draft, type Tree } from "../draft.js";
import { type Kind, kind, lives, ofOperation, refused } from "../kind.js";

const HOST = "api.pinterest.com";
const HERE = `https://${HOST}/v5`;
const SANDBOX: Tree = { url: "https://api-sandbox.pinterest.com/v5", description: "Sandbox" };

/** Servers that are the address the client sends to. */
const SAME: Readonly<Record<string, readonly [says: string, servers: readonly Tree[]]>> = {
  "server-relative": ["the server is only a path", [{ url: "/v5" }]],
  "server-relative-slash": ["the server is only a path that ends in a slash", [{ url: "/v5/" }]],
  "server-capitals": ["the server has capital letters", [{ url: "HTTPS://API.Pinterest.com/v5" }]],
  "server-default-port": ["the server names the default port", [{ url: `https://${HOST}:443/v5` }]],
  // Azure and Zendesk write hosts with variables, Adyen and Square versions.
  "server-variables": [
    "the server's address has variables",
    [
      {
        url: "https://{host}/{version}",
        variables: {
          host: { default: HOST, enum: [HOST, "api-sandbox.pinterest.com"] },
          version: { default: "v5", description: "Words." },
        },
      },
    ],
  ],
  "server-variable-of-all": [
    "the server is a single variable",
    [{ url: "{base}", variables: { base: { default: HERE } } }],
  ],
  "server-variable-of-scheme": [
    "the server allows HTTP or HTTPS",
    [
      {
        url: `{scheme}://${HOST}/v5`,
        variables: { scheme: { default: "https", enum: ["https", "http"] } },
      },
    ],
  ],
  "server-sandbox-first": ["a sandbox is listed before the server", [SANDBOX, { url: HERE }]],
  "server-twice": ["the server is listed twice", [{ url: HERE }, { url: `${HERE}/` }]],
};

/** Servers at another address. */
const OTHER: Readonly<Record<string, readonly [says: string, servers: readonly Tree[]]>> = {
  "server-other-port": ["the server has another port", [{ url: `https://${HOST}:8443/v5` }]],
  "server-without-tls": ["the server uses no TLS", [{ url: `http://${HOST}/v5` }]],
  "server-other-version": ["the server has another version", [{ url: `https://${HOST}/v6` }]],
  "server-relative-other": ["the server is another path", [{ url: "/v6" }]],
  "server-sandbox-alone": ["a sandbox is the only server", [SANDBOX]],
  "server-variables-other": [
    "the server has variables that result in another address",
    [
      {
        url: "https://{region}.pinterest.com/v5",
        variables: { region: { default: "eu", enum: ["eu", "us"] } },
      },
    ],
  ],
  "server-alike": [
    "another host starts with the same name",
    [{ url: `https://${HOST}.example.com/v5` }],
  ],
  "server-behind-name": [
    "the host is before an at sign, as a user name",
    [{ url: `https://${HOST}@example.com/v5` }],
  ],
};

const holders = ["document", "operation"] as const;

/** A kind that sets the servers of the document or of a random operation. */
function serverKind(
  name: string,
  [says, servers]: readonly [string, readonly Tree[]],
  because: string | null,
): Kind {
  return ofOperation(name, says, (operation, draft) => {
    const isAtTop = draft.random.of(holders) === "document";
    const holder = isAtTop ? draft.document : draft.random.coin() ? operation.node : operation.item;
    holder.servers = copyOf([...servers]);
    const at = isAtTop ? "#/servers" : `${operation.at}/servers`;
    return because === null ? lives(at) : refused(at, because);
  });
}

function withoutServers(name: string, says: string, change: (draft: Draft) => void): Kind {
  return kind(name, says, (draft) => {
    change(draft);
    return lives("#/servers");
  });
}

export const serverKinds: readonly Kind[] = [
  ...Object.entries(SAME).map(([name, one]) => serverKind(name, one, null)),
  ...Object.entries(OTHER).map(([name, one]) =>
    serverKind(name, one, "credentials would go to another server"),
  ),
  withoutServers("server-absent", "there is no list of servers", (draft) => {
    delete draft.document.servers;
  }),
  withoutServers("server-of-none", "the list of servers is empty", (draft) => {
    draft.document.servers = [];
  }),
];
