import type { Field } from "../model/field.ts";
import type { Match, ReadSegment } from "../model/match.ts";
import type { Channel, Message } from "../model/message.ts";
import type { FieldTest, Rule } from "../model/rule.ts";
import type { Guard, Hole, Segment } from "../model/segment.ts";

const LETTER = /\p{L}/u;
const HTTP = /^\s*http:/iu;

/** Tests merge fields in links, prose and conditions. */
export function matchFields(
  read: ReadSegment,
  rule: Rule,
  { channel }: Pick<Message, "channel">,
): readonly Match[] {
  const place = PUBLIC.has(channel) ? "subject" : read.segment.role;
  return rule.fields.flatMap((test) => {
    if (test.in === "guard") return matchGuards(read, rule, test);
    const isHere =
      test.roles === undefined ||
      [place, read.segment.role].some((role) => test.roles?.includes(role));
    return isHere ? matchHoles(read, rule, test) : [];
  });
}

/** Channels that show on a locked screen what a mail shows in its subject. */
const PUBLIC: ReadonlySet<Channel> = new Set(["push", "sms"]);

function matchHoles(read: ReadSegment, rule: Rule, test: FieldTest): readonly Match[] {
  const { segment } = read;
  const isLink = segment.role === "link";
  if (isLink !== (test.in === "link")) return [];
  // What is behind the mark never leaves the page.
  if (isLink && segment.text.startsWith("#")) return [];
  if (test.scheme !== undefined && !(test.scheme === "http" && HTTP.test(segment.text))) return [];
  const found = segment.holes
    .filter((hole) => test.bare !== true || isBare(hole, segment))
    .filter((hole) => !isCorrespondent(hole, segment))
    .flatMap((hole) => {
      const fields = hole.fields.filter((field) => fits(field, test));
      return fields.length === 0 ? [] : [holeMatch(read, rule, { hole, fields })];
    });
  // What is wrong with the scheme is wrong once, however many values the link carries.
  return test.scheme === undefined ? found : found.slice(0, 1);
}

const MAILTO = /^\s*mailto:[^?]*$/iu;
const OTHERS =
  /invit|from|sender|agent|support|reply|owner|donat|author|seller|host|admin|staff|report|merchant|vendor|friend|referr|team|organi|creator|manager|trainer|coach|doctor/iu;

/** Whom a mail is to be written to, where that is somebody else than the reader. */
function isCorrespondent({ at, fields }: Hole, { role, text }: Segment): boolean {
  return (
    role === "link" &&
    MAILTO.test(text.slice(0, at.start)) &&
    fields.some(({ name }) => OTHERS.test(name))
  );
}

/** Languages that keep their defaults with the audience, outside the template. */
const DEFAULTS_OUTSIDE: ReadonlySet<string> = new Set(["mailchimp", "ads"]);

function isBare({ fallback, language, fields }: Hole, { guards }: Segment): boolean {
  if (fallback !== undefined || DEFAULTS_OUTSIDE.has(language)) return false;
  // A condition on the field itself: nothing is printed where it is empty.
  const asked = new Set(guards.flatMap((guard) => guard.fields.flatMap(({ name }) => steps(name))));
  // `{{#with user}}{{first_name}}` and `{{user.first_name}}` are one field.
  return !fields.some(({ name }) => asked.has(steps(name).at(-1) ?? ""));
}

function steps(name: string): readonly string[] {
  return name.toLowerCase().split(".");
}

function fits(field: Field, { is, from, sensitive, named, unnamed }: FieldTest): boolean {
  if (is !== undefined && !is.includes(field.is)) return false;
  if (from !== undefined && !from.includes(field.from)) return false;
  const name = field.name.toLowerCase();
  if (named !== undefined && !named.some((word) => name.includes(word))) return false;
  if (unnamed?.some((word) => name.includes(word))) return false;
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

/** `not x`, `!x`, `x == false`: shown to everybody but them. */
const NEGATION =
  /^\s*\(?(?:not\b|!)\s*\(?[\w.$@>-]+\)*\s*$|^[^&|]*(?:==?=?|\beq\b)\s*(?:false|0|no|n|nil|null|none|blank|empty|"(?:false|no|n|0|)"|'(?:false|no|n|0|)')\s*$/iu;

/**
 * A condition counts where it guards copy; the finding stands on the condition's tag. The other
 * branch is what everybody else sees and gives nobody away.
 */
function matchGuards(read: ReadSegment, rule: Rule, test: FieldTest): readonly Match[] {
  const { segment } = read;
  if (segment.role === "link" || !LETTER.test(segment.text)) return [];
  return segment.guards.flatMap((guard) => {
    const fields = guard.negated ? [] : guard.fields.filter((field) => fits(field, test));
    // What somebody has not done was watched as well.
    const isOther = NEGATION.test(guard.test) && !fields.some(({ from }) => from === "observed");
    return fields.length === 0 || isOther ? [] : [guardMatch(read, rule, { guard, fields })];
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
