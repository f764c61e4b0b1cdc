import type { Field } from "../model/field.ts";
import type { Match, ReadSegment } from "../model/match.ts";
import type { FieldTest, Rule } from "../model/rule.ts";
import type { Guard, Hole } from "../model/segment.ts";

const LETTER = /\p{L}/u;
const HTTP = /^\s*http:/iu;

/** Tests merge fields in links, prose and conditions. */
export function matchFields(read: ReadSegment, rule: Rule): readonly Match[] {
  return rule.fields.flatMap((test) =>
    test.in === "guard" ? matchGuards(read, rule, test) : matchHoles(read, rule, test),
  );
}

function matchHoles(read: ReadSegment, rule: Rule, test: FieldTest): readonly Match[] {
  const { segment } = read;
  const isLink = segment.role === "link";
  if (isLink !== (test.in === "link")) return [];
  if (test.roles !== undefined && !test.roles.includes(segment.role)) return [];
  if (test.scheme !== undefined && !(test.scheme === "http" && HTTP.test(segment.text))) return [];
  const found = segment.holes
    .filter((hole) => test.bare !== true || isBare(hole))
    .flatMap((hole) => {
      const fields = hole.fields.filter((field) => fits(field, test));
      return fields.length === 0 ? [] : [holeMatch(read, rule, { hole, fields })];
    });
  // What is wrong with the scheme is wrong once, however many values the link carries.
  return test.scheme === undefined ? found : found.slice(0, 1);
}

/** Languages that keep their defaults with the audience, outside the template. */
const DEFAULTS_OUTSIDE: ReadonlySet<string> = new Set(["mailchimp", "ads"]);

function isBare({ fallback, language }: Hole): boolean {
  return fallback === undefined && !DEFAULTS_OUTSIDE.has(language);
}

function fits(field: Field, { is, from, sensitive }: FieldTest): boolean {
  if (is !== undefined && !is.includes(field.is)) return false;
  if (from !== undefined && !from.includes(field.from)) return false;
  return sensitive === undefined || field.sensitive === sensitive;
}

function holeMatch(
  read: ReadSegment,
  rule: Rule,
  { hole, fields }: { readonly hole: Hole; readonly fields: readonly Field[] },
): Match {
  const sentence = read.sentences.find(
    ({ span }) => span.start <= hole.at.start && hole.at.end <= span.end,
  );
  return {
    rule,
    part: read.part,
    segment: read.segment,
    ...(sentence === undefined ? {} : { sentence }),
    fields,
    at: hole.at,
    span: hole.span,
    source: fields[0]?.from ?? "unknown",
    precise: false,
  };
}

/**
 * A condition counts where it guards copy; the finding stands on the condition's tag. The other
 * branch is what everybody else sees and gives nobody away.
 */
function matchGuards(read: ReadSegment, rule: Rule, test: FieldTest): readonly Match[] {
  const { segment } = read;
  if (segment.role === "link" || !LETTER.test(segment.text)) return [];
  return segment.guards.flatMap((guard) => {
    if (guard.negated) return [];
    const fields = guard.fields.filter((field) => fits(field, test));
    return fields.length === 0 ? [] : [guardMatch(read, rule, { guard, fields })];
  });
}

function guardMatch(
  read: ReadSegment,
  rule: Rule,
  { guard, fields }: { readonly guard: Guard; readonly fields: readonly Field[] },
): Match {
  return {
    rule,
    part: read.part,
    segment: read.segment,
    fields,
    at: { start: 0, end: read.segment.text.length },
    span: guard.span,
    source: fields[0]?.from ?? "inferred",
    precise: false,
  };
}
