import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { partInFile } from "../embed/in-file.ts";
import type { Hole, Segment } from "../model/segment.ts";
import { readAnnotated } from "../testing/annotated.ts";
import { parseFile } from "../testing/parse-text.ts";

const ROOT = join(import.meta.dirname, "../../fixtures");

const files = ["formats", "templates"]
  .flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) =>
      join(ROOT, folder, file),
    ),
  )
  .filter((file) => /\.\w+$/u.test(file))
  .sort();

// `^^^ body: text` is a segment that starts there, `^^^ {liquid name/told first_name ?? there}` a
// hole, `^^^ if x` and `^^^ if not x` a branch. A fixture names every one of them.
test.each(files.map((file) => relative(ROOT, file)))("%s", async (file) => {
  const { text, expected } = readAnnotated(readFileSync(join(ROOT, file), "utf8"));
  const { messages } = await parseFile(text, file);
  const segments = messages
    .flatMap(({ parts }) => parts)
    .flatMap((part) => partInFile(part, text).segments);
  expect(describeAll(segments, text)).toEqual(
    expected.map(({ span, note }) => `${span.start}-${span.end} ${note}`).sort(byPlace),
  );
});

function describeAll(segments: readonly Segment[], text: string): readonly string[] {
  const lineEnd = (start: number) => {
    const end = text.indexOf("\n", start);
    return end === -1 ? text.length : end;
  };
  const notes = segments.flatMap((segment) => [
    describeSegment(segment, lineEnd),
    ...segment.holes.map((hole) => describeHole(hole, lineEnd)),
    ...segment.guards.map(({ reach, test: condition, negated }) => {
      const end = Math.max(reach.start + 1, Math.min(reach.end, lineEnd(reach.start)));
      return `${reach.start}-${end} if ${negated ? "not " : ""}${condition}`;
    }),
  ]);
  return [...new Set(notes)].sort(byPlace);
}

function describeSegment({ role, text, map }: Segment, lineEnd: (start: number) => number): string {
  const first = map.runs[0]?.source ?? 0;
  const last = Math.max(...map.runs.map(({ source, sourceLength }) => source + sourceLength));
  return `${first}-${Math.min(last, lineEnd(first))} ${role}: ${text}`;
}

function describeHole(
  { span, language, fields, fallback }: Hole,
  lineEnd: (start: number) => number,
): string {
  const list = fields.map(
    ({ name, is, from, sensitive }) => `${is}/${from}${sensitive ? "!" : ""} ${name}`,
  );
  const rest = fallback === undefined ? "" : ` ?? ${fallback}`;
  return `${span.start}-${Math.min(span.end, lineEnd(span.start))} {${[language, ...list].join(" ")}${rest}}`;
}

function byPlace(a: string, b: string): number {
  return Number.parseInt(a, 10) - Number.parseInt(b, 10) || (a < b ? -1 : 1);
}
