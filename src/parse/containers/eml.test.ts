import PostalMime from "postal-mime";
import { describe, expect, test } from "vitest";
import type { Part } from "../../model/message.ts";
import { decodeMail } from "../../read/decode.ts";
import { parseFile } from "../../testing/parse-text.ts";

const read = async (bytes: string | Uint8Array, path = "a.eml") => {
  const { text, encoding } = decodeMail(Buffer.from(bytes));
  return { text, ...(await parseFile(text, path, encoding)) };
};

const bodiesOf = async (bytes: string | Uint8Array) => {
  const { messages } = await read(bytes);
  return messages.flatMap(({ parts }) => parts.map(({ text }) => text));
};

const mail = (header: string, body: string) => Buffer.from(`${header}\n\n${body}`, "latin1");
const HTML = "Content-Type: text/html";
const QP = "Content-Transfer-Encoding: quoted-printable";
const B64 = "Content-Transfer-Encoding: base64";

describe("one body", () => {
  test.each([
    ["no header but the subject", "Subject: Hi", "You left", ["Hi", "You left"]],
    ["an mbox line above", "From a@b Thu Jan  1 00:00:00 2026\nSubject: Hi", "You", ["Hi", "You"]],
    ["a word over a soft break", QP, "You le=\nft", ["You left"]],
    ["an entity over a soft break", `${HTML}\n${QP}`, "a&nbs=\np;b", ["a&nbsp;b"]],
    ["a character over a soft break", `${QP}`, "caf=C3=\n=A9", ["café"]],
    ["a soft break with blanks", QP, "You le= \nft", ["You left"]],
    ["blanks at the end of a line", QP, "You  \nleft =20\nit", ["You\nleft  \nit"]],
    ["escapes that are none", QP, "50=% =ZZ =4", ["50=% =ZZ =4"]],
    ["lower case escapes", QP, "=c3=a9", ["é"]],
    ["encoded twice", QP, "=3D3D", ["=3D"]],
    ["base64 in short lines", B64, "WW9\n1IGx\nlZnQ=", ["You left"]],
    ["base64 without its padding", B64, "WW91IGxlZg", ["You lef"]],
    ["garbage in base64", B64, "WW9!1IG*xlZnQ=", ["You left"]],
    ["a footer behind base64", B64, "WW91IGxlZnQ=\n_____\nOur list", ["You left"]],
    ["plain text that calls itself base64", B64, "You left this here", ["You left this here"]],
    ["an unknown encoding", "Content-Transfer-Encoding: hexa", "You=20", ["You=20"]],
    ["an encoding in capitals", "content-transfer-encoding: Quoted-Printable ", "=41", ["A"]],
    ["windows-1252", "Content-Type: text/plain; charset=windows-1252", "You\x92ve", ["You’ve"]],
    ["it by another name", "Content-Type: text/plain; charset=ISO-8859-1", "You\x92ve", ["You’ve"]],
    ["no name at all", "X: y", "You\x92ve", ["You’ve"]],
    ["UTF-8 by another name", "Content-Type: text/plain; charset=us-ascii", "\xc3\xa9", ["é"]],
    ["a broken name", 'Content-Type: text/plain; charset="u"tf-8', "\xc3\xa9", ["é"]],
    ["a name that means nothing", "Content-Type: text/plain; charset=[charse", "\xe9", ["é"]],
    ["DEFAULT_CHARSET", "Content-Type: text/plain; charset=DEFAULT_CHARSET", "\xe9", ["é"]],
    ["Cyrillic", "Content-Type: text/plain; charset=koi8-r", "\xf0\xd2\xc9", ["При"]],
    ["Chinese", "Content-Type: text/plain; charset=gb2312", "\xc4\xe3a\xba\xc3", ["你a好"]],
    ["Japanese", "Content-Type: text/plain; charset=iso-2022-jp", "A\x1b$B$3$s\x1b(BB", ["AこんB"]],
    ["an attachment", "Content-Disposition: attachment", "You left", []],
    ["another type", "Content-Type: text/calendar", "You left", []],
    ["flowed lines", "Content-Type: text/plain; format=flowed; delsp=yes", "a \nb\nc", ["ab\nc"]],
  ])("%s", async (_, header, body, texts) => {
    expect(await bodiesOf(mail(header, body))).toEqual(texts);
  });

  test("Japanese is copied nowhere but maps to where it stands", async () => {
    const { text, messages } = await read(
      mail("Content-Type: text/plain; charset=iso-2022-jp", "A\x1b$B$3$s\x1b(BB"),
    );
    const runs = messages[0]?.parts[0]?.embedding?.map.runs ?? [];
    expect(
      runs.map(({ kind, source, sourceLength }) => [
        kind,
        text.slice(source, source + sourceLength),
      ]),
    ).toEqual([
      ["copy", "A"],
      ["whole", "\x1b$B$3"],
      ["whole", "$s"],
      ["whole", "\x1b(BB"],
    ]);
  });
});

