import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from "yaml";
import { CreeplintError, type ErrorCode } from "../errors.ts";

/** A YAML file that is read, for error places. */
export interface YamlFile {
  /** As shown to the user. */
  readonly file: string;
  /** The code of the errors that it causes. */
  readonly code: ErrorCode;
}

/** A value in a YAML file, with its name for messages. */
export interface Value {
  readonly node: Node | null;
  /** `"rules"`, `an entry of "rules"`, or `the file`. */
  readonly name: string;
  /** `file:line:column` of any node of the same file. */
  readonly place: (node: Node | null) => string;
  readonly code: ErrorCode;
}

/** Far above any file that people write, far below what would stall the parser. */
const MAX_CHARS = 2_000_000;
const MAX_DEPTH = 40;
const FULL_STOP = /\.?\s*$/u;

/**
 * Parses one YAML 1.2 document without tags, anchors and aliases.
 * @throws CreeplintError with the place of the first problem.
 */
export function readYaml(text: string, { file, code }: YamlFile): Value {
  const body = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const lines = new LineCounter();
  const at = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${Math.max(line, 1)}:${Math.max(col, 1)}`;
  };
  const stop = (message: string, offset: number, hint = ""): never => {
    throw new CreeplintError(code, message, { place: at(offset), hint });
  };
  if (body.length > MAX_CHARS) stop("The file is too large for settings or rules.", 0);
  if (body.includes("\0")) stop("The file is binary, not YAML.", body.indexOf("\0"));
  const document = parse(body, lines, () => stop("The file is nested too deeply.", 0));
  const problem = document.errors[0] ?? document.warnings[0];
  if (problem !== undefined) {
    stop(explain(problem), problem.pos[0]);
  }
  const { explicit, version } = document.directives?.yaml ?? {};
  if (explicit === true && version !== "1.2") {
    stop(`YAML ${version} is not read, only 1.2.`, 0, "Remove the %YAML line.");
  }
  return {
    node: document.contents,
    name: "the file",
    place: (node) => at(node?.range?.[0] ?? 0),
    code,
  };
}

function explain({ code, message }: YAMLError): string {
  if (code === "MULTIPLE_DOCS") return "The file holds more than one YAML document.";
  if (code === "RESOURCE_EXHAUSTION") return "The file is nested too deeply.";
  return `Not valid YAML: ${message.replace(FULL_STOP, ".")}`;
}

function parse(text: string, lineCounter: LineCounter, tooDeep: () => never) {
  if (flowDepth(text) > MAX_DEPTH) return tooDeep();
  try {
    // Keys are checked for uniqueness by the reader: the parser's own check is quadratic.
    return parseDocument(text, {
      lineCounter,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: "error",
    });
  } catch (error) {
    if (error instanceof RangeError) return tooDeep();
    throw error;
  }
}

/** The most brackets open at once; brackets inside strings count too, which does no harm. */
function flowDepth(text: string): number {
  let depth = 0;
  let most = 0;
  for (const char of text) {
    if (char === "[" || char === "{") most = Math.max(most, ++depth);
    else if ((char === "]" || char === "}") && depth > 0) depth--;
  }
  return most;
}

/** Stops with a message about a value, at its place. */
export function fail(value: Value, message: string, hint = ""): never {
  throw new CreeplintError(value.code, message, { place: value.place(value.node), hint });
}

/** Whether nothing is written: a key without a value, or a file of comments only. */
export function isEmpty(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null && !node.source);
}

/** `a list`, `a map`, `text`, `a number` … */
export function kindOf(node: Node | null): string {
  if (isMap(node)) return "a map";
  if (isSeq(node)) return "a list";
  if (isAlias(node)) return "an alias";
  if (!isScalar(node) || node.value === null) return "empty";
  if (typeof node.value === "string") return "text";
  return typeof node.value === "boolean" ? "true or false" : `a ${typeof node.value}`;
}
