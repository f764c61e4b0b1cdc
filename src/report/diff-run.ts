import { createTwoFilesPatch, FILE_HEADERS_ONLY } from "diff";
import type { FileResult, RunResult } from "../model/result.ts";
import { rewriteFile } from "./output.ts";
import { visible } from "./visible.ts";

const BOM = "\ufeff";
const OUTSIDE = /^(?:\.\.\/|\/|[A-Za-z]:)/u;

/**
 * A patch of the first suggestion of every finding, which `git apply` takes in the working folder.
 * Comment lines, which it passes over, name the files that no such patch can hold.
 */
export function diffRun({ files }: RunResult): string {
  return files
    .flatMap((file) => {
      const after = rewriteFile(file);
      return after === undefined ? [] : [patchOf(file, after)];
    })
    .join("");
}

function patchOf(file: FileResult, after: string): string {
  const { path, text, encoding, bom } = file;
  if (encoding !== "utf-8") return leftOut(path, "is not UTF-8");
  if (OUTSIDE.test(path)) return leftOut(path, "lies outside of this folder");
  const prefix = bom ? BOM : "";
  // Special characters in the name are quoted as git does.
  return createTwoFilesPatch(`a/${path}`, `b/${path}`, prefix + text, prefix + after, "", "", {
    headerOptions: FILE_HEADERS_ONLY,
  });
}

function leftOut(path: string, why: string): string {
  return `# Left out, since it ${why}: ${visible(path)}\n`;
}
