import type { Line } from "../line.ts";
import { asSentence, type Variant } from "../variant.ts";
import { say } from "../voice.ts";
import { bestProduct } from "./product.ts";

const CART = /^(?:activity\/cart|retargeting)/u;

/** Help for somebody who has not decided, where the copy names no thing. */
export function offerHelp(line: Line): readonly Variant[] {
  if (!line.found.some(({ match }) => CART.test(match.rule.id))) return [];
  if (bestProduct(line) !== undefined) return [];
  return [
    {
      move: "service-help",
      tier: "unsafe",
      reason: "Offers help and does not say why.",
      pieces: asSentence(line, [say("Questions before you buy? We're here to help", line.voice)], {
        asks: false,
      }),
      names: [],
      cost: 4 + Math.min(line.appeal, 3) * 0.8,
    },
  ];
}
