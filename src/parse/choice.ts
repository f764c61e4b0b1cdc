import { isCopy } from "./copy.ts";
import { type Token, tokenize } from "./expression.ts";
import type { RawTag, Reading } from "./language.ts";
import { fieldsOf, readOutput } from "./output.ts";

/** An expression that prints one thing or another. The tokens of each are not empty. */
export interface Choice {
  readonly test: readonly Token[];
  readonly first: readonly Token[];
  readonly second: readonly Token[];
}

/** `x ? "a" : "b"` and `"a" if x else "b"`; undefined for an expression that is no choice. */
export function choiceIn(tokens: readonly Token[]): Choice | undefined {
  const choice = questionIn(tokens) ?? pythonIn(tokens);
  const isWhole = choice !== undefined && Object.values(choice).every((part) => part.length > 0);
  return isWhole ? choice : undefined;
}

function questionIn(tokens: readonly Token[]): Choice | undefined {
  // Ruby's `new? ? "a" : "b"` has a mark that asks nothing.
  const mark = tokens.findIndex(
    ({ type, text }, at) => type === "mark" && text === "?" && tokens[at + 1]?.type !== "mark",
  );
  const colon = tokens.findIndex(
    ({ type, text }, at) => at > mark && type === "mark" && text === ":",
  );
  if (mark < 1 || colon < 0) return undefined;
  return {
    test: tokens.slice(0, mark),
    first: tokens.slice(mark + 1, colon),
    second: tokens.slice(colon + 1),
  };
}

function pythonIn(tokens: readonly Token[]): Choice | undefined {
  const at = (word: string) =>
    tokens.findIndex(({ type, text }) => type === "path" && text === word);
  const [condition, other] = [at("if"), at("else")];
  if (condition < 1 || other < condition) return undefined;
  return {
    test: tokens.slice(condition + 1, other),
    first: tokens.slice(0, condition),
    second: tokens.slice(other + 1),
  };
}

/** A tag that prints one copy or another, as the condition with two branches that it is. */
export function readChoice(readings: readonly Reading[], tag: RawTag): readonly Reading[] {
  const [only] = readings;
  const mayChoose = tag.inner.includes("?") || tag.inner.includes(" if ");
  if (only?.kind !== "output" || readings.length > 1 || !mayChoose) return readings;
  const choice = choiceIn(tokenize(tag.inner, tag.innerStart));
  if (choice === undefined || ![...choice.first, ...choice.second].some(isCopyToken)) {
    return readings;
  }
  const test = textOf(choice.test, tag);
  const fields = fieldsOf(choice.test);
  return [
    { kind: "open", block: BLOCK, loop: false, fields, test, negated: false },
    branchOf(choice.first, tag),
    { kind: "middle", fields: [], test: "", inherits: false },
    branchOf(choice.second, tag),
    { kind: "close", block: BLOCK },
  ];
}

/** No language calls a block so. */
const BLOCK = "?:";

function isCopyToken({ type, text }: Token): boolean {
  return type === "string" && isCopy(text);
}

function textOf(tokens: readonly Token[], tag: RawTag): string {
  const { start, end } = rangeOf(tokens);
  return tag.inner.slice(start - tag.innerStart, end - tag.innerStart).trim();
}

function branchOf(tokens: readonly Token[], tag: RawTag): Reading {
  return readOutput(textOf(tokens, tag), rangeOf(tokens).start);
}

/** A string's span leaves its quotes out. */
function rangeOf(tokens: readonly Token[]): { readonly start: number; readonly end: number } {
  const [first, last] = [tokens[0], tokens.at(-1)];
  const quote = (token: Token | undefined) => (token?.type === "string" ? 1 : 0);
  return {
    start: (first?.span.start ?? 0) - quote(first),
    end: (last?.span.end ?? 0) + quote(last),
  };
}
