const STARTS = [
  "",
  "<a ",
  "<a href=",
  "<code>",
  "<code> ",
  "<li>",
  "<br>",
  "- ",
  "[",
  "# ",
  "`",
  "**",
];
const AGAIN = [
  ...[
    " ",
    "\t",
    "\n",
    "\n ",
    "a",
    "A",
    "_",
    "1",
    "-",
    "=",
    "*",
    "#",
    "`",
    "<",
    ">",
    "[",
    "]",
    "(",
    "'",
    ".",
    "\ufeff",
  ],
  ...[
    "href=",
    "href ",
    "<a ",
    "<a>",
    "<code>",
    "<code> ",
    "</code>",
    "<li>",
    "<br>",
    "<p>",
    "<h1>",
    "**",
    "- ",
    "St. A ",
    "[a](b) ",
    "a_b ",
  ],
];

/**
 * Long texts that repeat one word after a start. Code that needs more than linear time takes
 * minutes for some of them.
 */
export function* pumped(size: number): Generator<string> {
  for (const start of STARTS)
    for (const again of AGAIN)
      yield `${start}${again.repeat(Math.ceil(size / again.length)).slice(0, size)}!`;
}
