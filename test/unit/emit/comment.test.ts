import fc from "fast-check";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { prose } from "../../../generator/code.js";
import { comment, wordsAbout, wordsAsLines } from "../../../generator/comment.js";
import { pumped } from "../../support/pumped.js";

/** A comment as the template prints it. */
function printed(own: string, words: string): string {
  const { block, line, lines } = comment(prose(own), words);
  return block
    ? ["/**", ...lines.map((one) => ` * ${one}`.trimEnd()), " */"].join("\n")
    : `/** ${line} */`;
}

/** How a compiler reads a file with this comment: its text, its tags, and anything outside it. */
function found(text: string): {
  readonly tags: readonly string[];
  readonly code: string;
  readonly errors: number;
} {
  const file = `${text}\nexport const after = 1;\n`;
  const source = ts.createSourceFile(
    "a.ts",
    file,
    ts.ScriptTarget.Latest,
    true,
  ) as ts.SourceFile & {
    readonly parseDiagnostics: readonly ts.Diagnostic[];
  };
  const [statement] = source.statements;
  const tags =
    statement === undefined ? [] : ts.getJSDocTags(statement).map(({ tagName }) => tagName.text);
  return {
    tags,
    code: source.statements.map((one) => one.getText()).join(),
    errors: source.parseDiagnostics.length,
  };
}

describe("a generated comment", () => {
  it("is a single line if it contains only our text or only the description's text", () => {
    expect(printed("Ours.", "")).toBe("/** Ours. */");
    expect(printed("", "Theirs.")).toBe("/** Theirs. */");
    expect(printed("", "")).toBe("/**  */");
  });

  it("starts with our own text, and puts the description's text in separate paragraphs", () => {
    expect(printed("Ours.", "One.\n\nTwo.")).toBe("/**\n * Ours.\n *\n * One.\n *\n * Two.\n */");
  });

  it("wraps between words, aligned with the text of a bullet, and never breaks a word", () => {
    const long = Array.from({ length: 40 }, () => "apples").join(" ");
    const lines = wordsAsLines(`- ${long}\n${"x".repeat(300)}`);
    expect(lines.every((line) => line.length <= 110 || line === "x".repeat(300))).toBe(true);
    expect(lines[0]?.startsWith("- apples")).toBe(true);
    expect(lines[1]?.startsWith("  apples")).toBe(true);
    expect(lines.map((line) => line.trim()).join(" ")).toBe(`- ${long} ${"x".repeat(300)}`);
    expect(wordsAsLines(`${" ".repeat(500)}${"- ".repeat(300)}`).join("").length).toBeGreaterThan(
      100,
    );
  });

  it("is truncated after 20,000 characters, between words", () => {
    const words = "word ".repeat(4_000);
    expect(wordsAsLines(words).join(" ")).toBe(words.trimEnd());
    expect(wordsAsLines(`${words}more`).join(" ")).toBe(`${words}…`);
  });

  // Code that takes quadratic or cubic time does not finish within a test's time.
  it("is generated in time proportional to the length of its text", () => {
    for (const text of pumped(20_000))
      expect(wordsAsLines(text).join("").length).toBeLessThan(50_000);
    for (const text of pumped(300_000))
      expect(wordsAbout("a_b", `${text}\nof a_b`).length).toBeLessThan(20_010);
    expect(wordsAbout("_".repeat(300_000), "of a_b")).toBe("");
  });

  it("converts common HTML tags to Markdown", () => {
    const html = `First.<br>Second, <a href="/docs/x" target="blank">a link</a>.<ul><li>One <code> a_b </code></li><li><p>Two <b>bold</b></p></li></ul><p>Last &lt;3 &amp; &quot;so&quot;`;
    expect(wordsAsLines(html)).toEqual([
      "First.",
      "Second, [a link](/docs/x).",
      "",
      "- One `a_b`",
      "- Two **bold**",
      "",
      'Last <3 & "so"',
    ]);
  });

  it("keeps other tags readable, and without effect on a web page", () => {
    expect(wordsAsLines("Array<string>, `Array<string>`, 1 < 2, <script>x</script>")).toEqual([
      "Array\\<string>, `Array<string>`, 1 < 2, \\<script>x\\</script>",
    ]);
  });
});