const multipart = (type: string, ...parts: string[]) =>
  [
    `Content-Type: ${type}; boundary="b"`,
    "",
    ...parts.map((one) => `--b\n${one}`),
    "--b--",
    "",
  ].join("\n");

describe("many bodies", () => {
  test.each<[string, string, readonly string[]]>([
    ["text and HTML", multipart("multipart/alternative", "\nA", `${HTML}\n\n<p>B`), ["A", "<p>B"]],
    ["AMP", multipart("multipart/alternative", "Content-Type: text/x-amp-html\n\n<p>B"), ["<p>B"]],
    ["no blank line above a body", multipart("multipart/mixed", "You left"), ["You left"]],
    ["no last boundary", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nA\n", ["A\n"]],
    [
      "blanks after a boundary",
      "Content-Type: multipart/mixed; boundary=b\n\n--b \n\nA\n--b--",
      ["A"],
    ],
    [
      "a boundary of odd characters",
      'Content-Type: multipart/mixed; boundary="=_+/?:(x)"\n\n--=_+/?:(x)\n\nA\n--=_+/?:(x)--',
      ["A"],
    ],
    [
      "a boundary in parts",
      "Content-Type: multipart/mixed; boundary*0=b; boundary*1*=%31\n\n--b1\n\nA\n--b1--",
      ["A"],
    ],
    [
      "a boundary that begins like another",
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nA\n--bc\nB\n--b--",
      ["A\n--bc\nB"],
    ],
    [
      "a boundary without its last quote",
      'Content-Type: multipart/mixed; boundary="b\n\n--b\n\nA\n--b--',
      ["A"],
    ],
    [
      "a boundary that nobody names",
      "Content-Type: multipart/mixed\n\n--b\nContent-Type: text/plain\n\nA\n--b--",
      ["A"],
    ],
    ["no boundary anywhere", "Content-Type: multipart/mixed; boundary=b\n\nYou left", ["You left"]],
    [
      "parts in parts",
      multipart(
        "multipart/mixed",
        multipart("multipart/alternative", "\nA").replaceAll('b"', 'c"').replaceAll("--b", "--c"),
        "\nB",
      ),
      ["A", "B"],
    ],
    [
      "a bad encoding of the whole",
      multipart(`multipart/mixed; x=y`, "\nA").replace("\n\n", `\n${B64}\n\n`),
      ["A"],
    ],
    [
      "an attachment",
      multipart("multipart/mixed", "\nA", "Content-Disposition: attachment\n\nB"),
      ["A"],
    ],
    [
      "a mail in a mail",
      multipart("multipart/mixed", "\nA", "Content-Type: message/rfc822\n\nSubject: S\n\nB"),
      ["A", "S", "B"],
    ],
  ])("%s", async (_, text, texts) => {
    expect(await bodiesOf(text)).toEqual(texts);
    expect(await bodiesOf(text.replaceAll("\n", "\r\n"))).toEqual(
      texts.map((one) => one.replaceAll("\n", "\r\n")),
    );
  });

  test("line breaks that are carriage returns alone", async () => {
    const text = multipart("multipart/mixed", "\nA\nB").replaceAll("\n", "\r");
    expect(await bodiesOf(text)).toEqual(["A\rB"]);
  });
});

describe("as a message", () => {
  test("a mail within a mail is one of its own", async () => {
    const inner = "Content-Type: message/rfc822\n\nSubject: S\n\nB";
    const { messages } = await read(`Subject: Hi\n${multipart("multipart/mixed", "\nA", inner)}`);
    expect(messages.map(({ line, parts }) => [line, parts.length])).toEqual([
      [1, 2],
      [10, 2],
    ]);
  });

  test("its header says what it is for", async () => {
    const { messages } = await read("X-Creeplint-Kind: Transactional\nSubject: Hi\n\nA");
    expect(messages).toMatchObject([{ channel: "email", kind: "transactional" }]);
  });

  test("HTML that is declared as plain text is read as HTML", async () => {
    const { messages } = await read(
      mail("Subject: Hi", "<html><body><p>You left</p></body></html>"),
    );
    const [, body] = messages[0]?.parts ?? [];
    expect(body?.segments.map(({ text }) => text)).toEqual(["You left"]);
  });

  test("the title of HTML is no subject beside the real one", async () => {
    const html = "<title>Title</title><div style='display:none'>Pre</div><p>Body";
    const roles = async (header: string) =>
      (await read(mail(`${header}${HTML}`, html))).messages.flatMap(({ parts }) =>
        parts.flatMap(({ segments }: Part) => segments.map(({ role, text }) => `${role}: ${text}`)),
      );
    expect(await roles("Subject: Hi\n")).toEqual(["subject: Hi", "preheader: Pre", "body: Body"]);
    expect(await roles("")).toEqual(["subject: Title", "preheader: Pre", "body: Body"]);
  });
});

describe("notices", () => {
  test.each([
    [
      "a boundary that is nowhere",
      "Content-Type: multipart/mixed; boundary=b\n\nYou",
      "mail-no-parts",
    ],
    [
      "a mail that was cut off",
      "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nA",
      "mail-cut-off",
    ],
    ["an unknown character set", "Content-Type: text/plain; charset=nope\n\nA", "mail-charset"],
  ])("%s", async (_, text, code) => {
    expect((await read(text)).notices.map((notice) => notice.code)).toEqual([code]);
  });
});

describe("what is meant to do harm", () => {
  const deep = (levels: number) =>
    Array.from(
      { length: levels },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    ).join("");
  const LARGE = 3_000_000;

  test.each<[string, string]>([
    ["parts nested too deep", `${deep(2000)}\nA`],
    ["mails nested too deep", `${"Content-Type: message/rfc822\n\n".repeat(2000)}A`],
    ["one long line", `Subject: Hi\n\n${"You left ".repeat(LARGE / 9)}`],
    ["a long line of escapes", `${QP}\n\n${"=41".repeat(LARGE / 3)}`],
    ["a long line of equals signs", `${QP}\n\n${"=".repeat(LARGE)}`],
    ["much base64", `${B64}\n\n${"QUFB".repeat(LARGE / 4)}`],
    [
      "many boundaries",
      `Content-Type: multipart/mixed; boundary=b\n\n${"--b\n".repeat(LARGE / 40)}`,
    ],
    [
      "almost boundaries",
      `Content-Type: multipart/mixed; boundary=b\n\n${"--b".repeat(LARGE / 3)}`,
    ],
    ["a long subject", `Subject: ${"=?utf-8?Q?a?= ".repeat(LARGE / 14)}\n\nA`],
    ["almost words", `Subject: ${"=?".repeat(LARGE / 2)}\n\nA`],
    ["a long parameter", `Content-Type: text/plain; ${'x="\\'.repeat(LARGE / 4)}\n\nA`],
    ["many fields", `${"X: y\n".repeat(LARGE / 5)}\nA`],
    ["nothing", ""],
    ["a lone line break", "\n"],
  ])(
    "%s",
    async (_, text) => {
      const { messages } = await read(text);
      expect(messages.length).toBeGreaterThan(0);
    },
    20_000,
  );

  test("what is too deep is told", async () => {
    const { notices } = await read(`${deep(30)}\nA`);
    expect(notices.map(({ code }) => code)).toContain("mail-too-deep");
  });
});

test("others read the same", async () => {
  const bytes = Buffer.from(
    `Subject: =?utf-8?Q?caf=C3=A9?=\n${multipart(
      "multipart/alternative",
      `Content-Type: text/plain; charset=utf-8\n${QP}\n\ncaf=C3=\n=A9 time`,
      `Content-Type: text/html; charset=utf-8\n${B64}\n\n${Buffer.from("<p>café</p>").toString("base64")}`,
    )}`,
  );
  const other = await PostalMime.parse(bytes);
  expect(await bodiesOf(bytes)).toEqual([other.subject, other.text?.trim(), other.html?.trim()]);
});
