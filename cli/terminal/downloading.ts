import { isUrl, withoutSecrets } from "../../generator/parse/fetch.js";
import { type ProgressIo, statusLine } from "./terminal.js";

/**
 * Calls `read` to read a description. If `from` is a URL, shows the download on stderr. Rejects
 * with any error from `read`, and with `Problems` for an invalid URL.
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
