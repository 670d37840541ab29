import type { BodyReader } from "../http/fetch.js";
import { nextOf } from "../turns.js";

// Gzip begins with it, and no report does.
const START = 0x1f;

/** A `DecompressionStream`, of which not all platforms' types say that it takes any `Uint8Array`. */
interface Gunzip {
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}

/**
 * The bytes that gzip holds, where the platform has not undone it: Deno leaves that to whoever names in a request what it accepts, as ours do.
 * Other bytes are as they are. Throws where the gzip ends too early.
 */
export function gunzipped(raw: BodyReader): BodyReader {
  let reader: BodyReader | undefined;
  return {
    async read() {
      if (reader !== undefined) return reader.read();
      const first = await nextOf(raw);
      reader = first.value?.[0] === START ? gunzip(first.value, raw) : raw;
      return reader === raw ? first : reader.read();
    },
    async cancel(reason) {
      if (reader !== raw) reader?.cancel(reason).catch(() => {});
      await raw.cancel(reason);
    },
  };
}

function gunzip(first: Uint8Array, raw: BodyReader): BodyReader {
  let next: Uint8Array | undefined = first;
  const source = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const piece = next ?? (await raw.read()).value;
        next = undefined;
        if (piece === undefined) controller.close();
        else controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return source.pipeThrough(new DecompressionStream("gzip") as object as Gunzip).getReader();
}
