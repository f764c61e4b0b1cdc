import fc from "fast-check";
import { expect, test } from "vitest";
import { partInFile } from "../../embed/in-file.ts";
import { parseText } from "../../testing/parse-text.ts";
import { containers } from "./index.ts";

const PIECES = [
  "{",
  "}",
  "[",
  "]",
  ":",
  ",",
  '"',
  "'",
  "\\",
  "\\u20",
  "//",
  "/*",
  "*/",
  "#",
  "\n",
  "\r\n",
  " ",
  "\t",
  "- ",
  "|\n",
  ">-\n  ",
  "&a ",
  "*a ",
  "!!x ",
  "---\n",
  "subject",
  "body: ",
  "msgid ",
  "msgstr ",
  "<",
  ">",
  "</",
  "/>",
  "<string name='a'>",
  "</string>",
  "<resources>",
  "<![CDATA[",
  "]]>",
  "<!--",
  "-->",
  "<target>",
  "&amp;",
  "=",
  ";",
  "You left it ",
  "{{ x }}",
  "{% if a < b %}",
  "%(x)s",
  "👀",
  "\0",
] as const;
const garbage = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 40 })
  .map((pieces) => pieces.join(""));

const PATHS = [
  "a.json",
  "a.yaml",
  "a.csv",
  "a.tsv",
  "a.po",
  "a.strings",
  "a.properties",
  "a.xlf",
  "strings.xml",
  "a.resx",
];

test.each(PATHS)("whatever %s holds, places lie inside of it", async (path) => {
  const entry = Object.values(containers).find(({ extensions }) =>
    extensions.some((extension) => path.endsWith(extension)),
  );
  const container = await entry?.load();
  fc.assert(
    fc.property(garbage, (text) => {
      const { messages, notices, comments } = parseText(text, { path, container });
      const spans = [...notices.flatMap(({ span }) => span ?? []), ...comments];
      for (const part of messages.flatMap(({ parts }) => parts)) {
        for (const { map } of partInFile(part, text).segments) {
          for (const { source, sourceLength } of map.runs) {
            spans.push({ start: source, end: source + sourceLength });
          }
        }
      }
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 300 },
  );
});

test.each(PATHS)(
  "time grows with the size of %s alone",
  async (path) => {
    const entry = Object.values(containers).find(({ extensions }) =>
      extensions.some((extension) => path.endsWith(extension)),
    );
    const container = await entry?.load();
    for (const piece of PIECES) {
      const start = performance.now();
      parseText(piece.repeat(20_000), { path, container });
      expect(performance.now() - start, JSON.stringify(piece)).toBeLessThan(4000);
    }
  },
  120_000,
);
