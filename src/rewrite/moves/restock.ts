import type { Pieces } from "../draft.ts";
import type { Line } from "../line.ts";
import { definite } from "../products.ts";
import { asSentence, type Variant } from "../variant.ts";
import { say } from "../voice.ts";
import { bestProduct } from "./product.ts";

const DUE = /^inference\/prediction/u;

/** `Your serum should be empty` → `Time for more serum`: what one buys again, and no guess. */
export function offerMore(line: Line): readonly Variant[] {
  if (!line.found.some(({ match }) => DUE.test(match.rule.id))) return [];
  const product = bestProduct(line);
  if (product === undefined || product.determiner !== "your") return [];
  const words: Pieces = product.plural
    ? [say("Stock up on ", line.voice), product.span]
    : [
        say("Reorder ", line.voice),
        ...definite(product).map((one) => (typeof one === "string" ? say(one, line.voice) : one)),
        say(" any time", line.voice),
      ];
  return [
    {
      move: "ask",
      tier: "unsafe",
      reason: "Leaves it to the reader to know when it runs out.",
      pieces: asSentence(line, words, { asks: false }),
      names: [product],
      cost: 3 + Math.min(line.appeal, 3) * 0.8,
    },
  ];
}
