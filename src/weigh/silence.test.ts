import { describe, expect, test } from "vitest";
import type { Directive, DirectiveScope } from "../model/directive.ts";
import type { Finding } from "../model/finding.ts";
import { silence } from "./silence.ts";

const RULES = ["activity/cart", "activity/visit", "watching/noticed"];
const TODAY = "2026-11-25";
const COMMENT = /<!--(.*?)-->/gsu;
const BODY =
  /^\s*creeplint-(disable-next-line|disable-line|disable-file|disable|enable)\s*(.*?)\s*$/su;
const UNTIL = /\s*until=(\S+)/u;
const CREEPY = /CREEPY(?::(\S+))?/gu;

const SCOPES: Readonly<Record<string, DirectiveScope>> = {
  "disable-next-line": "next-line",
  "disable-line": "line",
  "disable-file": "file",
  disable: "start",
  enable: "end",
};

/** Reads directives as the parser would, enough for these tests. */
function directivesIn(text: string): readonly Directive[] {
  return Array.from(text.matchAll(COMMENT), (match) => {
    const [, word = "", rest = ""] = BODY.exec(match[1] ?? "") ?? [];
    const [ids = "", said = ""] = rest.split("--");
    const until = UNTIL.exec(said)?.[1];
    return {
      scope: SCOPES[word] ?? "line",
      rules: ids.split(",").flatMap((id) => id.trim() || []),
      reason: said.replace(UNTIL, "").trim(),
      ...(until !== undefined && { until }),
      span: { start: match.index, end: match.index + match[0].length },
    };
  });
}

/** A finding at every `CREEPY:rule`; `activity/cart` by default. */
function findingsIn(text: string): readonly Finding[] {
  return Array.from(text.matchAll(CREEPY), (match) => ({
    rule: match[1] ?? "activity/cart",
    related: [],
    likely: [],
    severity: "error" as const,
    part: 0,
    span: { start: match.index, end: match.index + match[0].length },
    text: match[0],
    sentence: match[0],
    message: "Creepy.",
    answers: {
      fact: "activity" as const,
      source: "observed" as const,
      scope: "individual" as const,
      context: { kind: "marketing" as const, channel: "email" as const },
    },
    branch: [],
    suggestions: [],
  }));
}

function check(text: string, off: readonly string[] = []) {
  const context = { text, ruleIds: RULES, today: TODAY, off };
  const { kept, suppressed, notices } = silence(findingsIn(text), directivesIn(text), context);
  return {
    kept: kept.map(({ span }) => text.slice(0, span.start).split("\n").length),
    reasons: suppressed.map(({ reason }) => reason),
    notices: notices.map(({ message, hint }) => [message, hint].filter(Boolean).join(" ")),
  };
}

describe("what a suppression covers", () => {
  test.each<[string, string, number[]]>([
    ["its own line", "CREEPY <!-- creeplint-disable-line activity/cart -- ok -->\nCREEPY", [2]],
    [
      "the next line",
      "<!-- creeplint-disable-next-line activity/cart -- ok -->\nCREEPY\nCREEPY",
      [3],
    ],
    [
      "the next line that holds words",
      "<!-- creeplint-disable-next-line activity/cart -- ok -->\n\n  \n***\nCREEPY\nCREEPY",
      [6],
    ],
    [
      "past other suppressions",
      "<!-- creeplint-disable-next-line activity/cart -- ok -->\n<!-- creeplint-disable-next-line activity/visit -- ok -->\nCREEPY CREEPY:activity/visit",
      [],
    ],
    [
      "from a comment of several lines",
      "<!-- creeplint-disable-next-line activity/cart\n -- ok -->\nCREEPY\nCREEPY",
      [4],
    ],
    [
      "CRLF lines",
      "<!-- creeplint-disable-next-line activity/cart -- ok -->\r\nCREEPY\r\nCREEPY",
      [3],
    ],
    ["the whole file", "CREEPY\n<!-- creeplint-disable-file activity/cart -- ok -->\nCREEPY", []],
    [
      "a range",
      "CREEPY\n<!-- creeplint-disable activity/cart -- ok -->\nCREEPY\n<!-- creeplint-enable activity/cart -->\nCREEPY",
      [1, 5],
    ],
    [
      "a range that is ended without a rule",
      "<!-- creeplint-disable activity/cart -- ok -->\nCREEPY\n<!-- creeplint-enable -->\nCREEPY",
      [4],
    ],
    [
      "only the rules that it names",
      "<!-- creeplint-disable-file activity/cart -- ok -->\nCREEPY:activity/visit CREEPY",
      [2],
    ],
    [
      "a family",
      "<!-- creeplint-disable-file activity/* -- ok -->\nCREEPY:activity/visit CREEPY",
      [],
    ],
    ["a rule that is off, at least not needless", "CREEPY", [1]],
  ])("%s", (_, text, kept) => {
    expect(check(text)).toMatchObject({ kept, notices: [] });
  });

  test("two rules in one range may end apart", () => {
    const text = [
      "<!-- creeplint-disable activity/cart, activity/visit -- ok -->",
      "CREEPY CREEPY:activity/visit",
      "<!-- creeplint-enable activity/cart -->",
      "CREEPY CREEPY:activity/visit",
      "<!-- creeplint-enable activity/visit -->",
    ].join("\n");
    expect(check(text)).toEqual({ kept: [4], reasons: ["ok", "ok", "ok"], notices: [] });
  });

  test("the reason goes with the finding", () => {
    const text =
      "CREEPY <!-- creeplint-disable-line activity/cart -- approved by CRM until=2027-01-31 -->";
    expect(check(text)).toEqual({ kept: [], reasons: ["approved by CRM"], notices: [] });
  });
});

