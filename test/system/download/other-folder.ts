import { readdirSync } from "node:fs";
import { createFakeClock, createFakeServer } from "../../../runtime/testing/index.js";
import { account, all, bodyFor, createClient, facts } from "../../support/flow.js";

// A separate program, because it changes the working directory while files are being written to
// relative paths. Prints the content of both folders.
const [, , home = "", other = ""] = process.argv;
const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
await using server = await createFakeServer([facts], { clock, polls: 1 });
const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
const away = ({ type }: { readonly type: string }): void => {
  if (type === "response" || type === "download") process.chdir(other);
};
process.chdir(home);
const report = await client.report.run(account, bodyFor(server));
const saved = report.download("report.json");
process.chdir(other);
const bytes = await saved;
process.chdir(home);
const requests = [{ adAccountId: account, body: bodyFor(server) }];
const items = await all(client.report.runAll(requests, { journal: "run.ndjson", onEvent: away }));
process.stdout.write(
  JSON.stringify({
    bytes,
    items: items.at(-1)?.type,
    home: readdirSync(home).sort(),
    other: readdirSync(other),
  }),
);
