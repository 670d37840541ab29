import { type Context, today } from "../context.js";
import { ask, type Body } from "../question.js";
import { BODY, COUNT, listOf, objectSchema, TEXT, type Tool } from "../tool.js";

/**
 * Creates the tool that checks a body without sending anything to Pinterest. It uses today's date
 * in UTC. An invalid body is a result with `faults`, not an error.
 */
export function checkTool(context: Pick<Context, "io">): Tool {
  return {
    name: "check",
    title: "Check a report",
    description:
      "Checks a report body without sending it. Returns what Pinterest would reject and how to fix it, how many reports each account needs, and which days cannot be requested.",
    input: objectSchema({ body: BODY }),
    output: objectSchema({
      ok: { type: "boolean" },
      faults: listOf(
        objectSchema({ severity: TEXT, path: TEXT, message: TEXT, rule: TEXT, fix: TEXT }),
      ),
      reports: COUNT,
      days: listOf(TEXT),
      dropped: listOf(TEXT),
      notes: listOf(TEXT),
    }),
    async run({ body }) {
      const { faults, requests, dropped, notes } = await ask(body as Body, today(context));
      return {
        ok: requests.length > 0,
        faults,
        reports: requests.length,
        days: requests.map(({ start_date, end_date }) => `${start_date} to ${end_date}`),
        dropped,
        notes,
      };
    },
  };
}
