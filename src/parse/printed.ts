import { type Token, tokenize } from "./expression.ts";
import type { Output, Reading } from "./language.ts";
import { fieldsOf, readOutput } from "./output.ts";

/** What the marks of a language mean in what it prints. */
export interface Marks {
  /** Put texts together, for example `+`. */
  readonly joins: readonly string[];
}

/**
 * Reads what a tag prints: one value, texts and values put together, or one of two by a
 * condition: `x ? "a" : "b"`, `"a" if x else "b"`.
 */
export function readPrinted(inner: string, start: number, marks: Marks): readonly Reading[] {
  const tokens = tokenize(inner, start);
  const place = { inner, start };
  return (
    readTernary(tokens, place, marks) ??
    readInlineIf(tokens, place) ??
    joined(tokens, marks) ?? [readOutput(inner, start)]
  );
}

interface Place {
  readonly inner: string;
  readonly start: number;
}

const CLOSE = { kind: "close", block: "?" } as const;

function readTernary(
  tokens: readonly Token[],
  place: Place,
  marks: Marks,
): readonly Reading[] | undefined {
  const mark = topLevel(tokens, (text) => text === "?");
  const colon = topLevel(tokens, (text) => text === ":", mark + 1);
  if (mark < 1 || colon < 0 || colon === tokens.length - 1) return undefined;
  const taken = tokens.slice(mark + 1, colon);
  const other = tokens.slice(colon + 1);
  if (!hasText(taken) && !hasText(other)) return undefined;
  return choice(tokens.slice(0, mark), place, [printing(taken, marks), printing(other, marks)]);
}

/** `"a" if x else "b"` */
function readInlineIf(tokens: readonly Token[], place: Place): readonly Reading[] | undefined {
  const condition = topLevel(tokens, (text) => text === "if");
  if (condition < 1) return undefined;
  const otherwise = topLevel(tokens, (text) => text === "else", condition);
  const end = otherwise < 0 ? tokens.length : otherwise;
  const taken = tokens.slice(0, condition);
  const other = otherwise < 0 ? [] : tokens.slice(otherwise + 1);
  const fields = fieldsOf(taken);
  const [fallback] = other;
  if (fields.length > 0 && fallback?.type === "string" && other.length === 1) {
    return [{ kind: "output", fields, fallback: fallback.text, copy: [] }];
  }
  if (!hasText(taken)) return undefined;
  const none = { joins: [] };
  return choice(tokens.slice(condition + 1, end), place, [
    printing(taken, none),
    printing(other, none),
  ]);
}

export function choice(
  condition: readonly Token[],
  { inner, start }: Place,
  [taken, other]: readonly [readonly Reading[], readonly Reading[]],
): readonly Reading[] {
  const from = (condition[0]?.span.start ?? start) - start;
  const to = (condition.at(-1)?.span.end ?? start) - start;
  const test = inner.slice(from, to);
  const fields = fieldsOf(condition);
  return [
    { kind: "open", block: "?", loop: false, fields, test, negated: false },
    ...taken,
    { kind: "middle", fields: [], test: "", inherits: false },
    ...other,
    CLOSE,
  ];
}

function hasText(tokens: readonly Token[]): boolean {
  return tokens.some(({ type, text }) => type === "string" && LETTER.test(text));
}

const LETTER = /\p{L}/u;

/** What one side of a choice prints. */
export function printing(tokens: readonly Token[], marks: Marks): readonly Reading[] {
  const [only] = tokens;
  if (only === undefined) return [];
  if (tokens.length === 1 && only.type === "string") return [textOf(only)];
  return joined(tokens, marks) ?? [{ kind: "output", fields: fieldsOf(tokens), copy: [] }];
}

function textOf({ span }: Token): Output {
  return { kind: "output", fields: [], copy: [span] };
}

/** Texts and values one after the other; undefined where there is nothing to put together. */
function joined(tokens: readonly Token[], { joins }: Marks): readonly Reading[] | undefined {
  const operands: Token[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    depth += DEPTH[token.text] ?? 0;
    if (depth === 0 && token.type === "mark" && joins.includes(token.text)) operands.push([]);
    else operands.at(-1)?.push(token);
  }
  return operands.length < 2 ? undefined : sequence(operands);
}

/** The operands as they are printed; undefined where none of them is a text. */
export function sequence(operands: readonly (readonly Token[])[]): readonly Reading[] | undefined {
  if (!operands.some((operand) => operand.length === 1 && hasText(operand))) return undefined;
  return operands.flatMap((operand): readonly Reading[] => {
    const [first] = operand;
    const last = operand.at(-1);
    if (first === undefined || last === undefined) return [];
    if (operand.length === 1 && first.type === "string") return [textOf(first)];
    const span = { start: first.span.start, end: last.span.end };
    return [{ kind: "output", fields: fieldsOf(operand), copy: [], span }];
  });
}

const DEPTH: Readonly<Record<string, number>> = {
  "(": 1,
  "[": 1,
  "{": 1,
  ")": -1,
  "]": -1,
  "}": -1,
};

function topLevel(tokens: readonly Token[], test: (text: string) => boolean, from = 0): number {
  let depth = 0;
  for (let index = from; index < tokens.length; index += 1) {
    const { type, text } = tokens[index] ?? { type: "mark", text: "" };
    if (type === "string") continue;
    if (depth === 0 && test(text)) return index;
    if (type === "mark") depth += DEPTH[text] ?? 0;
    if (depth === 0 && text === "|" && type === "mark") return -1;
  }
  return -1;
}
