import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Bucket } from "../../../runtime/sync/s3-bucket.js";
import { lockBucket } from "../../../runtime/sync/s3-lock.js";

/** A bucket with a single object, which supports conditional writes. */
function bucketOfOne() {
  let stored: { readonly text: string; readonly etag: string } | null = null;
  let writes = 0;
  const bucket = {
    root: "s3://ads",
    isDown: false,
    get writes() {
      return writes;
    },
    get stored() {
      return stored;
    },
    async get() {
      if (bucket.isDown) throw new Error("down");
      return stored && { ...stored, ageMs: 0 };
    },
    async put(_: string, body: Uint8Array, condition: { IfMatch?: string; IfNoneMatch?: string }) {
      if (bucket.isDown) throw new Error("down");
      const { IfMatch, IfNoneMatch } = condition;
      if (IfNoneMatch && stored !== null) return "refused";
      if (IfMatch && stored?.etag !== IfMatch) return "refused";
      stored = { text: new TextDecoder().decode(body), etag: `"${++writes}"` };
      return { etag: stored.etag };
    },
    async delete() {
      stored = null;
    },
  };
  return bucket;
}

const lockOf = (bucket: object) => lockBucket(bucket as Bucket, undefined);

describe("the lock of a bucket", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("is renewed every 20 seconds with new text, and finally marked as released", async () => {
    const bucket = bucketOfOne();
    const lock = await lockOf(bucket);
    const texts = new Set([bucket.stored?.text]);
    for (let second = 0; second < 600; second += 20) {
      await vi.advanceTimersByTimeAsync(20_000);
      texts.add(bucket.stored?.text);
    }
    expect(bucket.writes).toBe(31);
    expect(texts.size).toBe(31);
    await lock.check();
    expect(lock.signal.aborted).toBe(false);
    await lock.release();
    expect(JSON.parse(bucket.stored?.text ?? "")).toMatchObject({ isReleased: true });
    expect(vi.getTimerCount()).toBe(0);
    await (await lockOf(bucket)).release();
  });

  it("aborts running requests if it cannot be renewed, before another run may take over", async () => {
    const bucket = bucketOfOne();
    const lock = await lockOf(bucket);
    bucket.isDown = true;
    await vi.advanceTimersByTimeAsync(99_000);
    expect(lock.signal.aborted).toBe(false);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(lock.signal.reason).toMatchObject({
      code: "target_unavailable",
      message: "s3://ads: the lock could not be renewed for 100 s",
    });
    await lock.release();
    // The same process can lock it again, even though it could not release the lock.
    bucket.isDown = false;
    await (await lockOf(bucket)).release();
  });

  it("is not renewed after another run has written it", async () => {
    const bucket = bucketOfOne();
    const lock = await lockOf(bucket);
    const other = new TextEncoder().encode("{}");
    await bucket.put("", other, {});
    await vi.advanceTimersByTimeAsync(20_000);
    await expect(lock.check()).rejects.toThrow(/another run, which began while this one was/);
    await lock.release();
    expect(bucket.stored?.text).toBe("{}");
  });
});
