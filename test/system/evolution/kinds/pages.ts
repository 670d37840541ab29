// Edits to paginated lists: the same pagination written differently, or another kind of pagination.

import {
  copyOf,
  type Draft,
  listed,
  type MediaPlace,
  type ParameterPlace,
  type Tree,
  tree,
} from "../draft.js";
import { differs, type Edit, type Kind, kind, lives } from "../kind.js";
import { upgrade } from "./newer.js";

/** A paginated list: its inlined response and its page parameter. */
interface Page {
  readonly place: MediaPlace;
  /** The response as a separate object with the fields of all its parts. */
  readonly whole: Tree;
  readonly fields: Tree;
  readonly parameter: ParameterPlace;
  readonly draft: Draft;
}

const NO_PAGES = /can no longer be read page by page/;

export function pages(draft: Draft): readonly Page[] {
  return draft.media("response").flatMap((place): Page[] => {
    const parts = draft.parts(place.media.schema);
    const fields: Tree = Object.assign({}, ...parts.map((part) => copyOf(tree(part.properties))));
    const parameter = draft
      .parameters()
      .find(
        ({ operation, node }) => operation.id === place.operation.id && node.name === "bookmark",
      );
    const isPage =
      place.operation.method === "get" &&
      draft.followed(fields.items).type === "array" &&
      fields.bookmark !== undefined;
    if (!isPage || parameter === undefined) return [];
    const required = [...new Set(parts.flatMap((part) => listed(part.required)))];
    return [
      { place, whole: { type: "object", properties: fields, required }, fields, parameter, draft },
    ];
  });
}

/** A kind that rewrites a page's response. */
function ofPage(name: string, says: string, change: (page: Page) => Edit | undefined): Kind {
  return kind(name, says, (draft) => {
    const found = pages(draft);
    const place = draft.pick(found.map((page) => page.place));
    const page = found.find((one) => one.place === place);
    if (page === undefined) return null;
    page.place.media.schema = page.whole;
    return change(page) ?? { ...lives(page.place.at), keeps: NO_PAGES };
  });
}

/** The operation's own copy of the parameter, if others share it. */
function ownParameter({ parameter: { list, index, node } }: Page): Tree {
  const own = copyOf(node);
  list[index] = own;
  return own;
}

function without(whole: Tree, name: string): void {
  delete tree(whole.properties)[name];
  whole.required = listed(whole.required).filter((one) => one !== name);
}

/** A kind with another kind of pagination, whose names the generator does not know. */
function otherPages(name: string, says: string, fields: Tree, parameter: Tree): Kind {
  return ofPage(name, says, (page) => {
    without(page.whole, "bookmark");
    Object.assign(page.fields, copyOf(fields));
    page.parameter.list[page.parameter.index] = copyOf(parameter);
    return differs(page.place.at, NO_PAGES);
  });
}

