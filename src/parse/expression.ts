import type { Span } from "../model/span.ts";

/** A piece of the inside of a tag. Offsets are in the part's text. */
export interface Token {
  readonly type: "string" | "path" | "number" | "mark";
  /** The string's content, the path with its quotes and braces taken off, or the mark. */
  readonly text: string;
  readonly span: Span;
}

// One alternative a character class, so that no text is tried twice.
const TOKEN =
  /\s+|\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\$\{[^}]*\}|\d[\d.]*(?![\w])|[\p{L}\p{N}_@$](?:[\p{L}\p{N}_@$]|-(?=[\p{L}\p{N}_@$]))*|\|\||&&|[=!<>]=|->|\?[?:.]|./gsuy;
const ATOM = /^[\p{L}\p{N}_@$]/u;
const BLANK = /^\s/u;

/** Cuts the inside of a tag into strings, dotted paths, numbers and marks. */
export function tokenize(inner: string, innerStart: number): readonly Token[] {
  const atoms = Array.from(inner.matchAll(TOKEN), (match) => ({
    text: match[0],
    start: innerStart + match.index,
  }));
  const tokens: Token[] = [];
  for (let index = 0; index < atoms.length; ) {
    const atom = atoms[index];
    if (atom === undefined) break;
    if (BLANK.test(atom.text)) index += 1;
    else if (isPathStart(atoms, index)) index = readPath(atoms, index, tokens);
    else {
      tokens.push(simpleToken(atom));
      index += 1;
    }
  }
  return tokens;
}

interface Atom {
  readonly text: string;
  readonly start: number;
}

const NUMBER = /^\d/u;

function simpleToken({ text, start }: Atom): Token {
  const span = { start, end: start + text.length };
  if (isString(text)) {
    return {
      type: "string",
      text: text.slice(1, -1),
      span: { start: span.start + 1, end: span.end - 1 },
    };
  }
  return { type: NUMBER.test(text) ? "number" : "mark", text, span };
}

function isString(text: string): boolean {
  return text.length >= 2 && (text.startsWith('"') || text.startsWith("'"));
}

// Go writes `.Name`, so a dot before a word starts a path as well.
function isPathStart(atoms: readonly Atom[], index: number): boolean {
  const text = atoms[index]?.text ?? "";
  if (text === ".") return ATOM.test(atoms[index + 1]?.text ?? "");
  return ATOM.test(text) && !NUMBER.test(text);
}

function readPath(atoms: readonly Atom[], from: number, tokens: Token[]): number {
  const first = atoms[from];
  const isBare = first?.text === ".";
  const names = isBare ? [] : [bare(first?.text ?? "")];
  let index = isBare ? from : from + 1;
  for (;;) {
    const length = stepLength(atoms, index);
    if (length === 0) break;
    const last = index + length - 1;
    names.push(bare(atoms[length === DOTTED ? last : last - 1]?.text ?? ""));
    index += length;
  }
  const last = atoms[index - 1];
  const span = {
    start: first?.start ?? 0,
    end: (last?.start ?? 0) + (last?.text.length ?? 0),
  };
  tokens.push({ type: "path", text: names.join("."), span });
  return index;
}

/** Go, Ruby and most others; PHP; JavaScript where something may be missing. */
const STEPS = new Set([".", "->", "?."]);
const DOTTED = 2;

/** How many atoms the next step of a path has: `.name` two, `['name']` three, `[:name]` four. */
function stepLength(atoms: readonly Atom[], index: number): number {
  const mark = atoms[index]?.text ?? "";
  if (STEPS.has(mark)) return ATOM.test(atoms[index + 1]?.text ?? "") ? DOTTED : 0;
  if (mark !== "[") return 0;
  if (atoms[index + 1]?.text === ":") return atoms[index + 3]?.text === "]" ? 4 : 0;
  return atoms[index + 2]?.text === "]" ? 3 : 0;
}

const WRAP = /^(?:\$\{|["'@$])|["'}]$/gu;

function bare(text: string): string {
  return text.replace(WRAP, "");
}
