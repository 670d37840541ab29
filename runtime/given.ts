/** Options after defaults have been filled in: the named members are never undefined. */
export type Completed<Options, Name extends keyof Options = keyof Options> = {
  readonly [Each in Name]-?: Exclude<Options[Each], undefined>;
};

/** Options without undefined values. */
export type Given<Options> = {
  readonly [Name in keyof Options]: Exclude<Options[Name], undefined>;
};

/**
 * Returns a copy, without a prototype, of the options that are not undefined. Null values are kept.
 * Spread the copy over the defaults.
 */
export function given<Options extends object>(options: Options): Given<Options> {
  const all = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.assign(Object.create(null), Object.fromEntries(all));
}
