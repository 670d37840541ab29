/**
 * A workflow command as GitHub's runner parses it: leading spaces are ignored, and three characters
 * are escaped.
 */
export function commandOf(line: string): {
  readonly name: string;
  readonly properties: Record<string, string>;
  readonly message: string;
} | null {
  const [, name = "", given = "", message = ""] =
    /^\s*::([\w-]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  if (name === "") return null;
  const plain = (text: string): string =>
    text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  const properties =
    given === ""
      ? []
      : given
          .split(",")
          .map((one) => [one.split("=")[0] ?? "", plain(one.slice(one.indexOf("=") + 1))]);
  return { name, properties: Object.fromEntries(properties), message: plain(message) };
}
