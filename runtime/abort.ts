interface Heard {
  readonly stops: Set<() => void>;
  readonly tell: () => void;
}

const heard = new WeakMap<AbortSignal, Heard>();

/**
 * Calls `stop` when the signal aborts; what it gives takes that back. However many listen by it, the signal itself has one listener: Node
 * warns of more than ten, and one signal may well end a hundred reports.
 */
export function onAbort(signal: AbortSignal, stop: () => void): () => void {
  const { stops, tell } = heard.get(signal) ?? listen(signal);
  // Told apart from the same function, given twice.
  const own = () => stop();
  stops.add(own);
  return () => {
    // Taken back twice, it would forget those who listen by the signal since.
    if (!stops.delete(own) || stops.size > 0) return;
    signal.removeEventListener("abort", tell);
    heard.delete(signal);
  };
}

function listen(signal: AbortSignal): Heard {
  const stops = new Set<() => void>();
  const tell = () => {
    for (const stop of [...stops]) stop();
  };
  heard.set(signal, { stops, tell });
  signal.addEventListener("abort", tell, { once: true });
  return { stops, tell };
}
