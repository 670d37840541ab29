// TypeDoc loads this file on every page. It makes horizontally scrolling elements focusable with the
// keyboard.
const sizes = new ResizeObserver((changes) => {
  for (const { target: box } of changes) {
    const scrolls = box.scrollWidth > box.clientWidth;
    const attributes = {
      tabindex: "0",
      role: "region",
      "aria-label": box.matches(".wide") ? "Table" : "Code",
    };
    for (const [name, value] of Object.entries(attributes))
      if (scrolls) box.setAttribute(name, value);
      else box.removeAttribute(name);
  }
});
for (const box of document.querySelectorAll(".wide, .tsd-typography pre, .tsd-signature"))
  sizes.observe(box);

// The search on the page "Find a column or a rule". Other pages do not have this form.
const MOST = 100;
const form = document.querySelector("form#find");

if (form) {
  // "impressions" finds IMPRESSION_1, and "spend-in-dollar" finds SPEND_IN_DOLLAR.
  const plain = (text) =>
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, " ")
      .replace(/([a-z]{3})s\b/g, "$1")
      .trim();
  const tables = ["columns", "rules"].map((id) => {
    const table = document.querySelector(`#found-${id}`);
    const [body] = table.tBodies;
    const rows = [...body.rows].map((row) => ({
      row,
      text: plain([...row.cells].map((cell) => cell.textContent).join(" ")),
      name: plain(row.dataset.name),
      // Rules have no label.
      label: plain(row.dataset.label ?? ""),
      of: row.dataset.of.split(" "),
      holds: row.dataset.holds,
      barred: row.dataset.barred,
    }));
    return { id, table, body, rows };
  });
  const input = Object.fromEntries(
    ["q", "of", "holds", "barred"].map((name) => [name, form.elements.namedItem(name)]),
  );
  // Fill the form from the URL's query. Pressing Enter writes the form back to the URL.
  for (const [name, value] of new URLSearchParams(location.search))
    if (input[name]?.type === "checkbox") input[name].checked = value !== "";
    else if (input[name]) input[name].value = value;

  const find = () => {
    const words = input.q.value.split(/\s+/).map(plain);
    const query = words.join(" ").trim();
    const counts = tables.map(({ id, table, body, rows }) => {
      const hits = rows.filter(
        ({ text, of, holds, barred }) =>
          words.every((word) => text.includes(word)) &&
          (input.of.value === "" || of.includes(input.of.value)) &&
          (id !== "columns" || input.holds.value === "" || holds === input.holds.value) &&
          (id !== "columns" || !input.barred.checked || barred === "yes"),
      );
      // Exact names and labels first, then those that begin with the query, then all others.
      const rank = ({ name, label }) =>
        name === query || label === query
          ? 0
          : name.startsWith(query) || label.startsWith(query)
            ? 1
            : 2;
      body.replaceChildren(
        ...hits
          .sort((one, other) => rank(one) - rank(other))
          .slice(0, MOST)
          .map(({ row }) => row),
      );
      table.hidden = hits.length === 0;
      const text = `${hits.length} ${hits.length === 1 ? id.slice(0, -1) : id}${hits.length > MOST ? `, the first ${MOST} shown` : ""}`;
      return { text, found: hits.length > 0 };
    });
    const hint = counts.some(({ found }) => found)
      ? ""
      : " Try fewer words, a part of a name, or any request.";
    document.querySelector("#found").textContent =
      `${counts.map((count) => count.text).join("; ")}.${hint}`;
  };
  form.addEventListener("input", find);
  find();
}
