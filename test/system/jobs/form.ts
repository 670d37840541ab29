// Serves a report form on port 8080, as a page without scripts. The package's rules check the
// input: node form.ts 549755885175
import { createServer } from "node:http";
import { createClient } from "pinterest-reports";
import {
  columnLabels,
  reportColumnValues,
  reportGranularityValues,
  reportLevelValues,
} from "pinterest-reports/data";
import { type ReportRequest, validateReport } from "pinterest-reports/validators";

const [account = "", port = "8080"] = process.argv.slice(2);
const client = createClient();
const text = (value: string) => value.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const options = (values: readonly string[], label = (value: string) => value) =>
  values.map((value) => `<option value="${value}">${label(value)}</option>`).join("");
const form = `<form method="post"><input type="date" name="start_date"><input type="date" name="end_date">
<select name="level">${options(reportLevelValues)}</select><select name="granularity">${options(reportGranularityValues)}</select>
<select name="columns" multiple>${options(reportColumnValues, (value) => columnLabels[value as keyof typeof columnLabels])}</select><button>Run</button></form>`;

const server = createServer(async (request, response) => {
  response.setHeader("content-type", "text/html; charset=utf-8");
  if (request.method !== "POST") return response.end(form);
  try {
    let sent = "";
    for await (const part of request.setEncoding("utf8")) sent += part;
    const fields = new URLSearchParams(sent);
    const body = {
      ...Object.fromEntries(fields),
      columns: fields.getAll("columns"),
    } as unknown as ReportRequest;
    const errors = validateReport(body).filter(({ severity }) => severity === "error");
    const list = errors
      .map(({ path, message }) => `<li>${text(`${path} ${message}`)}</li>`)
      .join("");
    if (errors.length > 0) return response.writeHead(422).end(`${form}<ul>${list}</ul>`);
    const rows = await (await client.report.run(account, body)).toArray();
    return response.end(`${form}<p>${rows.length} rows</p>`);
  } catch (error) {
    return response
      .writeHead(502)
      .end(`${form}<p>${text(error instanceof Error ? error.message : String(error))}</p>`);
  }
});
server.listen(Number(port), "127.0.0.1", () => console.log(server.address()));
