// A campaign, and a video for its ads: node campaigns.ts 549755885175 video.mp4
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { campaigns, media } from "./src/pinterest/calls.js";
import { createClient } from "./src/pinterest/index.js";

const [account = "", video = ""] = process.argv.slice(2);
const client = createClient();
const { items } = await campaigns(client).create({
  ad_account_id: account,
  body: [{ ad_account_id: account, name: "Spring", objective_type: "AWARENESS", status: "PAUSED" }],
});
console.log("campaign", items?.[0]?.data?.id);

const { media_id, upload_url = "", upload_parameters = {} } = await media(client).create({ media_type: "video" });
const form = new FormData();
for (const [name, value] of Object.entries(upload_parameters)) form.set(name, value);
form.set("file", new Blob([await readFile(video)]));
const upload = await fetch(upload_url, { method: "POST", body: form });
if (!upload.ok) throw new Error(`the upload failed: ${upload.status}`);
for (;;) {
  const { status } = await media(client).get({ media_id });
  console.log("video", media_id, status);
  if (status === "failed") throw new Error("Pinterest cannot use the video");
  if (status === "succeeded") break;
  await sleep(1_000);
}