export const pageKinds: readonly Kind[] = [
  ofPage("page-items-nullable", "a page's items are nullable", ({ whole, fields, draft }) => {
    fields.items = { ...copyOf(draft.followed(fields.items)), nullable: true };
    whole.required = [...new Set([...listed(whole.required), "items"])];
  }),
  ofPage("page-item-nullable", "an item of a page is nullable", ({ fields, draft }) => {
    const items = copyOf(draft.followed(fields.items));
    fields.items = { ...items, items: { allOf: [items.items ?? {}], nullable: true } };
  }),
  ofPage("page-bookmark-number", "the bookmark of a page is a number", (page) => {
    page.fields.bookmark = { type: "integer", format: "int64", nullable: true };
    ownParameter(page).schema = { type: "integer", format: "int64" };
  }),
  ofPage("page-bookmark-in-object", "the bookmark of a page is in an object", (page) => {
    const { bookmark = {} } = page.fields;
    without(page.whole, "bookmark");
    page.fields.page = { type: "object", properties: { bookmark, size: { type: "integer" } } };
  }),
  ofPage("page-bookmark-always", "the bookmark of a page is never null", ({ whole, fields }) => {
    fields.bookmark = { type: "string" };
    whole.required = [...new Set([...listed(whole.required), "bookmark"])];
  }),
  ofPage("page-bookmark-named", "the bookmark of a page is a separate schema", (page) => {
    const made = { type: "string", nullable: true, example: "abc" };
    page.fields.bookmark = { $ref: page.draft.component("schemas", "Bookmark", made) };
  }),
  ofPage("page-bookmark-formatted", "the bookmark of a page has a format", (page) => {
    page.fields.bookmark = {
      type: "string",
      nullable: true,
      ...page.draft.random.of<Tree>([{ format: "uuid" }, { format: "byte" }, { maxLength: 4_000 }]),
    };
  }),
  ofPage("page-named", "a page is a reference to a reference", ({ place, whole, draft }) => {
    const $ref = draft.component("schemas", "PageOfThings", whole);
    place.media.schema = { $ref: draft.component("schemas", "PageAgain", { $ref }) };
  }),
  ofPage("page-of-parts", "a page consists of a common part and its own part", (page) => {
    const { items = {}, ...usual } = page.fields;
    page.place.media.schema = {
      allOf: [
        {
          $ref: page.draft.component("schemas", "UsualPage", { type: "object", properties: usual }),
        },
        { type: "object", properties: { items }, required: ["items"] },
      ],
    };
  }),
  ofPage("page-size-renamed", "the page size parameter is renamed", ({ place, draft }) => {
    for (const one of draft.parameters())
      if (one.operation.id === place.operation.id && one.node.name === "page_size")
        one.list[one.index] = { ...copyOf(one.node), name: "limit" };
  }),
  ofPage("page-counts", "a page has a total count", ({ fields }) => {
    fields.total_count = { type: "integer" };
    fields.page_count = { type: "integer", nullable: true };
  }),
  ofPage(
    "page-bookmark-or-null",
    "the bookmark of a page is a string or null, in the syntax of 3.1",
    (page) => {
      const copy = page.draft.random.coin()
        ? { type: ["string", "null"] }
        : { anyOf: [{ type: "string" }, { type: "null" }] };
      upgrade(page.draft.document);
      page.fields.bookmark = copy;
    },
  ),
  otherPages(
    "page-by-cursor",
    "pages have a cursor, as with Asana, Plaid and TikTok",
    { next_cursor: { type: "string", nullable: true } },
    { name: "cursor", in: "query", schema: { type: "string" } },
  ),
  otherPages(
    "page-by-number",
    "pages have numbers, as with DigitalOcean and GitHub",
    { total_pages: { type: "integer" }, page: { type: "integer" } },
    { name: "page", in: "query", schema: { type: "integer", minimum: 1, default: 1 } },
  ),
  otherPages(
    "page-by-offset",
    "pages start at an offset, as with Spotify and Box",
    { offset: { type: "integer" }, total: { type: "integer" } },
    { name: "offset", in: "query", schema: { type: "integer", minimum: 0, default: 0 } },
  ),
  otherPages(
    "page-by-last-id",
    "pages start after an id, as with Stripe",
    { has_more: { type: "boolean" } },
    { name: "starting_after", in: "query", schema: { type: "string" } },
  ),
  otherPages(
    "page-by-link",
    "a page has a link to the next one, as with Snap and Microsoft Graph",
    { paging: { type: "object", properties: { next_link: { type: "string", format: "uri" } } } },
    { name: "bookmark", in: "query", schema: { type: "string" } },
  ),
  ofPage("page-not-asked-by-bookmark", "the bookmark parameter is removed", (page) => {
    page.parameter.list.splice(page.parameter.index, 1);
    return differs(page.place.at, NO_PAGES);
  }),
  ofPage("page-as-list", "the response is only the list of items", (page) => {
    page.place.media.schema = page.fields.items ?? {};
    return differs(page.place.at, NO_PAGES);
  }),
];
