import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseYaml } from "yaml";
import type { Lexicon } from "../model/rule.ts";
import type { Encoding } from "../model/source-file.ts";
import { openContainer } from "../parse/choose-format.ts";
import { loadJsxParser } from "../parse/jsx/parse-jsx.ts";
import { type Parsed, type ParseOptions, parse } from "../parse/parse.ts";

const FIELDS = join(import.meta.dirname, "../../rules/lexicon/fields.yaml");

/** The field words as they are in the rules. */
export const fieldLexicon = parseYaml(readFileSync(FIELDS, "utf8")) as Lexicon;

await loadJsxParser();

/** Parses a text with plain settings. */
export function parseText(
  text: string,
  options: Partial<ParseOptions> & { readonly path?: string; readonly encoding?: Encoding } = {},
): Parsed {
  const { path = "message.txt", encoding = "utf-8" } = options;
  return parse(
    { path, text, encoding, bom: false },
    {
      channel: "email",
      kind: "marketing",
      fields: {},
      lexicon: fieldLexicon,
      archive: {
        id: "id",
        channel: "channel",
        kind: "kind",
        text: ["subject", "preheader", "headline", "title", "body", "text", "html"],
      },
      ...options,
    },
  );
}

/** Parses a text as a file of its name is parsed, with what contains its messages. */
export async function parseFile(
  text: string,
  path: string,
  encoding: Encoding = "utf-8",
): Promise<Parsed> {
  return parseText(text, { path, encoding, container: await openContainer(path, undefined) });
}
