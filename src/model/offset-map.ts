/**
 * Where each stretch of prose came from. Runs are ordered and cover the prose without gaps.
 * `copy`: character for character. `whole`: the stretch stands for the source range as one
 * (a decoded entity, a placeholder, a collapsed blank) and cannot be split.
 */
export interface Run {
  readonly prose: number;
  readonly length: number;
  readonly source: number;
  readonly sourceLength: number;
  readonly kind: "copy" | "whole";
}

/** Prose offsets to source offsets. All offsets are UTF-16 code units. */
export interface OffsetMap {
  readonly runs: readonly Run[];
}
