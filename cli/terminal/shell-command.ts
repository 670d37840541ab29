import { isWindows } from "../process.js";

/**
 * Quotes `args` as a command line for a POSIX shell, or for cmd.exe on Windows. An argument is
 * quoted if it is empty or has special characters. On Windows, double quotes are doubled, and so
 * are backslashes before a double quote or at the end. cmd.exe still replaces `%NAME%` with a
 * variable's value.
 */
export function shellCommand(
  args: readonly string[],
  { windows = isWindows }: { readonly windows?: boolean } = {},
): string {
  return args.map(windows ? quotedForWindows : quotedForPosix).join(" ");
}

/** Quotes an argument for a POSIX shell, if necessary. */
function quotedForPosix(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}

/**
 * Quotes an argument for Windows, where each program splits its command line itself. There, `""`
 * within quotes is a quote, and a backslash is an escape character only before a quote.
 */
function quotedForWindows(word: string): string {
  return /^[\w+:./\\-]+$/.test(word)
    ? word
    : `"${word.replace(/(\\*)("|$)/g, (_, slashes: string, quote: string) => slashes + slashes + quote + quote)}"`;
}
