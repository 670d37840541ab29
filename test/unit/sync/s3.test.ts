import { describe, expect, it, vi } from "vitest";
import { s3 } from "../../../generated/sync-s3.js";
import { s3Target } from "../../../runtime/sync/s3.js";

describe("the options of s3", () => {
  it.each([
    ["no bucket", {}, /^s3\(\) needs bucket, the name of a bucket$/],
    ["a bucket that is a URL", { bucket: "s3://ads" }, /^s3\(\) needs bucket/],
    [
      "a prefix that begins with a slash",
      { bucket: "a", prefix: "/ads" },
      /^prefix must be a string/,
    ],
    [
      "a prefix that ends with a slash",
      { bucket: "a", prefix: "ads/" },
      /^prefix must be a string/,
    ],
    ["a client that is a text", { bucket: "a", client: "eu" }, /^client must be an S3Client or/],
    ["a shared state that is none", { bucket: "a", shared: {} }, /^shared must be a shared state/],
    ["an unknown one", { bucket: "a", region: "eu" }, /region is not an option here/],
    ["no options", undefined, /the options must be an object/],
  ])("are checked immediately: %s", (_, options, message) => {
    expect(() => s3(options as never)).toThrow(message);
  });

  it("determine the location's name in messages", () => {
    expect(s3Target({ bucket: "my-bucket" }).name).toBe("s3://my-bucket");
    expect(s3Target({ bucket: "my-bucket", prefix: "ads/eu" }).name).toBe("s3://my-bucket/ads/eu");
  });
});

it("a missing @aws-sdk/client-s3 is reported when a run begins, with instructions for installing it", async () => {
  vi.doMock("@aws-sdk/client-s3", () => {
    throw new Error("Cannot find package '@aws-sdk/client-s3'");
  });
  try {
    await expect(s3Target({ bucket: "my-bucket" }).open()).rejects.toMatchObject({
      code: "invalid_argument",
      message:
        "s3() needs the package @aws-sdk/client-s3, which could not be loaded: run npm install @aws-sdk/client-s3; nothing was sent",
    });
  } finally {
    vi.doUnmock("@aws-sdk/client-s3");
  }
});
