import type { Move } from "../../model/rule.ts";
import type { Line } from "../line.ts";
import type { Variant } from "../variant.ts";
import { cutAddress } from "./address.ts";
import { cutClauses } from "./clauses.ts";
import { nameCluster } from "./cluster.ts";
import { announce } from "./event.ts";
import { useFallback } from "./fallback-words.ts";
import { offerHelp } from "./help.ts";
import { cutOpener } from "./opener.ts";
import { presentProduct } from "./product.ts";
import { promote } from "./promote.ts";
import { cutRelatives } from "./relative.ts";
import { offerMore } from "./restock.ts";

/** A move reads one sentence and gives ways to say it without the telling. */
export type MoveMaker = (line: Line) => readonly Variant[];

export const moves: readonly MoveMaker[] = [
  cutClauses,
  cutRelatives,
  cutOpener,
  cutAddress,
  promote,
  useFallback,
  nameCluster,
  presentProduct,
  announce,
  offerMore,
  offerHelp,
];

/** What a move costs in the order that a rule prefers. */
export function rankOf(move: Move, preferred: readonly Move[]): number {
  const index = preferred.indexOf(move);
  return index < 0 ? preferred.length : index;
}
