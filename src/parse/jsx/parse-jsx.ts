import type { ParserOptions, parse } from "@babel/parser";

export type JsxFile = ReturnType<typeof parse>;

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

let parser: typeof parse | undefined;

/** The parser is CommonJS: in a bundle, all that it exports is its default. */
interface Loaded {
  readonly parse?: typeof parse;
  readonly default?: { readonly parse: typeof parse };
}

/** Loads the parser, once: it is large, and most runs read no such file. */
export async function loadJsxParser(): Promise<void> {
  if (parser !== undefined) return;
  const loaded: Loaded = await import("@babel/parser");
  parser = loaded.parse ?? loaded.default?.parse;
}

/** Parses JavaScript or TypeScript with markup in it, once the parser is loaded. Never throws. */
export function parseJsx(text: string): JsxFile | SyntaxTrouble {
  if (parser === undefined) return { message: "The parser is not loaded.", at: 0 };
  try {
    return parser(text, OPTIONS);
  } catch (error) {
    return troubleOf(error);
  }
}

const PLACE = /\s*\(\d+:\d+\)$/u;

function troubleOf(error: unknown): SyntaxTrouble {
  const at =
    error instanceof Error && "pos" in error && typeof error.pos === "number" ? error.pos : 0;
  const message = error instanceof Error ? (error.message.split("\n")[0] ?? "") : "";
  return { message: message.replace(PLACE, ""), at };
}
