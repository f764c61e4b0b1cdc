import type { Span } from "../../model/span.ts";
import { lineAt } from "./header-fields.ts";

export interface Multipart {
  readonly parts: readonly Span[];
  readonly isClosed: boolean;
}

const TRAILING = /\s+$/u;
const MAX_LINE = 400;

/** Cuts a body at the lines of its boundary. No part where there is no such line. */
export function splitMultipart(shape: string, body: Span, boundary: string): Multipart {
  const mark = `--${boundary}`.replace(TRAILING, "");
  const parts: Span[] = [];
  let start: number | undefined;
  for (let at = findMark(shape, body, mark, body.start); at !== undefined; ) {
    const line = lineAt(shape, at, body.end);
    if (start !== undefined) parts.push({ start, end: endBefore(shape, start, at) });
    if (isClosing(shape, mark, at, line.end)) return { parts, isClosed: true };
    start = line.next;
    at = findMark(shape, body, mark, line.next);
  }
  if (start !== undefined) parts.push({ start, end: body.end });
  return { parts, isClosed: false };
}

/** The next line that is the boundary's. */
function findMark(
  shape: string,
  { start, end }: Span,
  mark: string,
  from: number,
): number | undefined {
  for (
    let at = shape.indexOf(mark, from);
    at !== -1 && at < end;
    at = shape.indexOf(mark, at + 1)
  ) {
    const isFirst = at === start || shape.charAt(at - 1) === "\n";
    if (isFirst && isMark(shape, mark, at, end)) return at;
  }
  return undefined;
}

function isMark(shape: string, mark: string, at: number, limit: number): boolean {
  const rest = restOf(shape, mark, at, lineAt(shape, at, limit).end);
  return rest === "" || rest === "--";
}

function isClosing(shape: string, mark: string, at: number, end: number): boolean {
  return restOf(shape, mark, at, end) === "--";
}

function restOf(shape: string, mark: string, at: number, end: number): string {
  return shape.slice(at + mark.length, Math.min(end, at + MAX_LINE)).replace(TRAILING, "");
}

/** The line break before a boundary belongs to it. */
function endBefore(shape: string, start: number, at: number): number {
  const end = shape.charAt(at - 1) === "\n" ? at - 1 : at;
  return Math.max(start, shape.charAt(end - 1) === "\r" ? end - 1 : end);
}

const BOUNDARY_LINE = /^--(\S[^\r\n]{0,200})\r?\nContent-/imu;

/** What looks like the boundary of a body that names none, or the wrong one. */
export function guessBoundary(shape: string, { start, end }: Span): string | undefined {
  return BOUNDARY_LINE.exec(shape.slice(start, end))?.[1]?.trimEnd();
}
