import { describe, expect, it } from "vitest";
import { bin } from "../../support/bin.js";

const APP = { PINTEREST_APP_ID: "1234567", PINTEREST_APP_SECRET: "app-secret-CANARY" };

describe("login", () => {
  it("stops on ctrl-C", async () => {
    const { exit, stderr } = await bin(["login", "--port", "0"], {
      env: APP,
      interruptAt: /waiting/,
    });
    expect(exit).toBe(130);
    expect(stderr).toMatch(/stopped\n$/);
  });
});
