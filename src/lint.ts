import { type Analyzer, createAnalyzer } from "./analyze/analyze.ts";
import { inFile, noticeInFile } from "./embed/in-file.ts";
import { judge } from "./judge/judge.ts";
import { loadNumberChecks, type NumberChecks } from "./match/literals/number-checks.ts";
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
import { openContainer } from "./parse/choose-format.ts";
import { parse, prepareParsing } from "./parse/parse.ts";
import { blankOut } from "./parse/text-comments.ts";
import { rewrite } from "./rewrite/rewrite.ts";
import { overlap } from "./text/overlap.ts";
import { settingOf } from "./text/rule-setting.ts";
import { scoreOf } from "./weigh/score.ts";
import { type SilenceContext, silence } from "./weigh/silence.ts";
import { silenceFile } from "./weigh/silence-file.ts";
import { told } from "./weigh/told.ts";
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
  /** The file was found in a folder, not named: it is read only where it looks like a message. */
  readonly found?: boolean;
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
  const { messages, comments, directives, notices } = await parseWith(source, context, options);
  const analyzer = await createAnalyzer(context.ruleset.lexicon, context.settings.brand);
  const parts = messages.flatMap((message) => message.parts);
  const checks = await loadNumberChecks(parts.map(({ text }) => text));
  const tools: Tools = { analyzer, checks };
  const linted = messages.map((message) => lintMessage(message, tools, context));
  const placed = linted.map(({ result }) => inFile(result, source.text));
  const uncommented = directives.length === 0 ? "" : blankOut(source.text, comments);
  const silenced = silenceFile(placed, directives, silenceContext(uncommented, context));
  const results = silenced.results.map((result) => ({
    ...result,
    score: scoreOf(told(result.findings)),
  }));
  return {
    path: source.path,
    text: source.text,
    encoding: source.encoding,
    bom: source.bom,
    messages: results,
    directives,
    notices: [...notices, ...linted.flatMap((one) => one.notices), ...silenced.notices],
    score: results.map(({ score }) => score).reduce(worse, scoreOf([])),
  };
}

/** Parses and analyzes one source without judging it. */
export async function inspectSource(
  source: SourceFile,
  context: LintContext,
  options: SourceOptions = {},
): Promise<readonly Inspection[]> {
  const { messages } = await parseWith(source, context, options);
  const analyzer = await createAnalyzer(context.ruleset.lexicon, context.settings.brand);
  return messages.map((message) => ({ message, parts: readSegments(message, analyzer) }));
}

async function parseWith(
  source: SourceFile,
  { ruleset, settings }: LintContext,
  options: SourceOptions,
) {
  await prepareParsing(source, options);
  const { channel, kind, fields, archive } = settings;
  const container = await openContainer(source.path, options.format);
  const { lexicon } = ruleset;
  return parse(source, { channel, kind, fields, archive, lexicon, container, ...options });
}

interface Tools {
  readonly analyzer: Analyzer;
  readonly checks: NumberChecks;
}

function lintMessage(message: Message, { analyzer, checks }: Tools, context: LintContext) {
  const { ruleset, settings } = context;
  const { rules, judgement } = ruleset;
  const named = rules.filter(({ channels }) => channels.includes(message.channel));
  const read = (segments: readonly ReadSegment[]) => {
    const matches = match(message, segments, rules, checks);
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
  const named = (asides: boolean) => [
    ...new Set(others.filter(({ aside = false }) => aside === asides).map(({ rule }) => rule.id)),
  ];
  const related = named(false);
  return {
    rule: lead.rule.id,
    related,
    likely: named(true).filter((id) => !related.includes(id)),
    severity,
    part: lead.part,
    span: lead.span,
    text,
    sentence: lead.sentence?.text ?? lead.segment.text,
    message: lead.rule.message
      .replaceAll("{match}", () => text.replace(BLANKS, " "))
      .replaceAll("{copy}", () => shortened(lead.segment.text.slice(lead.at.start, lead.at.end))),
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
const LONGEST_COPY = 60;
const LAST_WORD = /\s\S*$/u;

/** The first words of a longer text. */
function shortened(text: string): string {
  return text.length <= LONGEST_COPY
    ? text
    : `${text.slice(0, LONGEST_COPY).replace(LAST_WORD, "")}…`;
}

function scopeOf({ frame, rule }: Match): "individual" | "cluster" | "crowd" {
  if (rule.id.startsWith("crowd/")) return "crowd";
  return frame?.person === "cluster" ? "cluster" : "individual";
}

function silenced(message: Message, findings: readonly Finding[], context: LintContext) {
  const parts = message.parts.map((part, index) => {
    const own = findings.filter((finding) => finding.part === index);
    const { notices, ...rest } = silence(own, part.directives, silenceContext(part.text, context));
    return { ...rest, notices: notices.map((notice) => noticeInFile(notice, part)) };
  });
  const result: Omit<MessageResult, "score"> = {
    message,
    findings: parts.flatMap(({ kept }) => kept),
    suppressed: parts.flatMap(({ suppressed }) => suppressed),
  };
  return { result, notices: parts.flatMap(({ notices }) => notices) };
}

function silenceContext(text: string, { ruleset, settings, today }: LintContext): SilenceContext {
  const ruleIds = ruleset.rules.map(({ id }) => id);
  const off = ruleIds.filter((id) => settingOf(id, settings.rules) === "off");
  return { text, ruleIds, today, off };
}

function worse<T extends { readonly value: number }>(a: T, b: T): T {
  return b.value > a.value ? b : a;
}
