import { JsonBytes, MORE, shown } from "./json-bytes.js";
import { JsonRow } from "./json-row.js";
import { BadFile } from "./reader.js";

/** The one value of a whole JSON file, as `JSON.parse` has it, but for ids, which are texts, and for integers that a number cannot hold. */
export function readJson(bytes: Uint8Array, ids: readonly string[]): unknown {
  const scan = new JsonBytes();
  scan.push(bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes);
  try {
    const value = new JsonRow(scan, ids).value();
    if (scan.blank()) return value;
    throw new BadFile(`${shown(scan.token())} follows its end`);
  } catch (error) {
    throw error === MORE ? new BadFile("it ends too early") : error;
  }
}
