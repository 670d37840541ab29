import { jsonReply, type Reply, refusalReply, type SeenRequest } from "./reply.js";

const ACCESS_S = 2_592_000;
const REFRESH_S = 5_184_000;

/** The app that the server knows, and the refresh token that it takes first. */
export interface FakeApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly refreshToken: string;
}

/**
 * The OAuth endpoint: HTTP Basic, a form, and a new refresh token with every answer. The one before is taken until the new one has been used:
 * an answer may get lost on its way.
 */
export class FakeTokens {
  readonly #app: FakeApp;
  readonly #valid: Set<string>;
  #refreshTokens: readonly string[];
  #count = 0;

  constructor(app: FakeApp, accessToken: string) {
    this.#app = app;
    this.#valid = new Set([accessToken]);
    this.#refreshTokens = [app.refreshToken];
  }

  /** Whether a request may come in. */
  takes(authorization: string | undefined): boolean {
    return authorization?.startsWith("Bearer ") === true && this.#valid.has(authorization.slice("Bearer ".length));
  }

  /** Takes no access token that it has given so far. */
  revoke(): void {
    this.#valid.clear();
  }

  answer({ headers, body }: SeenRequest): Reply {
    const { clientId, clientSecret } = this.#app;
    if (headers.authorization !== `Basic ${btoa(`${clientId}:${clientSecret}`)}`) {
      return refusalReply(401, { code: 2, message: "Authentication failed." });
    }
    const form = Object.fromEntries(new URLSearchParams(body));
    const known =
      form.grant_type === "refresh_token"
        ? this.#refreshTokens.includes(form.refresh_token ?? "")
        : form.grant_type === "client_credentials" || (form.grant_type === "authorization_code" && Boolean(form.code));
    if (!known) return refusalReply(400, { code: 283, message: "invalid_grant" });
    this.#count++;
    const token = `fake-access-token-${this.#count}`;
    const refreshToken = `fake-refresh-token-${this.#count}`;
    this.#refreshTokens = [refreshToken, form.refresh_token ?? ""];
    this.#valid.add(token);
    const tokens = { access_token: token, token_type: "bearer", expires_in: ACCESS_S, scope: form.scope ?? "ads:read" };
    if (form.grant_type === "client_credentials") return jsonReply(200, tokens);
    return jsonReply(200, { ...tokens, refresh_token: refreshToken, refresh_token_expires_in: REFRESH_S });
  }
}
