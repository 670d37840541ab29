/** Whether no repeated group can match a text in two ways and none looks back: such a pattern ends in polynomial time. */
export function isTame(pattern: string): boolean {
  try {
    new RegExp(pattern);
  } catch {
    return false;
  }
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
