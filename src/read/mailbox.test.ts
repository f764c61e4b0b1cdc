import { expect, test } from "vitest";
import { createProject } from "../testing/project.ts";
import { readMailbox } from "./mailbox.ts";
import type { RecordLine } from "./records.ts";

const FROM = "From a@b.example Thu Jan  1 00:00:00 2026";

async function mails(input: string | Uint8Array, max?: number): Promise<RecordLine[]> {
  const found: RecordLine[] = [];
  for await (const record of readMailbox(input, max)) found.push(record);
  return found;
}

test.each<[string, string, RecordLine[]]>([
  [
    "mails",
    `${FROM}\nSubject: A\n\na\n\n${FROM}\nSubject: B\n\nb\n`,
    [
      { line: 1, text: `${FROM}\nSubject: A\n\na\n\n` },
      { line: 6, text: `${FROM}\nSubject: B\n\nb\n` },
    ],
  ],
  [
    "CRLF",
    `${FROM}\r\n\r\na\r\n\r\n${FROM}\r\n\r\nb`,
    [
      { line: 1, text: `${FROM}\r\n\r\na\r\n\r\n` },
      { line: 5, text: `${FROM}\r\n\r\nb\n` },
    ],
  ],
  [
    "a sentence that begins so",
    `${FROM}\n\na\n\nFrom now on\n\n${FROM}x`,
    [
      { line: 1, text: `${FROM}\n\na\n\nFrom now on\n\n` },
      { line: 7, text: `${FROM}x\n` },
    ],
  ],
  [
    "a separator without a blank line above",
    `${FROM}\n\na\n${FROM}`,
    [{ line: 1, text: `${FROM}\n\na\n${FROM}\n` }],
  ],
  ["one mail without a separator", "Subject: A\n\na", [{ line: 1, text: "Subject: A\n\na\n" }]],
  ["nothing", "", []],
])("%s", async (_, text, expected) => {
  const project = createProject({ "a.mbox": text });
  expect(await mails(Buffer.from(text))).toEqual(expected);
  expect(await mails(project.path("a.mbox"))).toEqual(expected);
});

test("each mail has its own encoding", async () => {
  const bytes = Buffer.concat([
    Buffer.from(`${FROM}\n\n’\n\n${FROM}\n\n`),
    Buffer.of(0x92, 0x00, 0x0a),
  ]);
  expect(await mails(bytes)).toEqual([
    { line: 1, text: `${FROM}\n\n’\n\n` },
    { line: 5, text: `${FROM}\n\n’\0\n`, encoding: "windows-1252" },
  ]);
});

test("a mail that is too long is told of, the others go on", async () => {
  const bytes = Buffer.from(`${FROM}\n\n${"x".repeat(200)}\n\n${FROM}\n\nb`);
  expect(await mails(bytes, 100)).toEqual([
    { line: 1, problem: "The mail is longer than 100 bytes." },
    { line: 5, text: `${FROM}\n\nb\n` },
  ]);
});
