import type { ContractFacts } from "./facts.js";
import { jsonReply, type Reply, refusalReply, type SeenRequest } from "./reply.js";
import { displayName } from "./report-text.js";

/** `GET /resources/delivery_metrics`: what each column is called where people read it. */
export function metricsReply(contract: readonly ContractFacts[]): Reply {
  const names = [...new Set(contract.flatMap(({ columns }) => columns.map(({ name }) => name)))];
  return jsonReply(200, {
    items: names.map((name) => ({ name, category: "ADS", display_name: displayName(name), definition: `Made up: ${displayName(name)}` })),
  });
}

/** `GET /ad_accounts`, page by page: a bookmark says where the next begins, and is null on the last. */
export function accountsReply(accounts: number, { bookmark = "", page_size = "25" }: Readonly<Record<string, string>>): Reply {
  const size = Number(page_size);
  if (!(Number.isInteger(size) && size >= 1 && size <= 250)) return refusalReply(400, { code: 1, message: "Invalid page_size" });
  const start = bookmark === "" ? 0 : Number(/^page-(\d+)$/.exec(bookmark)?.[1] ?? Number.NaN);
  if (Number.isNaN(start)) return refusalReply(400, { code: 1, message: "Invalid bookmark" });
  const end = Math.min(accounts, start + size);
  const items = Array.from({ length: Math.max(0, end - start) }, (_, index) => ({
    id: String(549_755_885_175 + start + index),
    name: `Made-up account ${start + index + 1}`,
    currency: "USD",
    country: "US",
    owner: { username: "made-up" },
    permissions: ["OWNER"],
  }));
  return jsonReply(200, { items, bookmark: end < accounts ? `page-${end}` : null });
}

/** A call that nobody here knows, answered by who does. */
export function otherReply(request: SeenRequest, answer?: (request: SeenRequest) => unknown): Reply {
  try {
    const given = answer?.(request);
    return given === undefined ? refusalReply(404, { code: 30, message: "Not found." }) : jsonReply(200, given);
  } catch (error) {
    // No 500, which a client would try again: what a test's own function finds wrong is to be seen at once.
    return refusalReply(400, { code: 1, message: error instanceof Error ? error.message : String(error) });
  }
}
