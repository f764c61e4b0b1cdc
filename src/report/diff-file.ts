import type { ChalkInstance } from "chalk";
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { FileResult } from "../model/result.ts";
import { rewriteFile } from "./output.ts";
import { visible } from "./visible.ts";

const LINE = /[^\n]*\n|[^\n]+$/gu;
const LAST_BREAK = /\r?\n$/u;

/**
 * A unified diff of a file and its text after the first suggestion of every finding, or the
 * empty string.
 */
export function diffFile(file: FileResult): string {
  const after = rewriteFile(file);
  if (after === undefined) return "";
  const name = visible(file.path);
  return createTwoFilesPatch(`a/${name}`, `b/${name}`, file.text, after, "", "", {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

/** A diff for eyes: coloured, and what could steer the terminal is made visible. */
export function paintDiff(patch: string, paint: ChalkInstance): string {
  return (patch.match(LINE) ?? [])
    .map((line) => `${toneOf(line, paint)(visible(line.replace(LAST_BREAK, "")))}\n`)
    .join("");
}

function toneOf(line: string, paint: ChalkInstance): ChalkInstance {
  if (line.startsWith("---") || line.startsWith("+++")) return paint.bold;
  if (line.startsWith("@@")) return paint.cyan;
  if (line.startsWith("+")) return paint.green;
  return line.startsWith("-") ? paint.red : paint.dim;
}
