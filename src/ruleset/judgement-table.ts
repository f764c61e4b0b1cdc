import type { Judgement, JudgementData, Weights } from "../model/judgement.ts";
import { type Hash, hashOf } from "../text/hash.ts";

/**
 * Weights as they load fastest: features by the hash of their name, in the order of the hashes, in
 * flat columns. Bytes: the length of the header, the header as JSON, then the columns.
 */
interface Header {
  readonly features: number;
  /** Weights of names, over all features. */
  readonly postings: number;
  readonly accept: number;
  readonly veto: number;
  /** Rule ids; postings name them by index. */
  readonly ids: readonly string[];
}

interface Columns {
  /** First feature of each bucket, by the top bits of `high`; one more at the end. */
  readonly buckets: Uint32Array;
  readonly high: Uint32Array;
  readonly low: Uint32Array;
  /** First posting of each feature; one more at the end. */
  readonly first: Uint32Array;
  /** Weights are hundredths. */
  readonly weights: Int16Array;
  readonly around: Int16Array;
  readonly ordinary: Int16Array;
  readonly postingWeights: Int16Array;
  readonly postingIds: Uint8Array;
}

const BUCKET_BITS = 12;
const BUCKETS = 2 ** BUCKET_BITS;
const HUNDREDTHS = 100;
const ALIGNED = 4;
const LENGTH_BYTES = 4;

/**
 * Writes what was learned as a table.
 * @throws Error where two features share a hash or a weight does not fit
 */
export function packJudgement(data: JudgementData): Uint8Array {
  const rows = rowsOf(data);
  const ids = Object.keys(data.names);
  const { accept, veto } = data;
  const postings = rows.reduce((sum, { names }) => sum + names.length, 0);
  const header: Header = { features: rows.length, postings, accept, veto, ids };
  const text = JSON.stringify(header);
  const head = new TextEncoder().encode(text.padEnd(aligned(text.length)));
  const start = LENGTH_BYTES + head.length;
  const bytes = new Uint8Array(start + sizeOf(header));
  new DataView(bytes.buffer).setUint32(0, head.length, true);
  bytes.set(head, LENGTH_BYTES);
  fill(columnsIn(bytes, start, header), rows);
  return bytes;
}

interface Row extends Hash {
  readonly name: string;
  readonly weight: number;
  readonly around: number;
  readonly ordinary: number;
  /** Index of a rule and its weight. */
  readonly names: readonly (readonly [number, number])[];
}

function rowsOf({ weights, around, ordinary, names }: JudgementData): readonly Row[] {
  const lists = Object.values(names);
  const features = new Set(
    [weights, around, ordinary, ...lists].flatMap((list) => Object.keys(list)),
  );
  const rows = Array.from(features, (name) => ({
    name,
    ...hashOf(name),
    weight: hundredths(weights[name] ?? 0),
    around: hundredths(around[name] ?? 0),
    ordinary: hundredths(ordinary[name] ?? 0),
    names: lists.flatMap((list, id) => {
      const weight = list[name];
      return weight === undefined ? [] : [[id, hundredths(weight)] as const];
    }),
  }));
  rows.sort((a, b) => a.high - b.high || a.low - b.low);
  for (const [at, { name, high, low }] of rows.entries()) {
    const next = rows[at + 1];
    if (next?.high !== high || next.low !== low) continue;
    throw new Error(`The features "${name}" and "${next.name}" share a hash.`);
  }
  return rows;
}

function hundredths(weight: number): number {
  const whole = Math.round(weight * HUNDREDTHS);
  if (whole / HUNDREDTHS !== weight || Math.abs(whole) > 0x7fff) {
    throw new Error(`The weight ${weight} is not a small number of hundredths.`);
  }
  return whole;
}

function fill(columns: Columns, rows: readonly Row[]): void {
  let posting = 0;
  for (const [at, { high, low, weight, around, ordinary, names }] of rows.entries()) {
    columns.high[at] = high;
    columns.low[at] = low;
    columns.weights[at] = weight;
    columns.around[at] = around;
    columns.ordinary[at] = ordinary;
    for (const [id, value] of names) {
      columns.postingIds[posting] = id;
      columns.postingWeights[posting++] = value;
    }
    columns.first[at + 1] = posting;
    columns.buckets[bucketOf(high) + 1] = at + 1;
  }
  // A bucket without features ends where the one before it ends.
  for (let at = 1; at <= BUCKETS; at++) {
    columns.buckets[at] = Math.max(columns.buckets[at] ?? 0, columns.buckets[at - 1] ?? 0);
  }
}

/** Opens a table for looking up; the bytes must not change afterwards. */
export function openJudgement(packed: Uint8Array): Judgement {
  const bytes = packed.byteOffset % ALIGNED === 0 ? packed : packed.slice();
  const start = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  // Written by packJudgement.
  const header = JSON.parse(
    new TextDecoder().decode(bytes.subarray(LENGTH_BYTES, start)),
  ) as Header;
  const columns = columnsIn(bytes, start, header);
  const { accept, veto, ids } = header;
  return {
    weights: weightsIn(columns, columns.weights),
    around: weightsIn(columns, columns.around),
    ordinary: weightsIn(columns, columns.ordinary),
    accept,
    veto,
    names: { ids: new Set(ids), of: (feature) => postingsOf(feature, columns, ids) },
  };
}

function weightsIn(columns: Columns, weights: Int16Array): Weights {
  return (feature) => (weights[find(feature, columns)] ?? 0) / HUNDREDTHS;
}

function postingsOf(feature: string, columns: Columns, ids: readonly string[]) {
  const row = find(feature, columns);
  if (row < 0) return [];
  const postings: (readonly [string, number])[] = [];
  for (let at = columns.first[row] ?? 0; at < (columns.first[row + 1] ?? 0); at++) {
    const id = ids[columns.postingIds[at] ?? 0] ?? "";
    postings.push([id, (columns.postingWeights[at] ?? 0) / HUNDREDTHS]);
  }
  return postings;
}

/** The row of a feature, or -1. */
function find(feature: string, { buckets, high, low }: Columns): number {
  const hash = hashOf(feature);
  const bucket = bucketOf(hash.high);
  const end = buckets[bucket + 1] ?? 0;
  for (let at = buckets[bucket] ?? 0; at < end; at++) {
    if (high[at] === hash.high && low[at] === hash.low) return at;
  }
  return -1;
}

function bucketOf(high: number): number {
  return high >>> (32 - BUCKET_BITS);
}

/** The columns, the widest first so that each is aligned. */
function columnsIn(bytes: Uint8Array, start: number, { features, postings }: Header): Columns {
  let at = bytes.byteOffset + start;
  const column = <T>(make: new (buffer: ArrayBufferLike, at: number, length: number) => T) => {
    return (length: number, width: number): T => {
      const made = new make(bytes.buffer, at, length);
      at += length * width;
      return made;
    };
  };
  const words = column(Uint32Array);
  const halves = column(Int16Array);
  return {
    buckets: words(BUCKETS + 1, 4),
    high: words(features, 4),
    low: words(features, 4),
    first: words(features + 1, 4),
    weights: halves(features, 2),
    around: halves(features, 2),
    ordinary: halves(features, 2),
    postingWeights: halves(postings, 2),
    postingIds: column(Uint8Array)(postings, 1),
  };
}

function sizeOf({ features, postings }: Header): number {
  return (BUCKETS + 1) * 4 + features * 8 + (features + 1) * 4 + features * 6 + postings * 3;
}

function aligned(length: number): number {
  return Math.ceil(length / ALIGNED) * ALIGNED;
}
