import type { Format } from "../block.ts";
import { html } from "./html.ts";
import { jsx } from "./jsx.ts";
import { markdown } from "./markdown.ts";
import { php } from "./php.ts";
import { text } from "./text.ts";

/** Every format of a whole file. Archive records are read by `parse/record.ts`. */
export const formats = { text, html, markdown, jsx, php } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
