// Calls Pinterest in a loop, with a token that it shares with other processes. Prints a line for
// every thousand calls, and each failure.
import { createClient } from "pinterest-reports";
import { redisState } from "pinterest-reports/redis";

const { REDIS_URL: connection = "", NAME: userAgent = "" } = process.env;
const shared = redisState({ connection });
const client = createClient({
  shared,
  userAgent,
  onEvent(event) {
    if (event.type === "refreshed" || event.type === "reloaded" || event.type === "refresh-failed")
      console.log(event.type);
  },
});
let ends = false;
process.once("SIGTERM", () => {
  ends = true;
});
let calls = 0;
while (!ends) {
  await client.adAccounts().then(
    () => calls++,
    (error: unknown) => console.log(`failed: ${error}`),
  );
  await new Promise((resolve) => setTimeout(resolve, 20));
}
await shared.close();
console.log(`${calls} calls`);
