import { LINE_WIDTH } from "../../generator/code.js";

/**
 * Returns the lines that are too long and could be wrapped. A line cannot be wrapped if it is short
 * without its longest string, pattern, link or name.
 */
export function tooLong(text: string): readonly string[] {
  return text.split("\n").filter((line) => {
    if (line.length <= LINE_WIDTH || /^\s*\* \|/.test(line)) return false;
    const pieces = line.match(/`(?:[^`\\]|\\.)*`|"(?:[^"\\]|\\.)*"|\/(?:[^/\\]|\\.)+\/|\S+/g) ?? [];
    const longest = Math.max(0, ...pieces.map(({ length }) => length));
    return line.trimStart().length - longest > 40;
  });
}