describe("what is wrong with a suppression", () => {
  test.each<[string, string, string[]]>([
    [
      "no rule",
      "CREEPY <!-- creeplint-disable-line -- ok -->",
      [
        "The suppression names no rule, so it silences nothing. Write the rule's id before the reason.",
      ],
    ],
    [
      "no reason",
      "CREEPY <!-- creeplint-disable-line activity/cart -->",
      [
        "The suppression gives no reason, so it silences nothing. Write why behind two dashes: activity/cart -- the reason.",
      ],
    ],
    [
      "expired",
      "CREEPY <!-- creeplint-disable-line activity/cart -- ok until=2026-11-24 -->",
      ["The suppression ended on 2026-11-24. Mend the copy, or give a new date."],
    ],
    [
      "not a date",
      "CREEPY <!-- creeplint-disable-line activity/cart -- ok until=2026-02-30 -->",
      ['"2026-02-30" is not a date, so the suppression silences nothing. Write until=YYYY-MM-DD.'],
    ],
    [
      "unknown rule",
      "CREEPY <!-- creeplint-disable-line activity/crat -- ok -->",
      ['The suppression names an unknown rule, "activity/crat". Did you mean "activity/cart"?'],
    ],
  ])("%s: the finding stays", (_, text, notices) => {
    expect(check(text)).toEqual({ kept: [1], reasons: [], notices });
  });

  test.each<[string, string, string[]]>([
    [
      "today is still in time",
      "CREEPY <!-- creeplint-disable-line activity/cart -- ok until=2026-11-25 -->",
      [],
    ],
    [
      "needless",
      "Fine. <!-- creeplint-disable-line activity/cart -- ok -->",
      ['Nothing here needs the suppression of "activity/cart". Remove it.'],
    ],
    [
      "needless at the end of the file",
      "Fine.\n<!-- creeplint-disable-next-line activity/cart -- ok -->",
      ['Nothing here needs the suppression of "activity/cart". Remove it.'],
    ],
    [
      "unclosed",
      "<!-- creeplint-disable activity/cart -- ok -->\nCREEPY",
      [
        'The suppression of "activity/cart" is never closed, so it holds to the end. Write creeplint-enable activity/cart where it should end.',
      ],
    ],
    [
      "closed without a start",
      "Fine.\n<!-- creeplint-enable activity/cart -->",
      ["This ends a suppression that never began. Remove it."],
    ],
  ])("%s", (_, text, notices) => {
    expect(check(text)).toMatchObject({ kept: [], notices });
  });

  test("a suppression of a rule that is off is not called needless", () => {
    const text = "Fine. <!-- creeplint-disable-line activity/cart -- ok -->";
    expect(check(text, ["activity/cart"]).notices).toEqual([]);
  });

  test("naming a related rule beside the rule is no mistake, alone it silences nothing", () => {
    const text = "CREEPY <!-- creeplint-disable-line activity/cart, activity/visit -- ok -->";
    const findings = findingsIn(text).map((one) => ({ ...one, related: ["activity/visit"] }));
    const context = { text, ruleIds: RULES, today: TODAY };
    const both = directivesIn(text);
    expect(silence(findings, both, context)).toMatchObject({ kept: [], notices: [] });
    const related = both.map((one) => ({ ...one, rules: ["activity/visit"] }));
    expect(silence(findings, related, context)).toMatchObject({
      kept: [{ rule: "activity/cart" }],
      notices: [{ code: "suppression-needless", level: "warning", span: { start: 7 } }],
    });
  });

  test("a wall of suppressions takes no more than a moment", () => {
    const text = "<!-- creeplint-disable-next-line activity/cart -- ok -->\n".repeat(20_000);
    const start = performance.now();
    silence([], directivesIn(text), { text, ruleIds: RULES, today: TODAY });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
