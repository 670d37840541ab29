/** Whether no repetition stands inside a repeated group and none looks back: such a pattern ends in polynomial time. */
export function isTame(pattern: string): boolean {
  try {
    new RegExp(pattern);
  } catch {
    return false;
  }
  const bare = pattern.replace(/\\./g, "x").replace(/\[[^\]]*\]/g, "x");
  const repeatedGroup = /\)[*+{]/.test(bare);
  const repetitionInGroup = /\([^)]*[*+{][^)]*\)/.test(bare);
  return !/\\[1-9]|\(\?<?[=!]|\\k</.test(pattern) && !(repeatedGroup && repetitionInGroup);
}
