import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { closed, listening } from "./description-server.js";

export interface Registry {
  /** What npm gets to know of it, as its user configuration. */
  readonly npmrc: string;
  /** The versions that it has been given. */
  readonly versions: readonly string[];
  close(): Promise<void>;
}

/** As much of a package registry as a publication needs: it says what it has, and takes what it has not. */
export async function registryServer(): Promise<Registry> {
  let document: { readonly versions: Readonly<Record<string, unknown>>; readonly "dist-tags": unknown } | undefined;
  const server = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const reply = (status: number, body: unknown): unknown =>
        answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      if (!request.url?.startsWith("/pinterest-reports")) return reply(404, { error: "not_found" });
      if (request.method !== "PUT") return document ? reply(200, document) : reply(404, { error: "not_found" });
      const sent = JSON.parse(Buffer.concat(parts).toString("utf8"));
      document = { ...sent, versions: { ...document?.versions, ...sent.versions } };
      return reply(201, { ok: true });
    });
  });
  await listening(server);
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    npmrc: `registry=http://${host}/\n//${host}/:_authToken=made-up-token\nignore-scripts=true\nupdate-notifier=false\n`,
    get versions() {
      return Object.keys(document?.versions ?? {});
    },
    close: () => closed(server),
  };
}
