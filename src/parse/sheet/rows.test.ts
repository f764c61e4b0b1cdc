import { expect, test } from "vitest";
import { parseFile } from "../../testing/parse-text.ts";
import { readRows } from "./rows.ts";

test.each([
  [
    "a,b\nc,d",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a,b\r\nc,d\r\n",
    [
      ["a", "b"],
      ["c", "d"],
    ],
  ],
  [
    "a,\n,b",
    [
      ["a", ""],
      ["", "b"],
    ],
  ],
  ["a,", [["a", ""]]],
  ['"a\nb",c', [['"a\nb"', "c"]]],
  ['"a ""b"" c",d', [['"a ""b"" c"', "d"]]],
  ['"a" , "b"\nc', [['"a"', '"b"'], ["c"]]],
  [
    '"He said" hi,b\nc,d',
    [
      ['"He said" hi', "b"],
      ["c", "d"],
    ],
  ],
  [
    '5" nails,b\n6" nails,c',
    [
      ['5" nails', "b"],
      ['6" nails', "c"],
    ],
  ],
  [
    '"never closed,b\nc,d',
    [
      ['"never closed', "b"],
      ["c", "d"],
    ],
  ],
  ["\n\na", [[""], [""], ["a"]]],
  ["", []],
])("rows of %j", (text, rows) => {
  expect(
    Array.from(readRows(text, ","), ({ cells }) =>
      cells.map(({ span }) => text.slice(span.start, span.end)),
    ),
  ).toEqual(rows);
});

const messagesIn = async (text: string, path = "a.csv") =>
  (await parseFile(text, path)).messages.map(({ id, line, channel, parts }) => [
    line,
    id,
    channel,
    ...parts.flatMap(({ segments }) => segments.map((one) => `${one.role}: ${one.text}`)),
  ]);

test.each([
  [
    "Google Ads",
    "Campaign\tAd Group\tHeadline 1\tHeadline 2\tDescription Line 1\tFinal URL\nSpring\tHoses\tNew hoses\tCut to length\tReady for summer\thttps://a.b\n",
    [
      [
        2,
        undefined,
        "ad",
        "headline: New hoses",
        "headline: Cut to length",
        "description: Ready for summer",
      ],
    ],
  ],
  [
    "Meta",
    "Ad ID,Ad Name,Title,Body,Link Description\n12,a,Hoses,Water it,All lengths\n",
    [[2, "12", "ad", "headline: Hoses", "body: Water it", "description: All lengths"]],
  ],
  [
    "LinkedIn",
    "Introductory text,Headline,Description\nHi all,Hoses,Long\n",
    [[2, undefined, "ad", "body: Hi all", "headline: Hoses", "description: Long"]],
  ],
  [
    "mails, below a title",
    "Export of May\n\nid;Subject Line;Preview Text;Body\na1;Hello;Come in;We're open\n",
    [[4, "a1", "email", "subject: Hello", "preheader: Come in", "body: We're open"]],
  ],
  [
    "channels by row",
    "key,channel,message\na,push,Hello you\nb,sms,Hello me\n",
    [
      [2, "a", "push", "body: Hello you"],
      [3, "b", "sms", "body: Hello me"],
    ],
  ],
  [
    "no header that says so: what reads like prose",
    "1,You left it behind,https://a.b\n2,Come back to us soon,x\n",
    [
      [1, undefined, "email", "body: You left it behind"],
      [2, undefined, "email", "body: Come back to us soon"],
    ],
  ],
  [
    "a delimiter that is said",
    "sep=^\nsubject^body\nHi^You\n",
    [[3, undefined, "email", "subject: Hi", "body: You"]],
  ],
])("reads sheets: %s", async (_, text, messages) => {
  expect(await messagesIn(text)).toEqual(messages);
});

test("time grows with the size alone", () => {
  for (const piece of ['"', '""', '"x', '"\n', '"""\n', ',"', '" ', '"""x\n']) {
    const start = performance.now();
    const rows = [...readRows(piece.repeat(100_000), ",")];
    expect(rows.length).toBeGreaterThan(0);
    expect(performance.now() - start, piece).toBeLessThan(1500);
  }
});
