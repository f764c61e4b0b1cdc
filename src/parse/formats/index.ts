import type { Format } from "../block.ts";
import { html } from "./html.ts";
import { text } from "./text.ts";

/** Every format of a whole file. Archive records are read by `parse/record.ts`. */
export const formats = { text, html } as const satisfies Record<string, Format>;

export type FormatName = keyof typeof formats;
