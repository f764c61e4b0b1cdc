/** A value such as `text/plain; charset=utf-8`, in lower case but for what parameters hold. */
export interface Parameterized {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const LINE_BREAK = /[\r\n]+/gu;
const VALUE = /^[^;]*/u;
const COMMENT = /\([^()]*\)/gu;
const PARAMETER = /;\s{0,8}([^\s=;"]{1,64})\s{0,8}=\s{0,8}("(?:[^"\\]|\\.)*"|[^;]*)/gu;
const ESCAPED = /\\(.)/gu;
const QUOTES = /^["'\s]+|["'\s]+$/gu;
const PART_NAME = /^([^*]+)\*(?:\d+\*?)?$/u;
const ENCODED = /\*$/u;
const CHARSET_PREFIX = /^[\w-]*'[\w-]*'/u;
const PERCENT = /%([\da-f]{2})/giu;

/** Reads the value of Content-Type and its like, as far as it can be made out. */
export function readParameterized(raw: string): Parameterized {
  const text = raw.replace(LINE_BREAK, "");
  const value = (VALUE.exec(text)?.[0] ?? "").replace(COMMENT, "").replace(QUOTES, "");
  const parameters = new Map<string, string>();
  for (const [, name = "", content = ""] of text.matchAll(PARAMETER)) {
    addParameter(parameters, name.toLowerCase(), content);
  }
  return { value: value.toLowerCase(), parameters };
}

function addParameter(parameters: Map<string, string>, name: string, content: string): void {
  const [, base] = PART_NAME.exec(name) ?? [];
  const decoded = ENCODED.test(name) ? decodePercent(unquote(content)) : unquote(content);
  if (base === undefined) {
    if (!parameters.has(name)) parameters.set(name, decoded);
  } else {
    // Long values come in numbered parts, in their order.
    parameters.set(base, (parameters.get(base) ?? "") + decoded);
  }
}

function unquote(content: string): string {
  const text = content.trim();
  if (text.length > 1 && text.startsWith('"') && text.endsWith('"')) {
    return text.slice(1, -1).replace(ESCAPED, "$1");
  }
  return text.replace(COMMENT, "").replace(QUOTES, "");
}

/** Boundaries, charsets and formats are ASCII, whatever the character set that is named. */
function decodePercent(text: string): string {
  return text
    .replace(CHARSET_PREFIX, "")
    .replace(PERCENT, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));
}
