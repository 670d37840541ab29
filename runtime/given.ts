/** Some options with their defaults: none is undefined. */
export type Completed<Options, Name extends keyof Options = keyof Options> = {
  readonly [Each in Name]-?: Exclude<Options[Each], undefined>;
};

/** Options of which none is undefined. */
export type Given<Options> = {
  readonly [Name in keyof Options]: Exclude<Options[Name], undefined>;
};

/** Leaves out options that are undefined, which count as not given, for spreading over others. */
export function given<Options extends object>(options: Options): Given<Options> {
  const all = Object.entries(options).filter(([, value]) => value !== undefined);
  return Object.assign(Object.create(null), Object.fromEntries(all));
}
