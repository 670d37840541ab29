import { isUrl, withoutSecrets } from "../../generator/parse/fetch.js";
import { type ProgressIo, statusLine } from "./terminal.js";

/**
 * Calls `read` to read a description. If `from` is a URL, shows the download on stderr, without the
 * URL's credentials and query. Rejects with any error from `read`. Rejects with `Problems` before
 * calling `read` if the URL is invalid, or is plain http to another machine.
 */
export async function downloading<Read>(
  from: string,
  io: ProgressIo,
  read: () => Promise<Read>,
): Promise<Read> {
  if (!isUrl(from)) return read();
  const url = withoutSecrets(from);
  const { show, end } = statusLine(io);
  show(`download   ${url}`);
  return read().finally(end);
}
