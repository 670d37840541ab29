import { expect } from "vitest";
import type { RefreshCredentials } from "../../../runtime/auth/credentials.js";
import type { SharedOptions } from "../../../runtime/http/config.js";
import type { FakeServerOptions } from "../../../runtime/testing/index.js";
import { type Client, createClient, type Setting, setting } from "../../support/flow.js";
import { type Answer, type Gate, type GateOptions, gate } from "../../support/gate.js";

export const APP = { clientId: "1234567", clientSecret: "app-secret-CANARY" };

/** Returns the token response to a request; undefined means the gate's default response. */
type Tokenizer = (
  ...parameters: Parameters<NonNullable<GateOptions["tokens"]>>
) => Answer | undefined | Promise<Answer | undefined>;

export interface Scene extends AsyncDisposable {
  readonly gate: Gate;
  readonly back: Setting;
  readonly client: Client;
}

/** The gate issues the tokens `access-1`, `access-2`, …, and accepts only the latest. */
export async function scene(
  credentials: Partial<RefreshCredentials> & SharedOptions = {},
  { tokens, ...options }: Omit<GateOptions, "tokens"> & { readonly tokens?: Tokenizer } = {},
  serverOptions: FakeServerOptions = {},
): Promise<Scene> {
  const back = await setting(serverOptions);
  const front = await gate(back.server, {
    ...options,
    tokens: async (request, number) => {
      const early = await tokens?.(request, number);
      if (early !== undefined) return early;
      front.valid.clear();
      front.valid.add(`access-${number}`);
      const body = {
        access_token: `access-${number}`,
        token_type: "bearer",
        expires_in: 2_592_000,
        scope: "ads:read",
      };
      return {
        status: 200,
        body: {
          ...body,
          refresh_token: `refresh-${number}-CANARY`,
          refresh_token_expires_in: 5_184_000,
        },
      };
    },
  });
  const client = createClient({
    refreshToken: "refresh-0-CANARY",
    ...APP,
    baseUrl: front.url,
    clock: back.server.clock,
    ...credentials,
  });
  const close = async () => {
    await front[Symbol.asyncDispose]();
    await back[Symbol.asyncDispose]();
  };
  return { gate: front, back, client, [Symbol.asyncDispose]: close };
}

/** Waits in real time until a condition holds. */
export async function until(condition: () => boolean): Promise<void> {
  for (let tries = 0; tries < 6_000 && !condition(); tries++)
    await new Promise((resolve) => setTimeout(resolve, 5));
  expect(condition()).toBe(true);
}
