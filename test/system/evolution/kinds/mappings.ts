// Edits that rename things, with a flows file that maps the new names.

import {
  child,
  copyOf,
  type Draft,
  listed,
  type Offered,
  rename,
  type Tree,
  tree,
} from "../draft.js";
import { type Edit, type Kind, kind, lives, livesAlone, refused } from "../kind.js";
import { pages } from "./pages.js";

/** A report that shares its poll with no other report, as a flows file includes it. */
interface Report {
  readonly name: string;
  readonly entry: Tree;
  readonly create: Offered;
  readonly poll: Offered;
}

function reports(draft: Draft): readonly Report[] {
  const all = draft.operations();
  const entries = Object.entries(tree(draft.offers.flows));
  return entries.flatMap(([name, written]): Report[] => {
    const entry = tree(written);
    const others = entries.filter(([, other]) => tree(other).poll === entry.poll);
    const [create, poll] = [entry.create, entry.poll].map((id) => all.find((one) => one.id === id));
    return create === undefined || poll === undefined || others.length > 1
      ? []
      : [{ name, entry, create, poll }];
  });
}

/** The position of a field in a response: its schema, and the fields that lead there. */
interface Found {
  readonly owner: Tree;
  readonly fields: Tree;
  readonly steps: readonly string[];
}

/** Copies a call's shared responses into the call, and finds the field in each of them. */
function fieldIn(operation: Offered, name: string, draft: Draft): readonly Found[] {
  return Object.entries(tree(operation.node.responses)).flatMap(([status, response]) => {
    if (!/^2/.test(status)) return [];
    const own = copyOf(draft.followed(response));
    tree(operation.node.responses)[status] = own;
    return Object.values(tree(own.content)).flatMap((media): Found[] => {
      const schema = inPlace(tree(media).schema ?? {}, draft);
      tree(media).schema = schema;
      const fields = tree(schema.properties);
      if (Object.hasOwn(fields, name)) return [{ owner: schema, fields, steps: [] }];
      return Object.keys(fields).flatMap((key): Found[] => {
        const inner = inPlace(fields[key] ?? {}, draft);
        if (!Object.hasOwn(tree(inner.properties), name)) return [];
        fields[key] = inner;
        return [{ owner: inner, fields: tree(inner.properties), steps: [key] }];
      });
    });
  });
}

/** Replaces an object by one with the fields of all its parts. */
function inPlace(node: Tree | Tree[string], draft: Draft): Tree {
  const parts = draft.parts(node);
  const required = [...new Set(parts.flatMap((part) => listed(part.required)))];
  return {
    type: "object",
    properties: Object.assign({}, ...parts.map((part) => copyOf(tree(part.properties)))),
    ...(required.length > 0 && { required }),
  };
}

function renamed({ owner, fields, steps }: Found, before: string, after: string): string {
  rename(fields, before, after);
  owner.required = listed(owner.required).map((name) => (name === before ? after : name));
  return [...steps, after].join(".");
}

function ofReport(
  name: string,
  says: string,
  change: (report: Report, draft: Draft) => Edit | undefined,
): Kind {
  return kind(name, says, (draft) => {
    const places = reports(draft).map((report) => ({ report, operation: report.poll }));
    const report = draft.pick(places)?.report;
    return report === undefined ? null : (change(report, draft) ?? livesAlone(report.poll.at));
  });
}

/** Renames the token in the create's response, and returns its path. */
function renameToken({ create }: Report, draft: Draft, after: string): string {
  return (
    fieldIn(create, "token", draft)
      .map((found) => renamed(found, "token", after))
      .at(-1) ?? after
  );
}

function renameParameter({ poll }: Report, draft: Draft, after: string): void {
  for (const { operation, node, list, index } of draft.parameters())
    if (operation.id === poll.id && node.name === "token")
      list[index] = { ...copyOf(node), name: after };
}

function renameStatus({ poll }: Report, draft: Draft, after: string): string {
  const found = fieldIn(poll, "report_status", draft);
  return found.map((one) => renamed(one, "report_status", after)).at(-1) ?? after;
}

/** Moves the link in a poll's response into a new object, and returns its path. */
function moveLink({ poll }: Report, draft: Draft): string {
  const paths = fieldIn(poll, "url", draft).map(({ owner, fields, steps }) => {
    const { url = {} } = fields;
    delete fields.url;
    owner.required = listed(owner.required).filter((name) => name !== "url");
    fields.result = { type: "object", properties: { href: url }, nullable: true };
    return [...steps, "result", "href"].join(".");
  });
  return paths.at(-1) ?? "result.href";
}

/** Replaces a poll's statuses by other words. */
function otherWords({ poll }: Report, draft: Draft, field: string, words: readonly string[]): void {
  for (const { fields } of fieldIn(poll, field, draft))
    fields[field] = { type: "string", enum: [...words] };
}

const WORDS = { pending: ["QUEUED", "RUNNING"], done: ["COMPLETED"], failed: ["ERROR"] };
const ALL_WORDS = Object.values(WORDS).flat();

/**
 * A kind that changes a paginated operation of a flows file. Its entry in the file becomes an
 * object.
 */
