import type { Directive } from "../model/directive.ts";
import type { Finding, SuppressedFinding } from "../model/finding.ts";
import type { Notice } from "../model/notice.ts";
import { didYouMean } from "../text/nearest.ts";
import { problemOf, warning } from "./directive-problem.ts";
import { reachOf } from "./reach.ts";

export interface SilenceContext {
  /** The text in which spans are: the part's, or the file's. */
  readonly text: string;
  readonly ruleIds: readonly string[];
  /** ISO date. */
  readonly today: string;
  /** Rules that are switched off: a suppression of one is not called needless. */
  readonly off?: readonly string[];
  /** Other places at which a suppression covers a finding as well. */
  readonly anchorOf?: (finding: Finding) => number | undefined;
}

interface Silenced {
  readonly kept: readonly Finding[];
  readonly suppressed: readonly SuppressedFinding[];
  /** What is wrong with the suppressions, in the order of the text. */
  readonly notices: readonly Notice[];
}

/** Beyond this, a text is made to stall: the work grows with suppressions times findings. */
const MAX_DIRECTIVES = 1000;

/** A rule id or `family/*` of a directive that is in order. */
interface Suppression {
  readonly name: string;
  readonly directive: Directive;
  readonly covers: (offset: number) => boolean;
}

/** Takes away the findings in one text that its directives cover, and says what is wrong with them. */
export function silence(
  findings: readonly Finding[],
  written: readonly Directive[],
  context: SilenceContext,
): Silenced {
  if (written.length === 0) return { kept: findings, suppressed: [], notices: [] };
  const directives = written.slice(0, MAX_DIRECTIVES);
  const problems = directives.flatMap((directive) => problemOf(directive, context.today) ?? []);
  const sound = directives.filter((one) => problemOf(one, context.today) === undefined);
  const { reaches, notices: rangeNotices } = reachOf(sound, directives, context.text);
  const suppressions = reaches.flatMap(({ directive, covers }) =>
    directive.rules.map((name) => ({ name, directive, covers })),
  );
  const known = suppressions.filter(({ name }) => isKnown(name, context.ruleIds));
  const used = new Set<Suppression>();
  const kept: Finding[] = [];
  const suppressed: SuppressedFinding[] = [];
  for (const finding of findings) {
    const anchor = context.anchorOf?.(finding) ?? finding.span.start;
    const over = known.filter(({ covers }) => covers(finding.span.start) || covers(anchor));
    const first = over.find(({ name }) => names(name, finding.rule));
    if (first === undefined) kept.push(finding);
    else suppressed.push({ ...finding, by: "directive", reason: first.directive.reason });
    // Related rules went with the finding: naming them as well is no mistake.
    const gone = first === undefined ? [] : [finding.rule, ...finding.related, ...finding.likely];
    for (const one of over) if (gone.some((id) => names(one.name, id))) used.add(one);
  }
  const unknown = suppressions.filter((one) => !known.includes(one));
  const needless = known.filter((one) => !used.has(one) && !isOff(one.name, context));
  const notices = [
    ...problems,
    ...rangeNotices,
    ...unknown.map((one) => unknownNotice(one, context.ruleIds)),
    ...needless.map(needlessNotice),
  ];
  return { kept, suppressed, notices: notices.sort(byPlace) };
}

function isKnown(name: string, ruleIds: readonly string[]): boolean {
  return ruleIds.some((id) => names(name, id));
}

/** Whether a rule id or `family/*` stands for a rule. */
function names(name: string, id: string): boolean {
  return name === id || (name.endsWith("/*") && id.startsWith(name.slice(0, -1)));
}

function isOff(name: string, { ruleIds, off = [] }: SilenceContext): boolean {
  return ruleIds.filter((id) => names(name, id)).every((id) => off.includes(id));
}

function unknownNotice({ name, directive }: Suppression, ruleIds: readonly string[]): Notice {
  const message = `The suppression names an unknown rule, "${name}".`;
  return warning("suppression-unknown", directive, { message, hint: didYouMean(name, ruleIds) });
}

function needlessNotice({ name, directive }: Suppression): Notice {
  return warning("suppression-needless", directive, {
    message: `Nothing here needs the suppression of "${name}".`,
    hint: "Remove it.",
  });
}

function byPlace(a: Notice, b: Notice): number {
  return (a.span?.start ?? 0) - (b.span?.start ?? 0);
}
