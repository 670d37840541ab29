import { gzipSync } from "node:zlib";
import { bytesOf, plainFile } from "../long-file.js";
import type { Reply } from "../reply.js";
import { whole } from "./fault-file.js";
import type { SomeFaults } from "./fault-kind.js";

const FILE = ["file"] as const;
const GZIP = { "content-encoding": "gzip" };

/** Ways in which the file of a report comes as gzip, which nobody asked for. */
export const gzipFaults: SomeFaults = {
  "gzip-file": {
    does: "the file comes as gzip, as it should",
    on: FILE,
    times: 1,
    reply: ({ usual }) => zipped(usual(), 0),
  },
  "cut-gzip-file": {
    does: "the file comes as gzip that ends early, as if it were whole",
    on: FILE,
    times: 1,
    value: { is: "how many bytes are missing at its end", type: "number", usual: 100 },
    reply: ({ value, usual }) => zipped(usual(), Number(value)),
  },
  "half-gzip-file": {
    does: "the file comes as gzip of its start, whole in itself",
    on: FILE,
    times: 1,
    value: { is: "of how many bytes", type: "number", usual: 100 },
    reply({ value, usual }) {
      const { headers, status, body } = whole(usual());
      return { status, headers: { ...headers, ...GZIP }, body: plainFile(gzipSync(bytesOf(body).subarray(0, Number(value)))) };
    },
  },
  "damaged-gzip-file": {
    does: "the file comes as gzip with bytes that are damaged midway",
    on: FILE,
    times: 1,
    reply({ usual }) {
      const { body, ...reply } = zipped(usual(), 0);
      const bytes = bytesOf(body);
      const middle = Math.floor(bytes.length / 2);
      return { ...reply, body: plainFile(bytes.map((byte, at) => (at >= middle && at < middle + 40 ? byte ^ 0xff : byte))) };
    },
  },
  "corrupt-gzip-file": {
    does: "a file that says it is gzip, and is not",
    on: FILE,
    times: 1,
    reply: () => ({ status: 200, headers: GZIP, body: "not gzip" }),
  },
};

function zipped(reply: Reply, missing: number): Reply {
  const { headers, body, status } = whole(reply);
  const bytes = gzipSync(bytesOf(body));
  return { status, headers: { ...headers, ...GZIP }, body: plainFile(bytes.subarray(0, bytes.length - missing)) };
}
