import type { Segment } from "../model/segment.ts";
import { type Draft, proseOf } from "./draft.ts";
import type { Proposal } from "./propose.ts";

const STOP = /[.!?…]["”’)]?\s*$/u;
const ROOMY: ReadonlySet<string> = new Set(["body", "description"]);

/**
 * A proposal with a crowd behind it: the first claim that the config vouches for, said after the
 * offer. Without a claim there is none, since a crowd must never be invented.
 */
export function withCrowd(
  { text, role }: Segment,
  proposal: Proposal | undefined,
  claims: readonly string[],
): Proposal | undefined {
  const claim = claims[0]?.trim();
  if (claim === undefined || claim === "" || proposal === undefined || !ROOMY.has(role)) {
    return undefined;
  }
  const said = proseOf(text, proposal.draft.pieces);
  if (said.trim() === "") return undefined;
  const words = `${STOP.test(said) ? " " : ". "}${claim}${STOP.test(claim) ? "" : "."}`;
  const draft: Draft = { ...proposal.draft, pieces: [...proposal.draft.pieces, words] };
  return {
    ...proposal,
    draft,
    move: "crowd",
    tier: "unsafe",
    reason: "Puts a crowd behind the offer, in words that your config vouches for.",
  };
}
