import { type ReportFile, restOf } from "./long-file.js";
import { type Reply, type SeenRequest, xmlReply } from "./reply.js";
import type { Issued } from "./reports.js";

const LINK_LIVES_MS = 300_000;

/** What the files' host answers, as S3 does: one way of proving who asks, links that run out, ranges of a file that is the same still. */
export function fileReply({ headers }: SeenRequest, issued: (Issued & { readonly file: ReportFile }) | undefined, date: number): Reply {
  if (headers.authorization !== undefined) return xmlReply(400, "InvalidArgument", "Only one auth mechanism allowed");
  if (issued === undefined) return xmlReply(403, "SignatureDoesNotMatch", "The request signature does not match");
  if (date - issued.at > LINK_LIVES_MS) return xmlReply(403, "AccessDenied", "Request has expired");
  const { file, job } = issued;
  // Another file has another tag.
  const etag = `"${job.token.slice(0, 16)}-${file.size}"`;
  const usual = { "content-type": "binary/octet-stream", "accept-ranges": "bytes", etag };
  const from = /^bytes=(\d+)-$/.exec(headers.range ?? "")?.[1];
  if (from === undefined || (headers["if-range"] ?? etag) !== etag) return { status: 200, headers: usual, body: file };
  if (Number(from) >= file.size) return xmlReply(416, "InvalidRange", "The requested range is not satisfiable");
  const range = { "content-range": `bytes ${from}-${file.size - 1}/${file.size}` };
  return { status: 206, headers: { ...usual, ...range }, body: restOf(file, Number(from)) };
}
