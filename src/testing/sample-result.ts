import { Chalk } from "chalk";
import type { Finding, Suggestion } from "../model/finding.ts";
import { NO_JUDGEMENT } from "../model/judgement.ts";
import type { Message, Part } from "../model/message.ts";
import type { FileResult, MessageResult, RunResult } from "../model/result.ts";
import type { Rule, Ruleset } from "../model/rule.ts";
import type { ReportContext } from "../report/reporter.ts";

const RULE: Rule = {
  id: "watching/noticed",
  severity: "error",
  title: "The sender perceives the reader",
  message: "“{match}” tells the reader that they were watched.",
  why: "Readers accept being served; they do not accept being seen.",
  instead: "Lead with the offer.",
  evidence: ["study"],
  policy: ["code"],
  fact: "interest",
  when: [],
  patterns: [],
  fields: [],
  literals: [],
  unless: [],
  channels: ["email"],
  kinds: ["marketing"],
  rewrite: ["offer-first"],
  flags: [],
  allows: [],
};

const SAMPLE_RULESET: Ruleset = {
  rules: [RULE],
  lexicon: {},
  evidence: { study: { title: "A study", says: "People mind." } },
  policy: { code: { title: "A code", says: "Do not." } },
  judgement: NO_JUDGEMENT,
};

/** A report context without colour, 80 columns wide. */
export function sampleContext(changes: Partial<ReportContext> = {}): ReportContext {
  return {
    paint: new Chalk({ level: 0 }),
    width: 80,
    cwd: "/shop",
    root: "/shop",
    ruleset: SAMPLE_RULESET,
    quiet: false,
    verbose: false,
    failOn: "error",
    output: false,
    ...changes,
  };
}

/** A finding on the first place where `words` stand in `text`. */
export function sampleFinding(
  text: string,
  words: string,
  changes: Partial<Finding> = {},
): Finding {
  const start = text.indexOf(words);
  if (start === -1) throw new Error(`"${words}" is not in the text`);
  return {
    rule: "watching/noticed",
    related: ["inference/interest"],
    likely: [],
    severity: "error",
    part: 0,
    span: { start, end: start + words.length },
    text: words,
    sentence: words,
    message: `“${words}” tells the reader that they were watched.`,
    answers: {
      fact: "interest",
      source: "observed",
      scope: "individual",
      context: { kind: "marketing", channel: "email" },
    },
    branch: [],
    suggestions: [],
    ...changes,
  };
}

/** A suggestion that puts `text` in the place of the finding's words. */
export function sampleSuggestion(
  { span }: Pick<Finding, "span">,
  text: string,
  changes: Partial<Suggestion> = {},
): Suggestion {
  return {
    move: "offer-first",
    tier: "safe",
    reason: "Lead with the offer.",
    edit: { span, text },
    ...changes,
  };
}

export function samplePart(text: string, field?: string): Part {
  return { text, segments: [], directives: [], ...(field === undefined ? {} : { field }) };
}

export function sampleMessage(
  part: Part,
  findings: readonly Finding[],
  changes: Partial<Message> = {},
): MessageResult {
  const message: Message = {
    line: 1,
    channel: "email",
    kind: "marketing",
    parts: [part],
    ...changes,
  };
  const score = findings.length === 0 ? CALM : { value: 62, band: "nosy" as const };
  return { message, findings, suppressed: [], score };
}

const CALM = { value: 0, band: "stranger" } as const;

export function sampleFile(
  path: string,
  text: string,
  messages: readonly MessageResult[],
  notices: FileResult["notices"] = [],
): FileResult {
  const score = messages[0]?.score ?? CALM;
  return { path, text, encoding: "utf-8", bom: false, messages, directives: [], notices, score };
}

/** A run over files, counted. */
export function sampleRun(files: readonly FileResult[]): RunResult {
  const findings = files.flatMap(({ messages }) => messages.flatMap((one) => one.findings));
  const amount = (severity: string) => findings.filter((one) => one.severity === severity).length;
  const failed = files.filter(({ notices }) => notices.some(({ level }) => level === "error"));
  return {
    files,
    counts: {
      files: files.length,
      messages: files.flatMap(({ messages }) => messages).length,
      errors: amount("error"),
      warnings: amount("warning"),
      infos: amount("info"),
      failed: failed.length,
      unread: 0,
      noticed: 0,
      score: Math.max(0, ...files.map(({ score }) => score.value)),
    },
  };
}
