import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { gunzipSync } from "node:zlib";
import { closed, listening } from "../../support/description-server.js";

export interface Registry {
  /** npm user configuration for this registry. */
  readonly npmrc: string;
  /** The versions that were published to it. */
  readonly versions: readonly string[];
  /** The manifest of the newest version, as it was sent. */
  readonly manifest: Readonly<Record<string, unknown>>;
  file(path: string): string;
  close(): Promise<void>;
}

interface Document {
  readonly versions: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly "dist-tags": Readonly<Record<string, string>>;
  readonly _attachments: Readonly<Record<string, { readonly data: string }>>;
}

/** Starts a package registry with just enough features to publish a package to it. */
export async function registryServer(): Promise<Registry> {
  let document: Document | undefined;
  const server = createServer((request, answer) => {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      const reply = (status: number, body: unknown): unknown =>
        answer.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
      if (!request.url?.startsWith("/pinterest-reports")) return reply(404, { error: "not_found" });
      if (request.method !== "PUT")
        return document ? reply(200, document) : reply(404, { error: "not_found" });
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
    get manifest() {
      return document?.versions[document["dist-tags"].latest ?? ""] ?? {};
    },
    file: (path) => {
      const [tarball] = Object.values(document?._attachments ?? {});
      return fileIn(gunzipSync(Buffer.from(tarball?.data ?? "", "base64")), `package/${path}`);
    },
    close: () => closed(server),
  };
}

/** Reads a file from a tar archive. Each file follows a header of 512 bytes. */
function fileIn(archive: Buffer, path: string): string {
  for (let at = 0; at < archive.length; ) {
    const size = Number.parseInt(archive.toString("latin1", at + 124, at + 136), 8) || 0;
    const name = archive.toString("utf8", at, at + 100).replace(/\0.*$/s, "");
    if (name === path) return archive.toString("utf8", at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`no ${path} was sent`);
}
