import { describe, expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { readBytes, readSource } from "./read.ts";
import { type RecordLine, readRecords } from "./records.ts";

describe("a file", () => {
  test("is read as text", async () => {
    const project = createProject({ "a.txt": "\uFEFFHi" });
    expect(await readSource(project.path("a.txt"), { shown: "a.txt" })).toEqual({
      source: { path: "a.txt", text: "Hi", encoding: "utf-8", bom: true },
      notices: [],
    });
  });

  test("that is not UTF-8 is read with a notice", async () => {
    const project = createProject({ "a.txt": Uint8Array.of(0x93, 0x48, 0x69, 0x94) });
    expect(await readSource(project.path("a.txt"), { shown: "a.txt" })).toEqual({
      source: { path: "a.txt", text: "“Hi”", encoding: "windows-1252", bom: false },
      notices: [
        {
          level: "warning",
          code: "E_ENCODING",
          message: "The file is not valid UTF-8; it was read as windows-1252.",
          hint: "Save it as UTF-8.",
        },
      ],
    });
  });

  test("that is binary is passed over", async () => {
    const project = createProject({ "a.txt": Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13) });
    expect(await readSource(project.path("a.txt"), { shown: "a.txt" })).toBeUndefined();
  });

  test.each([
    ["nope", "E_READ", "The file cannot be read: it is not there any more."],
    ["folder", "E_READ", "The file cannot be read: it is a folder."],
    ["large", "E_SIZE", "The file is too large: 1.5 MB, and 1 MB is the most."],
  ])("%s is told of", async (name, code, message) => {
    const project = createProject({ "folder/x": "", large: "x".repeat(1.5 * 1024 * 1024) });
    const read = readSource(project.path(name), { shown: name, maxBytes: 1024 * 1024 });
    await expect(read).rejects.toMatchObject({ code, message });
  });

  test("standard input has the same limit", () => {
    expect(() => readBytes(Buffer.alloc(11), { shown: "-", maxBytes: 10 })).toThrow("too large");
  });
});

describe("an archive", () => {
  async function records(input: string | Uint8Array, max?: number): Promise<RecordLine[]> {
    const found: RecordLine[] = [];
    for await (const record of readRecords(input, max)) found.push(record);
    return found;
  }

  test.each<[string, string, RecordLine[]]>([
    [
      "lines",
      "a\nb\n",
      [
        { line: 1, text: "a" },
        { line: 2, text: "b" },
      ],
    ],
    [
      "no line end at the end",
      "a\nb",
      [
        { line: 1, text: "a" },
        { line: 2, text: "b" },
      ],
    ],
    [
      "CRLF and blank lines",
      "\r\na\r\n  \r\nb\r\n",
      [
        { line: 2, text: "a" },
        { line: 4, text: "b" },
      ],
    ],
    [
      "a byte order mark",
      "\uFEFFa\nb",
      [
        { line: 1, text: "a" },
        { line: 2, text: "b" },
      ],
    ],
    ["nothing", "", []],
    [
      "characters of several bytes",
      "👀é\n“”",
      [
        { line: 1, text: "👀é" },
        { line: 2, text: "“”" },
      ],
    ],
  ])("%s", async (_, text, expected) => {
    const project = createProject({ "a.jsonl": text });
    expect(await records(Buffer.from(text))).toEqual(expected);
    expect(await records(project.path("a.jsonl"))).toEqual(expected);
  });

  test("a line that is too long or not UTF-8 is told of, the others go on", async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${"x".repeat(11)}\n`),
      Buffer.of(0xff, 0x0a),
      Buffer.from("ok"),
    ]);
    expect(await records(bytes, 10)).toEqual([
      { line: 1, problem: "The record is longer than 10 bytes." },
      { line: 2, problem: "The record is not valid UTF-8." },
      { line: 3, text: "ok" },
    ]);
  });

  test("lines are joined over the chunks of a file", async () => {
    const long = "é".repeat(200_000);
    const project = createProject({ "a.jsonl": `${long}\nb\n${long}` });
    expect(
      (await records(project.path("a.jsonl"))).map((one) => "text" in one && one.text.length),
    ).toEqual([200_000, 1, 200_000]);
  });

  test("one that is not there is an error", async () => {
    await expect(records("/nowhere/a.jsonl")).rejects.toMatchObject({
      code: "E_READ",
      message: "The file cannot be read: it is not there any more.",
    });
  });
});
