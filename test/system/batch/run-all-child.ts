// Runs many reports with a journal and prints its progress. A test kills and restarts it.
import { bodyFor, createClient } from "../../support/flow.js";

const [url = "", accessToken = "", journal = "", count = "0", options = "{}"] =
  process.argv.slice(2);
const client = createClient({ accessToken, baseUrl: url });
const requests = Array.from({ length: Number(count) }, (_, index) => ({
  adAccountId: String(1_000 + index),
  body: bodyFor({ clock: { date: () => Date.parse("2026-03-10T12:00:00Z") } as never }),
}));
const say = (...words: readonly unknown[]) => process.stdout.write(`${words.join(" ")}\n`);
const onProgress = ({
  type,
  request,
}: {
  readonly type: string;
  readonly request: { readonly adAccountId: string };
}) => say("progress", type, request.adAccountId);
for await (const item of client.report.runAll(requests, {
  journal,
  concurrency: 4,
  onProgress,
  ...JSON.parse(options),
})) {
  if (item.type !== "row")
    say(
      "item",
      item.type,
      item.request.adAccountId,
      item.type === "failed" ? (item.error as Error).name : "",
    );
}
say("end");
