/**
 * Headers set by the client, `fetch` or the connection, in lower case. They contain credentials,
 * the address, or the length and format of the message.
 */
const RESERVED =
  /^(?:accept|accept-(?:charset|encoding)|access-control-request-.*|authorization|connection|content-(?:encoding|length|location|range|type)|cookie2?|date|dnt|expect|forwarded|host|keep-alive|origin|proxy-.*|range|referer|sec-.*|set-cookie2?|te|trailer|transfer-encoding|upgrade|user-agent|via|x-forwarded-.*|x-http-method(?:-override)?|x-method-override)$/i;

/**
 * Maximum length of a header value, in characters. Real values are shorter, and servers accept far
 * longer ones.
 */
const LONGEST_VALUE = 1000;

/**
 * Why a call cannot send a header with this name; null if it can. The result continues a sentence
 * that begins with the name. The name's case does not matter.
 */
export function headerNameError(name: string): string | null {
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]{1,100}$/i.test(name)) return "is not a valid header name";
  return RESERVED.test(name) ? "is set by the client or by the connection" : null;
}

/**
 * Why a header cannot have this value; null if it can. The result completes the phrase "a value
 * that". Only 1 to 1,000 printable ASCII characters are accepted, without spaces at the ends.
 */
export function headerValueError(value: string): string | null {
  if (value.length > LONGEST_VALUE) return `has more than ${LONGEST_VALUE} characters`;
  if (!/^[\x20-\x7e]+$/.test(value)) return "is not plain text on one line";
  return value.trim() === value ? null : "begins or ends with a space";
}
