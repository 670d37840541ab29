/** What an answer says in words. */
export interface Words {
  /** Pinterest's own `code`; null when there is none. */
  readonly code: number | null;
  /** Empty when there are none. */
  readonly message: string;
}

/** The words in a refusal: in Pinterest's own shape, in that of OAuth servers, or in one that something on the way may have. */
export function wordsIn(body: unknown): Words {
  if (typeof body === "string") return { code: null, message: body };
  const { code, message, message_detail, error, error_description, errors, detail } = membersOf(body);
  const number = typeof code === "string" && /^\d{1,9}$/.test(code) ? Number(code) : code;
  const said = [
    [message, message_detail],
    [error, error_description],
    [membersOf(error).message],
    [detail],
    ...(Array.isArray(errors) ? errors : [errors]).map((one) => [one, membersOf(one).message]),
  ].map((parts) => parts.filter((part) => typeof part === "string" && part.trim() !== "").join(": "));
  return { code: typeof number === "number" ? number : null, message: said.find((text) => text !== "") ?? "" };
}

type Member = "code" | "message" | "message_detail" | "error" | "error_description" | "errors" | "detail";

function membersOf(value: unknown): { readonly [name in Member]?: unknown } {
  return typeof value === "object" && value !== null ? value : {};
}
