/** How a client calls a `fetch`: with an address and its options, never as a method. The platform's is one, and so is undici's. */
export type Fetch = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** What a client asks a `fetch` for: the part that every version of its types agrees on. */
export interface FetchInit {
  readonly method?: string;
  readonly headers: Record<string, string>;
  readonly body?: string | ArrayBuffer;
  readonly redirect: "manual";
  readonly signal: AbortSignal;
}

/** What a client reads of an answer: every `Response` has it. */
export interface FetchResponse {
  readonly ok: boolean;
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body: { getReader(): BodyReader; cancel(reason?: unknown): Promise<void> } | null;
}

/** What is read of the body of an answer, piece by piece: every reader of a `ReadableStream` has it. */
export interface BodyReader {
  read(): Promise<{ readonly done: boolean; readonly value?: Uint8Array | undefined }>;
  cancel(reason?: unknown): Promise<void>;
}
