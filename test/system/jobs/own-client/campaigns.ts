// A campaign, and a video for its ads: node campaigns.ts 549755885175 video.mp4
import { openAsBlob } from "node:fs";
import { campaigns, media } from "./src/pinterest/calls.js";
import { createClient } from "./src/pinterest/index.js";

const [account = "", video = ""] = process.argv.slice(2);
const client = createClient();
const { items } = await campaigns(client).create({
  ad_account_id: account,
  body: [{ ad_account_id: account, name: "Spring", objective_type: "AWARENESS", status: "PAUSED" }],
});
console.log("campaign", items?.[0]?.data?.id);
console.log("video", await media(client).upload(await openAsBlob(video)));
