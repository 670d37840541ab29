import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { GROUPS } from "../../../docs/site/groups.js";
import { entriesOf } from "../../../entries.js";
import { columnLabels, reportColumns, reportRules } from "../../../generated/data.js";
import { linksOf } from "../../support/markdown.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const FIND = "documents/Find_a_column_or_a_rule.html";
const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].find((path) =>
  existsSync(path),
);
const ORDER: readonly string[] = JSON.parse(
  readFileSync(join(ROOT, "docs/site/typedoc.json"), "utf8"),
).groupOrder;
const execute = promisify(execFile);

let site: string;
let files: ReadonlyMap<string, string>;

// Like `npm run docs`, into another folder.
beforeAll(async () => {
  site = await mkdtemp(join(tmpdir(), "site-"));
  await execute("npm", ["run", "--silent", "docs", "--", "--out", site], { cwd: ROOT });
  const found = await readdir(site, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  files = new Map(
    await Promise.all(
      paths.map(async (path) => [relative(site, path), await readFile(path, "utf8")] as const),
    ),
  );
});

afterAll(() => rm(site, { recursive: true, force: true }));

describe("the site", () => {
  it("has every page of the guide in its navigation, and the README links to each", async () => {
    const guide = (await readdir(join(ROOT, "docs/guide"))).filter((name) => name.endsWith(".md"));
    const readme = linksOf(await readFile(join(ROOT, "README.md"), "utf8"));
    const shown = navigation();
    expect(guide.length).toBeGreaterThan(0);
    for (const name of guide) {
      const heading =
        /^# (.+)$/m.exec(await readFile(join(ROOT, "docs/guide", name), "utf8"))?.[1] ?? "";
      expect(shown).toContain(JSON.stringify(heading));
      expect(readme).toContain(`docs/guide/${name}`);
    }
  });

  it("has a page for each entry point of the package", async () => {
    for (const { name } of entriesOf(
      JSON.parse(await readFile(join(ROOT, "package.json"), "utf8")).exports,
    ))
      expect([...files.keys()]).toContain(`modules/${name.replaceAll("/", "_")}.html`);
  });

  it("describes each entry point", () => {
    const entries = pages().filter(([path]) => path.startsWith("modules/"));
    expect(
      entries
        .filter(([, html]) => !/<div class="tsd-comment tsd-typography"><p>[A-Z]/.test(html))
        .map(([path]) => path),
    ).toEqual([]);
  });

  it("groups the names of the main entry point by purpose, with the client first", () => {
    const page = content("modules/pinterest-reports.html");
    const shown = [...page.matchAll(/<h2 class="tsd-anchor-link" id="[^"]+">([^<]+)</g)].map(
      ([, title]) => title,
    );
    expect([...new Set(shown)]).toEqual(
      [...GROUPS.map(([title]) => title)].sort(
        (one, other) => ORDER.indexOf(one) - ORDER.indexOf(other),
      ),
    );
    expect(shown[0]).toBe("Client");
  });

  it("shows only the name of the request check in a client's signatures", () => {
    const page = content("interfaces/pinterest-reports.ReportClient.html").replace(/<[^>]+>/g, "");
    expect(page).toMatch(/body: CheckedReport&lt;Request&gt;/);
    expect(page).not.toMatch(/NotAllowed|CHECKOUT_ROAS/);
  });

  it("shows the example programs", () => {
    expect(content("documents/Examples.many-accounts.html")).toContain("runAll");
    expect(content("documents/Examples.html")).toContain('href="Examples.many-accounts.html"');
  });

  it("has no broken internal link", () => {
    const ids = new Map(
      [...files].map(([path, html]) => [
        path,
        new Set([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)),
      ]),
    );
    const broken = pages().flatMap(([path, html]) =>
      [...html.matchAll(/ (?:href|src)="([^"]*)"/g)]
        .map(([, link = ""]) => decodeURI(link.replaceAll("&amp;", "&")))
        .filter((link) => !/^[a-z]+:/.test(link))
        .filter((link) => {
          const [file = "", id = ""] = link.split("#");
          const to = file === "" ? path : join(dirname(path), file);
          return !files.has(to) || (id !== "" && !ids.get(to)?.has(id));
        })
        .map((link) => `${path}: ${link}`),
    );
    expect([...new Set(broken)]).toEqual([]);
  });

  it("provides each page as Markdown, with working links, and lists these pages in llms.txt", () => {
    const list = content("llms.txt");
    const texts = [...files.keys()].filter((path) => path.endsWith(".md"));
    expect(texts).toEqual(
      expect.arrayContaining(
        pages().flatMap(([path]) =>
          path.startsWith("documents/") ? [path.replace(/html$/, "md")] : [],
        ),
      ),
    );
    expect(linksOf(list).toSorted()).toEqual(texts.toSorted());
    const lost = texts.flatMap((path) =>
      linksOf(content(path))
        .map((link) => join(dirname(path), decodeURI(link)))
        .filter((link) => !files.has(link))
        .map((link) => `${path}: ${link}`),
    );
    expect(lost).toEqual([]);
    expect(list).toMatch(/^# pinterest-reports\n\n> \S.*\n\n## Pages\n\n- /);
  });

  it("requests nothing from other hosts", () => {
    const outside = [...files].flatMap(([path, content]) => {
      const asks = path.endsWith(".css")
        ? /url\(["']?(?:https?:)?\/\/|@import/g
        : /<(?:script|link|img|iframe)[^>]* (?:src|href)="(?:https?:)?\/\//g;
      return /\.(css|html)$/.test(path)
        ? [...content.matchAll(asks)].map(([found]) => `${path}: ${found}`)
        : [];
    });
    expect(outside).toEqual([]);
  });

  it("contains no trace of the machine that built it", () => {
    expect(
      [...files]
        .filter(([, content]) => content.includes(ROOT) || content.includes(site))
        .map(([path]) => path),
    ).toEqual([]);
  });
});

// Only Chromium lays pages out. Its windows are wider than a phone, but a frame can be narrow.
it.skipIf(CHROMIUM === undefined).each([390, 1440])(
  "the site is readable and searchable at %d pixels and with the keyboard, and only tables scroll sideways",
  async (width) => {
    const shown = [
      "documents/Rules_for_requests.html",
      "documents/Changes_between_API_versions.html",
      "index.html",
    ];
    shown.push(
      "classes/pinterest-reports.CreateOutcomeUnknownError.html",
      `${FIND}?q=ctr&of=report`,
    );
    const frames = shown.map(
      (path) => `<iframe width="${width}" height="844" src="${path}"></iframe>`,
    );
    const name = `frames-${width}.html`;
    await writeFile(
      join(site, name),
      `${frames.join("")}<p id="found"></p><script>(${measure})()</script>`,
    );
    expect(says(await dump(pathToFileURL(join(site, name)).href))).toBe("fine fine fine fine fine");
  },
);

it.skipIf(CHROMIUM === undefined)(
  "the site's search finds names and pages when opened as a file, without a network",
  async () => {
    const asked = ["CreateOutcomeUnknown", "quotas"];
    const frames = asked.map(
      (words) =>
        `<iframe width="900" height="844" data-words="${words}" src="index.html"></iframe>`,
    );
    await writeFile(
      join(site, "searched.html"),
      `${frames.join("")}<p id="found"></p><script>(${search})()</script>`,
    );
    const [name = "", page = ""] = says(
      await dump(pathToFileURL(join(site, "searched.html")).href),
    ).split(" | ");
    expect(name).toContain("CreateOutcomeUnknownError");
    expect(page).toContain("testing.FakeServerOptions.quotas");
    expect(page).toContain("Testing your own code");
  },
);

it.skipIf(CHROMIUM === undefined)("the site fits in windows 400 pixels wide", async () => {
  const shown = pages().flatMap(([path]) => (/^(documents|modules)\//.test(path) ? [path] : []));
  const said = await inFrame(
    `const wide = [];
    for (const path of ${JSON.stringify(["index.html", ...shown])}) {
      const { documentElement } = await show(path);
      if (documentElement.scrollWidth > 400) wide.push(path);
    }
    return wide.join(" ") || "none";`,
  );
  expect(said).toBe("none");
});

it.skipIf(CHROMIUM === undefined)(
  "the site scrolls long lines of code instead of wrapping them",
  async () => {
    const said = await inFrame(
      `const page = await show("documents/Guide_Getting_started.html");
      const codes = [...page.querySelectorAll("pre code")];
      const cut = codes.filter((code) => getComputedStyle(code).whiteSpace !== "pre");
      const scrolls = [...page.querySelectorAll("pre")].some((one) => one.scrollWidth > one.clientWidth);
      return cut.length + " cut, " + (scrolls ? "scrolls" : "fits");`,
    );
    expect(said).toBe("0 cut, scrolls");
  },
);

it.skipIf(CHROMIUM === undefined)("the site finds each column by its label", async () => {
  const labels = Object.keys(reportColumns).map((name) => [
    name,
    columnLabels[name as keyof typeof columnLabels],
  ]);
  const said = await inFrame(
    `const page = await show(${JSON.stringify(`${FIND}?of=report`)});
    const input = page.querySelector("#find-q");
    const lost = ${JSON.stringify(labels)}.filter(([name, label]) => {
      input.value = label;
      input.dispatchEvent(new Event("input", { bubbles: true }));
      const rows = [...page.querySelectorAll("#found-columns tbody tr")];
      // First may come a column of that very name.
      return !rows.slice(0, 3).some((row) => row.dataset.name === name);
    });
    return lost.join("; ") || "none";`,
  );
  expect(said).toBe("none");
});

/**
 * Runs a script in a page that contains a frame 400 pixels wide, and returns its result. In the
 * script, `show(path)` opens a page of the site in the frame and resolves to its document.
 */
async function inFrame(script: string): Promise<string> {
  const name = `frame-${Math.random()}.html`;
  await writeFile(
    join(site, name),
    `<iframe width="400" height="800"></iframe><p id="found"></p><script>
    const frame = document.querySelector("iframe");
    const show = (path) => new Promise((resolve) => {
      frame.onload = () => {
        // TypeDoc hides a page for half a second.
        frame.contentDocument.body.style.removeProperty("display");
        resolve(frame.contentDocument);
      };
      frame.src = path;
    });
    (async () => { ${script} })().then(
      (said) => { found.textContent = said; },
      (error) => { found.textContent = String(error); },
    );
    </script>`,
  );
  return says(await dump(pathToFileURL(join(site, name)).href));
}

/** Runs in the page: searches as a user would, and returns the results. */
const search = `() => {
  const ask = ({ contentDocument: at, dataset }) => {
    at.querySelector("#tsd-search-trigger").click();
    const input = at.querySelector("#tsd-search-input");
    input.value = dataset.words;
    input.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const frames = [...document.querySelectorAll("iframe")];
  const tell = () => {
    found.textContent = frames.map((frame) => frame.contentDocument.querySelector("#tsd-search-results").textContent).join(" | ");
  };
  addEventListener("load", () => {
    setTimeout(() => frames.forEach(ask), 500);
    setTimeout(tell, 5000);
  });
}`;

/** Runs in the page: lists the layout faults of each frame. */
const measure = `() => {
  const fine = ({ contentDocument: at, width }) => {
    const all = (what) => [...at.querySelectorAll(what)];
    const lines = (cell) => {
      const words = at.createRange();
      words.selectNodeContents(cell);
      return new Set([...words.getClientRects()].map(({ top }) => Math.round(top))).size;
    };
    const faults = {
      "scrolls sideways": at.documentElement.scrollWidth > width,
      "a table out of reach": all(".wide").some((box) => box.scrollWidth > box.clientWidth && box.tabIndex !== 0),
      "lines too long to read": all(".col-content p").some(({ clientWidth }) => clientWidth > 800),
      "no search": at.querySelector("#tsd-search-trigger").getClientRects().length === 0,
      "no words to look for": all("#find-q").some((field) => field.clientWidth < 150),
      "another column first": all("#found-columns").some((table) => table.querySelector("tbody tr:not([hidden])").dataset.name !== "CTR"),
      "a word cut in a heading": all("thead th").some((cell) => lines(cell) > cell.textContent.split(/[ -]/).length),
    };
    return Object.keys(faults).filter((fault) => faults[fault]);
  };
  const look = () => {
    found.textContent = [...document.querySelectorAll("iframe")].map((frame) => fine(frame).join(", ") || "fine").join(" ");
  };
  // What a page does once it is shown, it has done by then.
  addEventListener("load", () => setTimeout(look, 500));
}`;

describe(`the search, opened as a file in ${CHROMIUM ? "Chromium" : "jsdom"}`, () => {
  it("shows all columns and rules before a search, even without scripts", () => {
    expect(names(content(FIND), "columns")).toEqual(
      expect.arrayContaining(Object.keys(reportColumns)),
    );
    expect(names(content(FIND), "rules")).toEqual(
      expect.arrayContaining(reportRules.map(({ id }) => id)),
    );
  });

  it("finds a column by its name, with an exact match first", async () => {
    const page = await open("q=ctr&of=report");
    expect(names(page, "columns")[0]).toBe("CTR");
    expect(names(page, "columns")).toContain("OUTBOUND_CTR");
    expect(names(page, "columns")).not.toContain("SPEND_IN_DOLLAR");
  });

  it("finds the columns and rules for a level", async () => {
    const page = await open("q=AD_GROUP_TARGETING&barred=yes");
    expect([...names(page, "columns")].sort()).toEqual([
      "TOTAL_IMPRESSION_FREQUENCY",
      "TOTAL_IMPRESSION_USER",
    ]);
    expect(names(page, "rules")).toEqual(
      expect.arrayContaining(["no-reach-by-targeting", "requires-value-targeting-types"]),
    );
  });

  it("finds the rules for a granularity, including those for all granularities except one", async () => {
    expect(names(await open("q=MONTH&of=report"), "rules")).toContain("max-lookback-not-hour");
  });

  it("finds a column by the type of its values", async () => {
    const page = await open("of=report&holds=money");
    const money = Object.entries(reportColumns).filter(([, { value }]) => value === "money");
    expect(says(page)).toMatch(new RegExp(`^${money.length} columns`));
    expect([...names(page, "columns")].sort()).toEqual(money.map(([name]) => name).sort());
  });

  it.each([
    ["impressions", "IMPRESSION_1"],
    ["clicks", "TOTAL_CLICKTHROUGH"],
    ["spend-in-dollar", "SPEND_IN_DOLLAR"],
  ])("finds the column that people call %s", async (words, column) => {
    expect(names(await open(`q=${words}&of=report`), "columns")).toContain(column);
  });

  it("finds the columns of a synchronous call", async () => {
    const page = await open("q=ctr&of=campaign-analytics");
    expect(names(page, "columns")[0]).toBe("CTR");
  });

  it("says that it found nothing, and suggests what to try", async () => {
    const page = await open("q=no+such+thing");
    expect(says(page)).toBe(
      "0 columns; 0 rules. Try fewer words, a part of a name, or any request.",
    );
  });

  it("has a label for each input, and no duplicate id", () => {
    const inputs = [...content(FIND).matchAll(/<(?:input|select) id="(find-[a-z]+)"/g)].map(
      ([, id = ""]) => id,
    );
    expect(inputs).toHaveLength(4);
    // A label either precedes its input with `for`, or contains it.
    for (const id of inputs)
      expect(content(FIND)).toMatch(new RegExp(`<label for="${id}">|<label><input id="${id}"`));
    const ids = [...content(FIND).matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });
});

function content(path: string): string {
  return files.get(path) ?? "";
}

function pages(): readonly (readonly [string, string])[] {
  return [...files].filter(([path]) => path.endsWith(".html"));
}

/** The entries of the navigation, which TypeDoc compresses. */
function navigation(): string {
  const packed = /"([^"]+)"/.exec(content("assets/navigation.js"))?.[1] ?? "";
  return inflateSync(Buffer.from(packed, "base64")).toString("utf8");
}

function names(page: string, table: string): readonly string[] {
  const rows = new RegExp(`<table id="found-${table}".*?</table>`, "s").exec(page)?.[0] ?? "";
  return [...rows.matchAll(/<tr data-name="([^"]+)"/g)].map(([, name = ""]) => name);
}

function says(page: string): string {
  return /id="found"[^>]*>([^<]*)</.exec(page)?.[1] ?? "";
}

/** The page after its scripts have run. */
async function open(query: string): Promise<string> {
  const url = `${pathToFileURL(join(site, FIND))}?${query}`;
  if (CHROMIUM === undefined) {
    // jsdom has no types.
    const { JSDOM } = await import("jsdom" as string);
    const { window } = new JSDOM(content(FIND), { url, runScripts: "outside-only" });
    // jsdom has no layout, so sizes never change.
    window.eval("window.ResizeObserver = class { observe() {} }");
    window.eval(content("assets/custom.js"));
    return window.document.documentElement.outerHTML;
  }
  return dump(url);
}

async function dump(url: string): Promise<string> {
  const profile = await mkdtemp(join(tmpdir(), "chromium-"));
  try {
    const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", `--user-data-dir=${profile}`];
    // Lets files read each other, and gives them time to.
    const shows = ["--allow-file-access-from-files", "--virtual-time-budget=10000", "--dump-dom"];
    const { stdout } = await execute(CHROMIUM ?? "", [...flags, ...shows, url], {
      timeout: 60_000,
      maxBuffer: 2 ** 26,
    });
    return stdout;
  } finally {
    await rm(profile, { recursive: true, force: true });
  }
}
