import { isWindows } from "../process.js";

/**
 * The command line that a POSIX shell, or on Windows cmd.exe, splits into `args`. An argument that
 * is empty or has other than plain characters is quoted. On Windows, double quotes inside are
 * doubled, and so are backslashes before a double quote or at the end; cmd.exe still replaces
 * `%NAME%` by the value of a variable of that name.
 */
export function shellCommand(
  args: readonly string[],
  { windows = isWindows }: { readonly windows?: boolean } = {},
): string {
  return args.map(windows ? quotedForWindows : quotedForPosix).join(" ");
}

function quotedForPosix(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * A program on Windows splits its command line itself: `""` within quotes is a quote, and a
 * backslash escapes only before a quote.
 */
function quotedForWindows(word: string): string {
  return /^[\w+:./\\-]+$/.test(word)
    ? word
    : `"${word.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => slashes + slashes + quote + quote)}"`;
}
