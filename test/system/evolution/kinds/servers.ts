// What an owner does to where the API is: the same place written otherwise, or another one.

import { copyOf, type Draft, type Tree } from "../draft.js";
import { type Kind, kind, lives, ofOperation, refused } from "../kind.js";

const HOST = "api.pinterest.com";
const HERE = `https://${HOST}/v5`;
const SANDBOX: Tree = { url: "https://api-sandbox.pinterest.com/v5", description: "Sandbox" };

/** Servers that are where the client sends to. */
const SAME: Readonly<Record<string, readonly [says: string, servers: readonly Tree[]]>> = {
  "server-relative": ["the server is a path alone", [{ url: "/v5" }]],
  "server-relative-slash": ["the server is a path alone, which ends in a slash", [{ url: "/v5/" }]],
  "server-capitals": ["the server has capitals", [{ url: "HTTPS://API.Pinterest.com/v5" }]],
  "server-default-port": ["the server names the usual port", [{ url: `https://${HOST}:443/v5` }]],
  // Azure and Zendesk spell hosts so, Adyen and Square versions.
  "server-variables": [
    "the server has variables that spell it",
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
    "the server is nothing but a variable",
    [{ url: "{base}", variables: { base: { default: HERE } } }],
  ],
  "server-variable-of-scheme": [
    "the server may be called by HTTP, or as usual",
    [
      {
        url: `{scheme}://${HOST}/v5`,
        variables: { scheme: { default: "https", enum: ["https", "http"] } },
      },
    ],
  ],
  "server-sandbox-first": ["a sandbox is named before the server", [SANDBOX, { url: HERE }]],
  "server-twice": ["the server is named twice", [{ url: HERE }, { url: `${HERE}/` }]],
};

/** Servers that are elsewhere. */
const OTHER: Readonly<Record<string, readonly [says: string, servers: readonly Tree[]]>> = {
  "server-other-port": ["the server has another port", [{ url: `https://${HOST}:8443/v5` }]],
  "server-without-tls": ["the server is called without TLS", [{ url: `http://${HOST}/v5` }]],
  "server-other-version": ["the server is of another version", [{ url: `https://${HOST}/v6` }]],
  "server-relative-other": ["the server is another path", [{ url: "/v6" }]],
  "server-sandbox-alone": ["a sandbox is the only server", [SANDBOX]],
  "server-variables-other": [
    "the server has variables that spell another one",
    [
      {
        url: "https://{region}.pinterest.com/v5",
        variables: { region: { default: "eu", enum: ["eu", "us"] } },
      },
    ],
  ],
  "server-alike": [
    "the server's host begins as it did",
    [{ url: `https://${HOST}.example.com/v5` }],
  ],
  "server-behind-name": [
    "the host stands before an at sign",
    [{ url: `https://${HOST}@example.com/v5` }],
  ],
};

const holders = ["document", "operation"] as const;

/** At the top or at an operation, as the draft draws it. */
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
  withoutServers("server-absent", "nothing is said of the server", (draft) => {
    delete draft.document.servers;
  }),
  withoutServers("server-of-none", "the list of servers is empty", (draft) => {
    draft.document.servers = [];
  }),
];
