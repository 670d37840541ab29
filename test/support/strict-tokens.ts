import type { FakeServer } from "../../generated/testing.js";
import { type Setting, setting } from "./flow.js";
import { type Gate, gate } from "./gate.js";

export interface StrictGate extends Gate {
  /** The currently valid refresh token. */
  refreshToken(): string;
}

export interface StrictOptions {
  /** Lifetime of refresh tokens in seconds. */
  readonly expiresIn?: number;
  /** Called during each refresh, before the response. `number` counts from 1. */
  readonly meanwhile?: (number: number) => unknown;
}

/**
 * A fake server behind an OAuth endpoint that only accepts the latest refresh token, and an API
 * that only accepts the latest access token. The first refresh token is `refresh-0`.
 */
export async function strictGate(
  server: FakeServer,
  { expiresIn = 5_184_000, meanwhile = () => {} }: StrictOptions = {},
): Promise<StrictGate> {
  let count = 0;
  const front = await gate(server, {
    tokens: async ({ form }) => {
      if (form.refresh_token !== `refresh-${count}`)
        return { status: 400, body: { error: "invalid_grant" } };
      const number = ++count;
      front.valid.clear();
      front.valid.add(`access-${number}`);
      await meanwhile(number);
      const body = {
        access_token: `access-${number}`,
        refresh_token: `refresh-${number}`,
        expires_in: 2_592_000,
        refresh_token_expires_in: expiresIn,
      };
      return { status: 200, body };
    },
  });
  return { ...front, refreshToken: () => `refresh-${count}` };
}

export interface Strict extends AsyncDisposable {
  readonly back: Setting;
  readonly gate: StrictGate;
}

/** Starts a strict gate with its own fake server. */
export async function strict(options?: StrictOptions): Promise<Strict> {
  const back = await setting();
  const front = await strictGate(back.server, options);
  const close = async () => {
    await front[Symbol.asyncDispose]();
    await back[Symbol.asyncDispose]();
  };
  return { back, gate: front, [Symbol.asyncDispose]: close };
}
