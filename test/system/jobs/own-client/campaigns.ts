// Creates a campaign with a client generated for that call: node campaigns.ts 549755885175
import { campaigns } from "./src/pinterest/calls.js";
import { createClient } from "./src/pinterest/index.js";

const [account = ""] = process.argv.slice(2);
const { items } = await campaigns(createClient()).create({
  ad_account_id: account,
  body: [{ ad_account_id: account, name: "Spring", objective_type: "AWARENESS", status: "PAUSED" }],
});
console.log("campaign", items?.[0]?.data?.id);
