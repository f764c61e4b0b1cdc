import type { ReadSegment } from "../../model/match.ts";
import type { Message } from "../../model/message.ts";
import type { Segment } from "../../model/segment.ts";
import type { Span } from "../../model/span.ts";
import type { NumberChecks } from "./number-checks.ts";

/** A text to look for literal data in, with what stands around it. */
export interface LiteralText {
  readonly text: string;
  readonly isLink: boolean;
  /** The words in front of an offset; those of the cell before where it starts the text. */
  readonly before: (at: number) => string;
  /** Domains that the message links to or has a desk at. */
  readonly ownDomains: () => ReadonlySet<string>;
  readonly checks: NumberChecks;
}

/** A detector of literal personal data: ranges in the text. */
export type Detector = (literal: LiteralText) => readonly Span[];

const LOOK_BACK = 80;
/** What stands farther off in the text before labels nothing. */
const LONGEST_LABEL = 50;

export function literalText(
  { segment, part }: ReadSegment,
  message: Message,
  checks: NumberChecks,
): LiteralText {
  const { text, role } = segment;
  return {
    text,
    isLink: role === "link",
    before: (at) => {
      const near = text.slice(Math.max(0, at - LOOK_BACK), at);
      return at > 3 ? near : `${labelBefore()} ${near}`;
    },
    ownDomains: () => ownDomainsOf(message),
    checks,
  };

  function labelBefore(): string {
    const segments = message.parts[part]?.segments ?? [];
    return labelsOf(segments).get(segment)?.slice(-LONGEST_LABEL) ?? "";
  }
}

const labels = new WeakMap<readonly Segment[], ReadonlyMap<Segment, string>>();

/** The text in front of each text, links left out. */
function labelsOf(segments: readonly Segment[]): ReadonlyMap<Segment, string> {
  const known = labels.get(segments);
  if (known !== undefined) return known;
  const found = new Map<Segment, string>();
  let before = "";
  for (const segment of segments) {
    if (segment.role === "link") continue;
    found.set(segment, before);
    before = segment.text;
  }
  labels.set(segments, found);
  return found;
}

const HOST = /^\s*https?:\/\/([a-z0-9.-]{3,120})/iu;
const domains = new WeakMap<Message, ReadonlySet<string>>();

function ownDomainsOf(message: Message): ReadonlySet<string> {
  const known = domains.get(message);
  if (known !== undefined) return known;
  const links = message.parts
    .flatMap(({ segments }) => segments)
    .filter(({ role }) => role === "link");
  const own = new Set(
    links.flatMap(({ text }) => {
      const host = HOST.exec(text)?.[1];
      return host === undefined ? [] : [domainOf(host)];
    }),
  );
  domains.set(message, own);
  return own;
}

const SECOND_LEVEL = /^(?:co|com|org|net|ac|gov|edu)\.[a-z]{2}$/u;

/** `mail.shop.co.uk` → `shop.co.uk`: who it belongs to. */
export function domainOf(host: string): string {
  const labels = host.toLowerCase().split(".");
  const two = labels.slice(-2).join(".");
  return SECOND_LEVEL.test(two) ? labels.slice(-3).join(".") : two;
}

/** The ranges of all matches of a pattern. */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
}
