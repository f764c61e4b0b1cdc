/** One training sample: the names of the features that are on, each once. */
export interface Sample {
  readonly features: readonly string[];
  readonly positive: boolean;
  /** How much it counts. */
  readonly weight: number;
}

export interface TrainingOptions {
  readonly l1: number;
  readonly l2: number;
  readonly epochs: number;
  /** Features of fewer samples are left out. */
  readonly atLeast: number;
}

const RATE = 0.1;
const SMOOTHING = 1;

/**
 * Logistic regression over on/off features by FTRL-Proximal (McMahan et al. 2013, "Ad click
 * prediction: a view from the trenches"), which leaves most weights at exactly zero. The order of
 * samples is shuffled from a fixed seed, so that the same cases give the same weights.
 */
export function trainWeights(
  samples: readonly Sample[],
  options: TrainingOptions,
): ReadonlyMap<string, number> {
  const index = indexFeatures(samples, options.atLeast);
  const rows = samples.map(({ features, positive, weight }) => ({
    on: features.flatMap((name) => index.get(name) ?? []),
    label: positive ? 1 : 0,
    weight,
  }));
  const state = { z: new Float64Array(index.size), n: new Float64Array(index.size) };
  const random = seeded(1);
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    shuffle(rows, random);
    for (const row of rows) learn(row, state, options);
  }
  const learned = Array.from(index, ([name, at]) => [name, weightAt(at, state, options)] as const);
  return new Map(learned.filter(([, weight]) => weight !== 0));
}

interface State {
  readonly z: Float64Array;
  readonly n: Float64Array;
}

interface Row {
  readonly on: readonly number[];
  readonly label: number;
  readonly weight: number;
}

function learn({ on, label, weight }: Row, state: State, options: TrainingOptions): void {
  const weights = on.map((at) => weightAt(at, state, options));
  const odds = weights.reduce((sum, each) => sum + each, 0);
  const gradient = (1 / (1 + Math.exp(-odds)) - label) * weight;
  for (const [k, at] of on.entries()) {
    const n = state.n[at] ?? 0;
    const sigma = (Math.sqrt(n + gradient * gradient) - Math.sqrt(n)) / RATE;
    state.z[at] = (state.z[at] ?? 0) + gradient - sigma * (weights[k] ?? 0);
    state.n[at] = n + gradient * gradient;
  }
}

function weightAt(at: number, { z, n }: State, { l1, l2 }: TrainingOptions): number {
  const pull = z[at] ?? 0;
  if (Math.abs(pull) <= l1) return 0;
  return -(pull - Math.sign(pull) * l1) / ((SMOOTHING + Math.sqrt(n[at] ?? 0)) / RATE + l2);
}

function indexFeatures(samples: readonly Sample[], atLeast: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { features } of samples) {
    for (const name of features) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const kept = [...counts].filter(([, count]) => count >= atLeast);
  return new Map(kept.map(([name], at) => [name, at]));
}

/** A linear congruential generator (Numerical Recipes): numbers from 0 up to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

function shuffle(rows: Row[], random: () => number): void {
  for (let at = rows.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    const [a, b] = [rows[at], rows[other]];
    if (a !== undefined && b !== undefined) {
      rows[at] = b;
      rows[other] = a;
    }
  }
}
