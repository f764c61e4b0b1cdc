import type { Suggestion } from "../model/finding.ts";
import type { Weighed } from "../model/match.ts";
import type { RewriteContext } from "./context.ts";

const LIQUID = /^(\{\{-?\s*)(.*?)(\s*-?\}\})$/su;
const MAILCHIMP = /^\*\|[A-Z0-9_]+\|\*$/u;

/** Gives a merge field a text for readers of whom nothing is known, in its own language. */
export function addFallback(
  { match }: Weighed,
  { message }: RewriteContext,
): readonly Suggestion[] {
  if (match.rule.id !== "exposure/missing-fallback") return [];
  const hole = match.segment.holes.find(({ span }) => span.start === match.span.start);
  const tag = message.parts[match.part]?.text.slice(match.span.start, match.span.end) ?? "";
  if (hole === undefined || MAILCHIMP.test(tag)) return [];
  const parts = LIQUID.exec(tag);
  if (hole.language !== "liquid" || parts === null || (parts[2] ?? "").includes("{")) return [];
  return [
    {
      move: "drop",
      tier: "manual",
      reason: "Says something where the field is empty; choose words that fit.",
      edit: { span: match.span, text: `${parts[1]}${parts[2]} | default: "there"${parts[3]}` },
    },
  ];
}
