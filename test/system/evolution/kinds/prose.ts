// Edits to the prose of a description. The sentences are our own.

import { type Draft, isTree, type Offered, tree } from "../draft.js";
import { type Edit, type Kind, kind, lives } from "../kind.js";

/** A kind for descriptions with prose, which contracts do not have. */
function words(
  name: string,
  says: string,
  change: (operation: Offered, draft: Draft) => Edit | undefined,
): Kind {
  return kind(name, says, (draft) => {
    const operation = draft.hasProse
      ? draft.pick(draft.operations().map((one) => ({ operation: one })))?.operation
      : undefined;
    return operation === undefined ? null : (change(operation, draft) ?? lives(operation.at));
  });
}

function more(operation: Offered, text: string): undefined {
  operation.node.description = `${String(operation.node.description ?? "")}\n\n${text}`;
}

export const proseKinds: readonly Kind[] = [
  words("words-harmless", "a sentence without a rule is added", (operation, draft) =>
    more(
      operation,
      draft.random.of([
        "Have a look at our guide for more.",
        "Numbers are refreshed every few hours.",
        "This endpoint is popular with agencies.",
        "Reach out to your partner manager with questions.",
      ]),
    ),
  ),
  words("words-binding-unknown", "a sentence that may state a rule is added", (operation, draft) =>
    more(
      operation,
      draft.random.of([
        "You must not ask for the same thing twice within a minute.",
        "Only advertisers with an active catalog may call this.",
        "At most three of these are allowed per weekday.",
      ]),
    ),
  ),
  words(
    "words-removed",
    "an operation loses its description",
    ({ node }) => void delete node.description,
  ),
  words("words-reset", "the text gets other markup", ({ node }) => {
    if (typeof node.description !== "string") return;
    node.description = node.description
      .replaceAll("<br>", "\n")
      .replaceAll("<p>", "\n\n")
      .replaceAll("</p>", "\n")
      .replaceAll("<br/>", "\n");
  }),
  words("words-hostile", "the text contains comment ends and code", (operation) =>
    more(operation, "See */ process.exit(1) /* and `\u0024{process.env.HOME}` and <script>."),
  ),
  words(
    "words-odd-characters",
    "the text contains characters that reverse its direction",
    (operation) => more(operation, "Left\u202eright\u202c, a\u200bb, \u2028 and \ufeff."),
  ),
  words("words-long", "the text is very long", (operation) =>
    more(operation, "This is a long story about numbers. ".repeat(400)),
  ),
  words("words-at-fields", "fields get a description", (_, draft) => {
    const field = draft.pick(
      draft.fields("request").filter((one) => draft.held(one).description === undefined),
    );
    if (field === undefined) return undefined;
    draft.held(field).description = "Some words about it.";
    return lives(field.at);
  }),
  words("words-at-fields-removed", "fields lose their descriptions", (_, draft) => {
    const field = draft.pick(
      draft.fields("request").filter((one) => typeof draft.held(one).description === "string"),
    );
    if (field === undefined) return undefined;
    delete draft.held(field).description;
    return lives(field.at);
  }),
  words("words-of-responses", "responses get other descriptions", ({ node }) => {
    for (const response of Object.values(tree(node.responses)))
      if (isTree(response)) response.description = "The request has succeeded.";
  }),
  words("words-everywhere-else", "tags, external docs and enums have text", (operation, draft) => {
    operation.node.summary = "You must read this first.";
    for (const place of draft
      .schemas()
      .filter((one) => one.operation.id === operation.id)
      .slice(0, 20)) {
      const held = draft.held(place);
      if (Array.isArray(held.enum))
        held["x-enum-descriptions"] = held.enum.map(() => "Words of it.");
    }
  }),
];