function ofPage(
  name: string,
  says: string,
  change: (page: ReturnType<typeof pages>[number], entry: Tree) => void,
): Kind {
  return kind(name, says, (draft) => {
    const found = pages(draft);
    const place = draft.pick(found.map((page) => page.place));
    const page = found.find((one) => one.place === place);
    if (page === undefined) return null;
    const { id, at } = page.place.operation;
    const operations = tree(draft.offers.operations);
    const key = Object.keys(operations).find(
      (one) => operations[one] === id || tree(operations[one]).operation === id,
    );
    if (key === undefined) return null;
    const before = operations[key] ?? {};
    const entry: Tree = typeof before === "string" ? { operation: before } : tree(before);
    operations[key] = entry;
    page.place.media.schema = page.whole;
    change(page, entry);
    return { ...lives(at), keeps: /can no longer be read page by page/ };
  });
}

export const mappingKinds: readonly Kind[] = [
  ofReport(
    "mapped-token",
    "a report's token is called an id, and the flows file maps it",
    (report, draft) => {
      report.entry.token = renameToken(report, draft, "report_id");
      renameParameter(report, draft, "report_id");
    },
  ),
  ofReport(
    "mapped-token-sent-otherwise",
    "a report's token has different names in the response and the request",
    (report, draft) => {
      report.entry.token = { from: renameToken(report, draft, "id"), as: "report_id" };
      renameParameter(report, draft, "report_id");
    },
  ),
  ofReport(
    "mapped-status",
    "a report's status is renamed, and the flows file maps it",
    (report, draft) => {
      report.entry.status = renameStatus(report, draft, "state");
    },
  ),
  ofReport(
    "mapped-link",
    "a report's link moves into an object, and the flows file maps it",
    (report, draft) => {
      report.entry.link = moveLink(report, draft);
    },
  ),
  ofReport(
    "mapped-statuses",
    "a report's statuses are renamed, and the flows file maps them",
    (report, draft) => {
      otherWords(report, draft, "report_status", ALL_WORDS);
      Object.assign(report.entry, copyOf(WORDS));
    },
  ),
  ofReport(
    "mapped-all",
    "everything about a report is renamed, and the flows file maps it",
    (report, draft) => {
      report.entry.token = renameToken(report, draft, "report_id");
      renameParameter(report, draft, "report_id");
      otherWords(report, draft, "report_status", ALL_WORDS);
      Object.assign(report.entry, copyOf(WORDS));
      report.entry.status = renameStatus(report, draft, "state");
      report.entry.link = moveLink(report, draft);
    },
  ),
  ofReport(
    "mapped-to-nothing",
    "a flows file maps the status to a field that does not exist",
    (report, draft) => {
      renameStatus(report, draft, "state");
      report.entry.status = "stade";
      return refused(report.poll.at, "there is no such field");
    },
  ),
  ofReport("mapped-to-no-text", "a flows file maps the status to a number", (report, draft) => {
    for (const { fields } of fieldIn(report.poll, "report_status", draft))
      fields.code_of_status = { type: "integer" };
    report.entry.status = "code_of_status";
    return refused(report.poll.at, "a number does not say that a report is done");
  }),
  ofReport(
    "mapped-statuses-unknown",
    "a flows file names statuses that a report does not have",
    (report, draft) => {
      otherWords(report, draft, "report_status", ["QUEUED", "OVER"]);
      Object.assign(report.entry, copyOf(WORDS));
      return refused(report.poll.at, "nothing says that a report is done");
    },
  ),
  ofPage("mapped-cursor", "a page has a cursor, and the flows file maps it", (page, entry) => {
    rename(page.fields, "bookmark", "next_cursor");
    page.parameter.list[page.parameter.index] = { ...copyOf(page.parameter.node), name: "cursor" };
    entry.cursor = { from: "next_cursor", as: "cursor" };
  }),
  ofPage(
    "mapped-cursor-inside",
    "a page has a cursor in an object, as with HubSpot, and the flows file maps it",
    (page, entry) => {
      const { bookmark = {} } = page.fields;
      delete page.fields.bookmark;
      const next = { type: "object", properties: { after: bookmark } };
      page.fields.paging = { type: "object", properties: { next } };
      page.parameter.list[page.parameter.index] = { ...copyOf(page.parameter.node), name: "after" };
      entry.cursor = { from: "paging.next.after", as: "after" };
    },
  ),
  ofPage(
    "mapped-items",
    "a page's items are renamed, and the flows file maps them",
    (page, entry) => {
      rename(page.fields, "items", "results");
      page.whole.required = ["results"];
      entry.items = "results";
    },
  ),
  kind("mapped-header", "there is a required header, and the flows file has its value", (draft) => {
    const report = draft.pick(reports(draft).map((one) => ({ ...one, operation: one.create })));
    if (report === undefined) return null;
    const { create, poll, entry } = report;
    for (const { node } of [create, poll])
      node.parameters = [
        ...listed(node.parameters),
        { name: "X-Tenant", in: "header", required: true, schema: { type: "string" } },
      ];
    child(entry, "headers")["X-Tenant"] = "acme";
    return livesAlone(create.at);
  }),
];
