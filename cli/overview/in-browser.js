// The script of a page. In the browser, it draws the charts and sorts the table.

/**
 * @typedef {{ currency: string | null, values: number[] }} Series
 * @typedef {{ days: string[], series: Series[] }} Data
 */

const HEIGHT = 160;
const WIDEST_BAR = 36;
const LABEL_WIDTH = 64;
const DAY_SECONDS = 86_400;
// One collator for all comparisons, because creating one for each comparison would take seconds.
const COLLATOR = new Intl.Collator(undefined, { numeric: true });

drawCharts(JSON.parse(document.getElementById("data")?.textContent ?? "{}"));
for (const table of document.querySelectorAll("table.sortable")) makeSortable(table);

/** @param {Data} data */
function drawCharts({ days, series }) {
  if (days.length < 2) return;
  const seconds = days.map((day) => Date.parse(`${day}T00:00:00Z`) / 1_000);
  const figures = [...document.querySelectorAll(".card")];
  const charts = series.flatMap((one, index) => {
    const figure = figures[index];
    return figure instanceof HTMLElement ? [drawChart(figure, seconds, one)] : [];
  });
  const resize = () => {
    for (const { chart, box } of charts)
      chart.setSize({ width: Math.max(box.clientWidth, 1), height: HEIGHT });
  };
  const recolour = () => {
    for (const { chart } of charts) chart.redraw();
  };
  new ResizeObserver(resize).observe(document.body);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", recolour);
  // On paper, the page is light and narrow, regardless of the screen.
  for (const [event, isPrinted] of /** @type {const} */ ([
    ["beforeprint", true],
    ["afterprint", false],
  ]))
    addEventListener(event, () => {
      document.documentElement.classList.toggle("printed", isPrinted);
      resize();
      recolour();
    });
}

/**
 * @param {HTMLElement} figure
 * @param {number[]} seconds
 * @param {Series} series
 */
function drawChart(figure, seconds, { currency, values }) {
  const box = /** @type {HTMLElement} */ (figure.querySelector(".chart"));
  const output = /** @type {HTMLOutputElement} */ (figure.querySelector("output"));
  /** @param {string} name */
  const colour = (name) => getComputedStyle(figure).getPropertyValue(name);
  const money = currency === null ? {} : { style: /** @type {const} */ ("currency"), currency };
  const whole = new Intl.NumberFormat("en-US", { ...money });
  const short = new Intl.NumberFormat("en-US", {
    ...money,
    notation: "compact",
    minimumFractionDigits: 0,
    maximumFractionDigits: 1,
  });
  const day = new Intl.DateTimeFormat("en-US", { timeZone: "UTC", month: "short", day: "numeric" });
  const fullDay = new Intl.DateTimeFormat("en-US", {
    timeZone: "UTC",
    weekday: "short",
    month: "short",
    day: "numeric",
    year: "numeric",
  });
  const font = "12px system-ui, sans-serif";
  const axis = { stroke: () => colour("--muted"), font, ticks: { show: false } };
  const chart = new uPlot(
    {
      width: Math.max(box.clientWidth, 1),
      height: HEIGHT,
      padding: [8, 8, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      tzDate: (at) => uPlot.tzDate(new Date(at * 1_000), "Etc/UTC"),
      scales: {
        // Add half a day on both sides, so the outer bars are fully visible.
        x: { range: (_, from, to) => [from - DAY_SECONDS / 2, to + DAY_SECONDS / 2] },
        y: { range: (_, least, most) => [Math.min(0, least), most > 0 ? most * 1.08 : 1] },
      },
      axes: [
        {
          ...axis,
          size: 28,
          space: 60,
          grid: { show: false },
          splits: ({ width }) => labelled(seconds, width),
          values: (_, splits) => splits.map((at) => day.format(at * 1_000)),
        },
        {
          ...axis,
          size: 52,
          space: 28,
          grid: { stroke: () => colour("--line"), width: 1 },
          // If all values are zero, fractions on the axis would look like amounts.
          values: (_, splits) =>
            splits.map((at) => (at === 0 || values.some(Boolean) ? short.format(at) : "")),
        },
      ],
      series: [
        {},
        {
          stroke: () => colour("--color"),
          fill: () => colour("--color"),
          width: 0,
          points: { show: false },
          paths: uPlot.paths.bars?.({ size: [0.72, WIDEST_BAR], radius: 0.15 }),
        },
      ],
      hooks: {
        setCursor: [
          ({ cursor: { idx } }) => {
            const at = idx == null ? undefined : seconds[idx];
            output.textContent =
              idx == null || at === undefined
                ? ""
                : `${fullDay.format(at * 1_000)}: ${whole.format(values[idx] ?? 0)}`;
          },
        ],
      },
    },
    [seconds, values],
    box,
  );
  return { chart, box };
}

/**
 * The days to label: as many as fit, preferably the same weekday in each week.
 * @param {number[]} seconds
 * @param {number} width
 */
function labelled(seconds, width) {
  const least = Math.ceil(seconds.length / Math.max(Math.floor(width / LABEL_WIDTH), 1));
  const step = least > 2 ? Math.ceil(least / 7) * 7 : least;
  return seconds.filter((_, index) => index % step === 0);
}

/** @param {Element} table */
function makeSortable(table) {
  const body = table.querySelector("tbody");
  const heads = [...table.querySelectorAll("th")];
  for (const [index, head] of heads.entries())
    head.querySelector("button")?.addEventListener("click", () => {
      const isNumber = head.classList.contains("number");
      const before = head.getAttribute("aria-sort");
      // The first click sorts numbers from the largest and names from A.
      const isAscending = before === null ? !isNumber : before === "descending";
      for (const other of heads) other.removeAttribute("aria-sort");
      head.setAttribute("aria-sort", isAscending ? "ascending" : "descending");
      const rows = [...(body?.rows ?? [])].map((row) => ({
        row,
        key: keyOf(row.cells[index], isNumber),
      }));
      rows.sort((one, other) => compare(one.key, other.key, isAscending));
      body?.append(...rows.map(({ row }) => row));
    });
}

/**
 * The value to sort a cell by; null for an empty cell.
 * @param {HTMLTableCellElement | undefined} cell
 * @param {boolean} isNumber
 * @returns {string | number | null}
 */
function keyOf(cell, isNumber) {
  const text = cell?.textContent ?? "";
  if (text === "") return null;
  return isNumber ? Number(cell?.dataset.value ?? Number.NaN) : text;
}

/**
 * Empty cells come last in both directions.
 * @param {string | number | null} one
 * @param {string | number | null} other
 * @param {boolean} isAscending
 */
function compare(one, other, isAscending) {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  const order =
    typeof one === "number" && typeof other === "number"
      ? one - other
      : COLLATOR.compare(String(one), String(other));
  return isAscending ? order : -order;
}
