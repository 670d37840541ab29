import { type Setting, setting } from "./flow.js";
import { type Answer, type Gate, gate } from "./gate.js";

const grantRefused = { status: 400, body: { error: "invalid_grant" } };

export interface Strict extends AsyncDisposable {
  readonly back: Setting;
  readonly gate: Gate;
  /** The refresh token that is valid now. */
  valid(): string;
}

/**
 * An OAuth endpoint that accepts only the latest refresh token, and an API that accepts only the
 * latest access token.
 */
export async function strict(meanwhile: (number: number) => unknown = () => {}): Promise<Strict> {
  const back = await setting();
  let [count, refreshToken] = [0, "refresh-0"];
  const tokens = async ({
    form,
  }: {
    readonly form: Readonly<Record<string, string>>;
  }): Promise<Answer> => {
    if (form.refresh_token !== refreshToken) return grantRefused;
    const number = ++count;
    refreshToken = `refresh-${number}`;
    front.valid.clear();
    front.valid.add(`access-${number}`);
    await meanwhile(number);
    const times = { expires_in: 2_592_000, refresh_token_expires_in: 5_184_000 };
    return {
      status: 200,
      body: { access_token: `access-${number}`, refresh_token: `refresh-${number}`, ...times },
    };
  };
  const front = await gate(back.server, { tokens });
  const close = async () => {
    await front[Symbol.asyncDispose]();
    await back[Symbol.asyncDispose]();
  };
  return { back, gate: front, valid: () => refreshToken, [Symbol.asyncDispose]: close };
}
