import { oddsOf } from "../src/judge/judge.ts";
import type { Judgement, JudgementData } from "../src/model/judgement.ts";
import { openJudgement, packJudgement } from "../src/ruleset/judgement-table.ts";
import type { Labelled } from "./samples.ts";

type Learn = (from: readonly Labelled[]) => JudgementData;

/** Learns without one trade after the other and prints what is found in it. */
export function holdOutTrades(samples: readonly Labelled[], learn: Learn): void {
  const trades = [...new Set(samples.map(({ file }) => file))].filter(
    (name) => name.startsWith("train-") && !name.includes("clean"),
  );
  const rows = trades.map((trade) => {
    const judgement = learn(samples.filter(({ file }) => file !== trade));
    const row = rate(
      samples.filter(({ file }) => file === trade),
      judgement,
    );
    console.log(trade.padEnd(22), shown(row));
    return row;
  });
  const sum = rows.reduce(
    (total, row) => total.map((each, at) => each + (row[at] ?? 0)),
    [0, 0, 0],
  );
  console.log("mean".padEnd(22), shown(sum.map((each) => each / rows.length)));
}

function shown([f1 = 0, at95 = 0, at97 = 0]: readonly number[]): string {
  return `best F1 ${f1.toFixed(3)}   recall at precision 0.95 ${at95.toFixed(3)}   at 0.97 ${at97.toFixed(3)}`;
}

/** Best F1, and the recall at the lowest limit that keeps a precision. */
function rate(held: readonly Labelled[], learned: JudgementData): readonly number[] {
  const rows = rank(held, openJudgement(packJudgement(learned)));
  const all = rows.filter(({ flag }) => flag).length;
  const best = [0, 0, 0];
  let right = 0;
  for (const [at, { flag }] of rows.entries()) {
    if (flag) right++;
    const precision = right / (at + 1);
    const recall = right / all;
    best[0] = Math.max(best[0] ?? 0, (2 * precision * recall) / (precision + recall));
    if (precision >= 0.95) best[1] = recall;
    if (precision >= 0.97) best[2] = recall;
  }
  return best;
}

/** The cases by their most telling sentence, the creepiest first. */
function rank(held: readonly Labelled[], { weights, around }: Judgement) {
  return held
    .map(({ flag, sentences }) => ({
      flag,
      odds: Math.max(
        -9,
        ...sentences.map(
          ({ features, window }) => (oddsOf(features, weights) + oddsOf(window, around)) / 2,
        ),
      ),
    }))
    .sort((a, b) => b.odds - a.odds);
}
