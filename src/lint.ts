import { type Analyzer, createAnalyzer } from "./analyze/analyze.ts";
import { judge } from "./judge/judge.ts";
import { match } from "./match/match.ts";
import { matchPublicPlaces } from "./match/public-place.ts";
import type { Settings } from "./model/config.ts";
import type { Finding } from "./model/finding.ts";
import type { Match, ReadSegment, Weighed } from "./model/match.ts";
import type { Message } from "./model/message.ts";
import type { FileResult, MessageResult } from "./model/result.ts";
import type { Ruleset } from "./model/rule.ts";
import type { Segment } from "./model/segment.ts";
import type { Sentence } from "./model/sentence.ts";
import type { SourceFile } from "./model/source-file.ts";
import { parse } from "./parse/parse.ts";
import { rewrite } from "./rewrite/rewrite.ts";
import { overlap } from "./text/overlap.ts";
import { settingOf } from "./text/rule-setting.ts";
import { scoreOf } from "./weigh/score.ts";
import { silence } from "./weigh/silence.ts";
import { weigh } from "./weigh/weigh.ts";

export { supportedExtensions } from "./parse/choose-format.ts";

export interface LintContext {
  readonly ruleset: Ruleset;
  readonly settings: Settings;
  /** ISO date that suppressions' `until` is compared with. */
  readonly today: string;
}

export interface SourceOptions {
  /** Registry name of the format; by default from the path's extension. */
  readonly format?: string;
  /** 1-based line at which an archive record stands in its file. */
  readonly line?: number;
}

/** What creeplint sees in a message, for `creeplint parse`. */
export interface Inspection {
  readonly message: Message;
  readonly parts: readonly { readonly segment: Segment; readonly sentences: readonly Sentence[] }[];
}

/** Lints one source. Pure: the same text, rules and settings give the same result. */
export async function lintSource(
  source: SourceFile,
  context: LintContext,
  options: SourceOptions = {},
): Promise<FileResult> {
  const { messages, notices } = parseWith(source, context, options);
  const analyzer = await createAnalyzer(context.ruleset.lexicon, context.settings.brand);
  const results = messages.map((message) => lintMessage(message, analyzer, context));
  return {
    path: source.path,
    text: source.text,
    encoding: source.encoding,
    bom: source.bom,
    messages: results.map(({ result }) => result),
    notices: [...notices, ...results.flatMap((one) => one.notices)],
    score: results.map(({ result }) => result.score).reduce(worse, scoreOf([])),
  };
}

/** Parses and analyzes one source without judging it. */
export async function inspectSource(
  source: SourceFile,
  context: LintContext,
  options: SourceOptions = {},
): Promise<readonly Inspection[]> {
  const { messages } = parseWith(source, context, options);
  const analyzer = await createAnalyzer(context.ruleset.lexicon, context.settings.brand);
  return messages.map((message) => ({ message, parts: readSegments(message, analyzer) }));
}

function parseWith(source: SourceFile, { ruleset, settings }: LintContext, options: SourceOptions) {
  const { channel, kind, fields, archive } = settings;
  return parse(source, { channel, kind, fields, archive, lexicon: ruleset.lexicon, ...options });
}

function lintMessage(message: Message, analyzer: Analyzer, context: LintContext) {
  const { ruleset, settings } = context;
  const { rules, judgement } = ruleset;
  const named = rules.filter(({ channels }) => channels.includes(message.channel));
  const read = (segments: readonly ReadSegment[]) => {
    const matches = match(message, segments, rules);
    const judged = judge(message, segments, matches, { rules: named, judgement });
    return weigh(matchPublicPlaces(judged, message, rules), message, settings);
  };
  const found = read(readSegments(message, analyzer));
  // A rewrite mends words; the conditions around them are findings of their own.
  const isClean = (segment: Segment) =>
    read([{ part: 0, segment: { ...segment, guards: [] }, sentences: analyzer(segment) }]).every(
      isInfo,
    );
  const { claims } = settings;
  const rewrites = rewrite(found, { message, claims, read: analyzer, isClean });
  const findings = found.map((weighed, index) => ({
    ...findingOf(weighed, message),
    suggestions: rewrites[index] ?? [],
  }));
  return silenced(message, findings, context);
}

function readSegments(message: Message, analyzer: Analyzer): readonly ReadSegment[] {
  return message.parts.flatMap(({ segments }, part) =>
    segments.map((segment) => ({ part, segment, sentences: analyzer(segment) })),
  );
}

function isInfo({ severity }: Weighed): boolean {
  return severity === "info";
}

function findingOf({ match: lead, severity, others }: Weighed, message: Message): Finding {
  const text = message.parts[lead.part]?.text.slice(lead.span.start, lead.span.end) ?? "";
  const ids = others.map(({ rule }) => rule.id);
  return {
    rule: lead.rule.id,
    related: [...new Set(ids)],
    severity,
    part: lead.part,
    span: lead.span,
    text,
    message: lead.rule.message.replaceAll("{match}", () => text.replace(BLANKS, " ")),
    answers: {
      fact: lead.rule.fact,
      source: lead.source,
      scope: scopeOf(lead),
      context: { kind: message.kind, channel: message.channel },
    },
    branch: lead.segment.guards
      .filter(({ reach, span }) => overlap(reach, lead.span) || span === lead.span)
      .map(({ test, negated }) => (negated ? `not ${test}` : test)),
    suggestions: [],
  };
}

const BLANKS = /\s+/gu;

function scopeOf({ frame, rule }: Match): "individual" | "cluster" | "crowd" {
  if (rule.id.startsWith("crowd/")) return "crowd";
  return frame?.person === "cluster" ? "cluster" : "individual";
}

function silenced(message: Message, findings: readonly Finding[], context: LintContext) {
  const ruleIds = context.ruleset.rules.map(({ id }) => id);
  const off = ruleIds.filter((id) => settingOf(id, context.settings.rules) === "off");
  const parts = message.parts.map(({ text, directives }, part) =>
    silence(
      findings.filter((finding) => finding.part === part),
      directives,
      { text, ruleIds, today: context.today, off },
    ),
  );
  const kept = parts.flatMap((part) => part.kept);
  const result: MessageResult = {
    message,
    findings: kept,
    suppressed: parts.flatMap((part) => part.suppressed),
    score: scoreOf(told(kept)),
  };
  return { result, notices: parts.flatMap((part) => part.notices) };
}

/** The same fact in the text and the HTML part of a message is told once. */
function told(findings: readonly Finding[]): readonly Finding[] {
  const parts = new Map<string, number>();
  return findings.filter(({ rule, text, part }) => {
    const fact = `${rule} ${text.replace(BLANKS, " ").toLowerCase()}`;
    if (!parts.has(fact)) parts.set(fact, part);
    return parts.get(fact) === part;
  });
}

function worse<T extends { readonly value: number }>(a: T, b: T): T {
  return b.value > a.value ? b : a;
}
