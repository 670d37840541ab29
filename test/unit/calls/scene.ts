import {
  type Client,
  type ClientEvent,
  type ClientOptions,
  createClient,
  type Fetch,
} from "../../../generated/index.js";
import {
  createFakeServer,
  type FakeServer,
  type FakeServerOptions,
} from "../../../generated/testing.js";

export const ACCOUNT = "549755885175";

export interface Scene extends AsyncDisposable {
  readonly server: FakeServer;
  readonly client: Client;
  readonly events: readonly ClientEvent[];
}

/** The generated client with the generated fake server. */
export async function scene(
  options: FakeServerOptions = {},
  asked: Partial<ClientOptions> = {},
): Promise<Scene> {
  const server = await createFakeServer(options);
  const { url: baseUrl, accessToken, fetch, clock } = server;
  const events: ClientEvent[] = [];
  const onEvent = (event: ClientEvent) => events.push(event);
  const client = createClient({
    accessToken,
    baseUrl,
    fetch,
    clock,
    onEvent,
    ...asked,
  } as ClientOptions);
  return { server, client, events, [Symbol.asyncDispose]: () => server.close() };
}

interface Given {
  readonly status?: number;
  readonly body?: unknown;
  /** The raw body instead of JSON. */
  readonly text?: string;
}

/** A client whose requests get these responses in order. */
export function answering(...answers: readonly Given[]): {
  readonly client: Client;
  readonly fetch: Fetch;
  readonly sent: readonly Sent[];
} {
  const sent: Sent[] = [];
  const fetch = async (
    url: string,
    { method = "GET", body, headers }: RequestInit,
  ): Promise<Response> => {
    sent.push({
      method,
      url: url.replace(/^https:\/\/api\.pinterest\.com\/v5/, ""),
      body: body as string | undefined,
      headers: new Headers(headers),
    });
    const {
      status = 200,
      body: answer,
      text = JSON.stringify(answer),
    } = answers[Math.min(sent.length, answers.length) - 1] ?? {};
    return new Response(text ?? null, { status, headers: { "content-type": "application/json" } });
  };
  const clock = {
    now: () => 0,
    date: () => Date.parse("2026-03-08T12:00:00Z"),
    sleep: async () => {},
    random: () => 0,
  };
  return { client: createClient({ accessToken: "token", fetch, clock }), fetch, sent };
}

export interface Sent {
  readonly method: string;
  readonly url: string;
  readonly body: string | undefined;
  readonly headers: Headers;
}
