import type { Source } from "../model/model.js";
import type { Origin } from "./fetch.js";
import { own } from "./json.js";
import { parseYaml } from "./yaml.js";

/** The description that the contract was made from, and where it lay. */
export interface Known extends Source {
  readonly origin: Origin | undefined;
  /** What it calls its contract; see pair.ts. */
  readonly contract?: string;
}

/** Reads source.yaml. `undefined` when there is none, or when it is not what `pull` writes. */
export function parseSource(text: string | null): Known | undefined {
  const written = text === null ? null : parseYaml(text, "spec/source.yaml").value;
  const [title, version, sha256, url, etag, file, contract] = ["title", "version", "sha256", "url", "etag", "file", "contract"].map(
    (name) => own(written, name),
  );
  if (typeof title !== "string" || typeof version !== "string" || typeof sha256 !== "string") return undefined;
  const origin =
    typeof url === "string" ? { url, ...(typeof etag === "string" && { etag }) } : typeof file === "string" ? { file } : undefined;
  return { title, version, sha256, origin, ...(typeof contract === "string" && { contract }) };
}
