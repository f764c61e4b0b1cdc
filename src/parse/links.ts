import type { Span } from "../model/span.ts";
import type { Block, Piece } from "./block.ts";

const URL = /\b(?:https?:\/\/|www\.)[^\s<>"'()[\]]+/giu;
const URL_HERE = new RegExp(URL.source, "iuy");
const TRAILING = /[.,;:!?*_]+$/u;
/** The word that stands for a bare URL in prose. */
const PLACEHOLDER = "link";

export interface Linked {
  readonly pieces: readonly Piece[];
  readonly links: readonly Block[];
}

/** Takes the bare URLs out of a stretch of prose. `masked` has no tag that could end a URL early. */
export function takeLinks(masked: string, { start, end }: Span): Linked {
  const pieces: Piece[] = [];
  const links: Block[] = [];
  let at = start;
  for (const match of masked.slice(start, end).matchAll(URL)) {
    const span = {
      start: start + match.index,
      end: start + match.index + match[0].replace(TRAILING, "").length,
    };
    const around = withAngles(masked, span);
    pieces.push({ type: "text", span: { start: at, end: around.start } });
    pieces.push({ type: "whole", text: PLACEHOLDER, span: around });
    links.push(linkBlock(span));
    at = around.end;
  }
  pieces.push({ type: "text", span: { start: at, end } });
  return { pieces, links };
}

/** Plain text sets its addresses in `<` and `>`. */
function withAngles(masked: string, { start, end }: Span): Span {
  const isSet = masked.charAt(start - 1) === "<" && masked.charAt(end) === ">";
  return isSet ? { start: start - 1, end: end + 1 } : { start, end };
}

function linkBlock(span: Span): Block {
  return { role: "link", pieces: [{ type: "text", span }] };
}

/** Where the bare URL ends that starts at an offset; undefined where none does. */
export function bareUrlAt(text: string, at: number): number | undefined {
  URL_HERE.lastIndex = at;
  const url = URL_HERE.exec(text)?.[0].replace(TRAILING, "");
  return url === undefined || url === "" ? undefined : at + url.length;
}
