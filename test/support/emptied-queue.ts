import { Queue } from "bullmq";

/** Resolves when the queue has no unfinished jobs. */
export async function emptied(url: string, name: string): Promise<void> {
  const queue = new Queue(name, { connection: { url } });
  const left = async () => {
    const {
      waiting = 0,
      active = 0,
      delayed = 0,
    } = await queue.getJobCounts("waiting", "active", "delayed");
    return waiting + active + delayed;
  };
  while ((await left()) > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await queue.close();
}
