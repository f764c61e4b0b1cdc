import { createRequire } from "node:module";
import type { ParserOptions, parse } from "@babel/parser";

export type JsxFile = ReturnType<typeof parse>;
type Program = JsxFile["program"];
type Statement = Program["body"][number];
export type Expression = Extract<Statement, { type: "ExpressionStatement" }>["expression"];
export type JsxElement = Extract<Expression, { type: "JSXElement" | "JSXFragment" }>;
export type JsxChild = JsxElement["children"][number];
export type JsxAttribute = Extract<
  Extract<JsxElement, { type: "JSXElement" }>["openingElement"]["attributes"][number],
  { type: "JSXAttribute" }
>;

const OPTIONS: ParserOptions = {
  sourceType: "module",
  plugins: ["jsx", "typescript", "decorators"],
  errorRecovery: true,
  allowAwaitOutsideFunction: true,
  allowReturnOutsideFunction: true,
  allowSuperOutsideMethod: true,
  allowUndeclaredExports: true,
};

/** Where the parser gave up, and why. */
export interface SyntaxTrouble {
  readonly message: string;
  readonly at: number;
}

/** Parses JavaScript or TypeScript with markup in it. Never throws. */
export function parseJsx(text: string): JsxFile | SyntaxTrouble {
  try {
    return loadParser()(text, OPTIONS);
  } catch (error) {
    return troubleOf(error);
  }
}

let loaded: typeof parse | undefined;

/** Most runs read no such file, and parsing is not asynchronous: so it is required when needed. */
function loadParser(): typeof parse {
  loaded ??= createRequire(import.meta.url)("@babel/parser").parse as typeof parse;
  return loaded;
}

const PLACE = /\s*\(\d+:\d+\)$/u;

function troubleOf(error: unknown): SyntaxTrouble {
  const at =
    error instanceof Error && "pos" in error && typeof error.pos === "number" ? error.pos : 0;
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
  return { message: message.replace(PLACE, ""), at };
}
