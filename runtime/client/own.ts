const NAMES = ["onEvent", "signal", "validate", "deadlineMs", "recreate"] as const;

/**
 * The options of one call that were given, not what somebody has put on all objects. Each name is a member of the copy, set or not: what is
 * spread from it has them all, too.
 */
export function own<Options extends object>(options: Options): Options {
  return Object.fromEntries(NAMES.map((name) => [name, Object.hasOwn(options, name) ? Reflect.get(options, name) : undefined])) as Options;
}
