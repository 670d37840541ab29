// Adds last week's report of an account to the queue. Running it again on the same day adds no second report.
//
//   REDIS_URL=redis://127.0.0.1:6379 npx tsx producer.ts 549755885175 week.json
import { resolve } from "node:path";
import { Redis } from "ioredis";
import { enqueue, reportQueue } from "./jobs.js";

const [account = "", path = "week.json"] = process.argv.slice(2);
const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
// Fails soon if Redis is unavailable.
const connection = new Redis(process.env.REDIS_URL ?? "redis://127.0.0.1:6379", { maxRetriesPerRequest: 1 });
connection.on("error", () => undefined); // The queue reports it.
const queue = reportQueue(connection);

const name = `${account}-${day(7)}`;
await enqueue(queue, name, {
  account,
  path: resolve(path),
  body: {
    start_date: day(7),
    end_date: day(1),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  },
});
console.log(`added ${name}`);
await queue.close();
connection.disconnect();
