/** A package in an entry of the MCP registry, with the fields for starting it. */
export interface Startable {
  readonly identifier: string;
  readonly version: string;
  readonly runtimeHint: string;
  readonly runtimeArguments: readonly Argument[];
  readonly packageArguments: readonly Argument[];
}

interface Argument {
  readonly name?: string;
  readonly value?: string;
}

/** The command line that starts a package, as clients of the registry build it. */
export function commandLine(
  packed: Startable,
  specOf: (packed: Startable) => string,
): readonly string[] {
  const words = (list: readonly Argument[]): readonly string[] =>
    list.flatMap(({ name, value }) => [name ?? [], value ?? []].flat());
  const { runtimeHint, runtimeArguments, packageArguments } = packed;
  return [runtimeHint, ...words(runtimeArguments), specOf(packed), ...words(packageArguments)];
}
