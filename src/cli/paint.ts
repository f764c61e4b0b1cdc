import { Chalk, type ChalkInstance } from "chalk";
import type { CommonFlags } from "./flags.ts";
import type { ColourLevel, Io } from "./io.ts";

/** Colour as `--color` and `--no-color` say, or else as the output can show. */
export function paintFor({ color }: CommonFlags, io: Io): ChalkInstance {
  return new Chalk({ level: levelFor(color, io.colour) });
}

function levelFor(color: boolean | undefined, detected: ColourLevel): ColourLevel {
  if (color === undefined) return detected;
  if (!color) return 0;
  return detected === 0 ? 1 : detected;
}
