import type { ChalkInstance } from "chalk";
import type { Band, Score } from "../model/result.ts";

const STEPS = 24;

/** `stranger ━━━━━━━━●─────── stalker  62 of 100, nosy`. */
export function meter({ value, band }: Score, paint: ChalkInstance): string {
  const at = Math.round((Math.min(Math.max(value, 0), 100) / 100) * STEPS);
  const tone = toneOf(band, paint);
  const bar = `${tone(`${"━".repeat(at)}●`)}${paint.dim("─".repeat(STEPS - at))}`;
  return `${paint.dim("stranger")} ${bar} ${paint.dim("stalker")}  ${tone(wording(value, band))}`;
}

function wording(value: number, band: Band): string {
  return `${Math.round(value)} of 100, ${band}`;
}

function toneOf(band: Band, paint: ChalkInstance): ChalkInstance {
  const tones: Record<Band, ChalkInstance> = {
    stranger: paint.green,
    acquaintance: paint.cyan,
    nosy: paint.yellow,
    stalker: paint.red,
  };
  return tones[band];
}
