import { afterAll, expect, it, vi } from "vitest";
import { InvalidArgumentError } from "../../../runtime/errors.js";
import { redisState } from "../../../runtime/shared-state/redis.js";

vi.doMock("ioredis", () => {
  throw new Error("Cannot find package 'ioredis'");
});
afterAll(() => void vi.doUnmock("ioredis"));

it("a state in Redis reports that the package ioredis is missing, and how to install it", async () => {
  const state = redisState();
  const error = await state.read("a").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(InvalidArgumentError);
  expect(error).toMatchObject({
    message: "Redis needs the package ioredis, which could not be loaded: run npm install ioredis",
    cause: expect.any(Error),
  });
  await state.close();
});