const HOSTILE = {
  "the end of a comment": "*/ after(); /*",
  "the end of a comment in two": "*\u200b/ after(); /*",
  "the end of a comment around a tag": "*<b></b>/ *<span></span>/ after();",
  "the end of a comment at the end of a line": `${"x ".repeat(54)}*\n/ after();`,
  "escapes in numbers": "\\u002a\\u002f after(); \\",
  "a tag": "@deprecated\n@internal Not for you.",
  "a tag within a line": "Old. @deprecated since long. {@link after} {@inheritDoc}",
  "a tag behind what is not seen": "\u200b@deprecated \u0000@internal",
  "a directive": "@ts-ignore\n@ts-expect-error",
  "a pragma": "@jsx h\n@jsxImportSource evil",
  "a source map": "//# sourceMappingURL=data:text/plain,x\n//@ sourceMappingURL=y",
  "line endings of all kinds": "a\r\u2028b\u2029c\u0085d\u000b\u000ce",
  "text that turns around": "\u202e*/ after(); \u2066",
  "half a character": "a \ud800 b \udc00*/",
  "a template's name": "{{doc}} {{> header}} {{#each x}}",
  "unclosed code": "` @deprecated `` */ ```\n@internal",
} as const;

describe("malicious text", () => {
  it.each(Object.entries(HOSTILE))("does not break out of its comment with %s", (_, words) => {
    for (const text of [
      printed("", words),
      printed("Ours.", words),
      printed("", `Before ${words}`),
    ]) {
      expect(found(text)).toEqual({ tags: [], code: "export const after = 1;", errors: 0 });
      expect(text).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\u2028\u2029]|\p{Surrogate}/u);
      expect(text).not.toMatch(/(?<!\\)(?:@ts-|[#@] *sourceMappingURL)/);
    }
  });

  it("does not break out of its comment, whatever its characters, and is printed the same each time", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "*",
        "/",
        "*/",
        "@",
        "\\",
        "`",
        "<",
        ">",
        "&lt;",
        "<p>",
        "</li>",
        "<b>",
        "\u200b",
        "\u2028",
        "\r",
        "\n",
        " ",
        "{",
        "- ",
      ),
      fc.constantFrom(
        "@deprecated",
        "{@link x}",
        "//# sourceMappingURL=x",
        "<a href='",
        "<code>",
        "word",
        "\ud800",
      ),
      fc.string({ maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const words = pieces.join("");
        expect(found(printed("", words))).toEqual({
          tags: [],
          code: "export const after = 1;",
          errors: 0,
        });
        expect(printed("", words)).toBe(printed("", words));
      }),
      { numRuns: 500 },
    );
  });

  // Long enough that a quadratic parser would take hours.
  it.each(["<a href=", "<code>", "`", "* ", " \n"])(
    "is truncated after 20,000 characters: %j",
    (words) => {
      const text = words.repeat(400_000);
      expect(wordsAsLines(text)).toEqual(wordsAsLines(text.slice(0, 20_001)));
      expect(wordsAsLines(text)).not.toEqual(wordsAsLines(text.slice(0, 20_000)));
    },
  );
});

describe("an operation's text about a field", () => {
  it("consists of the lines and bullets that mention the field", () => {
    const words =
      "About caps.<ul><li>'daily_cap' is in millionths.</li><li>other_cap is not.</li></ul>\n- Both daily_cap and `other_cap`: money.";
    expect(wordsAbout("daily_cap", words)).toBe(
      "'daily_cap' is in millionths.\n\nBoth daily_cap and `other_cap`: money.",
    );
    expect(wordsAbout("daily", words)).toBe("");
    expect(wordsAbout("my_daily_cap", words)).toBe("");
    expect(wordsAbout("account_id", "Whose account_id it is.")).toBe("");
    expect(wordsAbout("a.b_c", "a.b_c")).toBe("");
  });
});
