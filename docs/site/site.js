// The search of the page "Find a column or a rule". TypeDoc puts this on every page; elsewhere there is no form.
const MOST = 100;
const form = document.querySelector("form#find");

if (form) {
  const tables = ["columns", "rules"].map((id) => {
    const table = document.querySelector(`#found-${id}`);
    const [body] = table.tBodies;
    return { id, table, body, rows: [...body.rows].map((row) => ({ row, text: row.textContent.toLowerCase(), ...row.dataset })) };
  });
  const input = Object.fromEntries(["q", "of", "holds", "barred"].map((name) => [name, form.elements.namedItem(name)]));
  // An address can hold what is looked for; Enter puts it there.
  for (const [name, value] of new URLSearchParams(location.search))
    if (input[name]?.type === "checkbox") input[name].checked = value !== "";
    else if (input[name]) input[name].value = value;

  const find = () => {
    const query = input.q.value.trim().toLowerCase();
    const words = query.split(/\s+/);
    const counts = tables.map(({ id, table, body, rows }) => {
      const hits = rows.filter(
        ({ text, ...row }) =>
          words.every((word) => text.includes(word)) &&
          (input.of.value === "" || row.of === input.of.value) &&
          (id !== "columns" || input.holds.value === "" || row.holds === input.holds.value) &&
          (id !== "columns" || !input.barred.checked || row.barred === "yes"),
      );
      // What has the name itself stands first, then what begins with it.
      const rank = ({ name }) => (name.toLowerCase() === query ? 0 : name.toLowerCase().startsWith(query) ? 1 : 2);
      body.replaceChildren(
        ...hits
          .sort((one, other) => rank(one) - rank(other))
          .slice(0, MOST)
          .map(({ row }) => row),
      );
      table.hidden = hits.length === 0;
      return `${hits.length} ${hits.length === 1 ? id.slice(0, -1) : id}${hits.length > MOST ? `, the first ${MOST} shown` : ""}`;
    });
    document.querySelector("#found").textContent = `${counts.join("; ")}.`;
  };
  form.addEventListener("input", find);
  find();
}
