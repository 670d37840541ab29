const HOUR_MS = 3_600_000;

/** Ends the long proofs after an hour, however far they are. */
export default function setup(): () => void {
  const timer = setTimeout(() => {
    console.error("an hour is over: the proofs that are left did not run");
    process.exit(1);
  }, HOUR_MS);
  return () => clearTimeout(timer);
}
