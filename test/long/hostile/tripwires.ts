/**
 * Reports that a description's code ran, that a prototype was changed or that the network was used.
 */
export function trip(): void {
  const tripped = (what: string) => (): never => {
    console.log(`tripped ${what}`);
    throw new Error(`tripped ${what}`);
  };
  Object.assign(globalThis, { PWNED: tripped("PWNED"), fetch: tripped("fetch") });
  const prototypes = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
  const before = prototypes.map(namesOf);
  process.on("exit", () => {
    for (const [index, prototype] of prototypes.entries())
      if (namesOf(prototype) !== before[index])
        console.log(`tripped a prototype: ${namesOf(prototype)}`);
  });
}

function namesOf(prototype: object): string {
  return Reflect.ownKeys(prototype).map(String).join();
}
