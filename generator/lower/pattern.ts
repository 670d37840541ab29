/**
 * Why a pattern is not checked; null for one that is. Where no repeated group can match a text in two ways and none looks back, a pattern
 * ends in polynomial time.
 */
export function wildness(pattern: string): string | null {
  try {
    new RegExp(pattern);
  } catch {
    return "JavaScript does not know it";
  }
  if (FOREIGN.test(pattern)) return "JavaScript reads it otherwise";
  return isTame(pattern) ? null : "it may never come to an end";
}

/**
 * Classes such as `[:alpha:]`, and letters that are escaped for nothing in JavaScript, such as `\\p{L}`, `\\u{41}` and `\\z`: there they mean
 * themselves. Switches such as `(?i:a)` are known to some versions of it alone.
 */
const FOREIGN = /\[:\^?\w+:\]|\(\?[a-z-]+:|(?<!\\)(?:\\\\)*\\[ux]\{|(?<!\\)(?:\\\\)*\\[aeghijlmopqyzACEFGHIJKLMNOPQRTUVXYZ]/;

function isTame(pattern: string): boolean {
  if (/\\[1-9]|\(\?<[=!]|\\k</.test(pattern)) return false;
  const bare = pattern
    .replace(/\\./g, "x")
    .replace(/\[[^\]]*\]/g, "x")
    .replace(/\(\?(?:[:=!]|<\w+>)/g, "(");
  return !repeatsChoice(bare);
}

/** Whether a group is repeated that leaves a choice: a repetition, an optional part, or alternatives such as `a|aa`. */
function repeatsChoice(bare: string): boolean {
  const groups = [false];
  for (const [at, character] of [...bare].entries()) {
    if (character === "(") groups.push(false);
    else if (character === ")") {
      const choice = groups.pop() ?? false;
      if (choice && /[*+{]/.test(bare.charAt(at + 1))) return true;
      if (choice) groups[groups.length - 1] = true;
    } else if (/[*+?{|]/.test(character)) groups[groups.length - 1] = true;
  }
  return false;
}
