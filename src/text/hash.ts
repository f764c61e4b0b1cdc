/** 64 bits that stand for a string, as two unsigned halves. */
export interface Hash {
  readonly high: number;
  readonly low: number;
}

/** A fast hash of a string's UTF-16 code units (cyrb53's mixing, with both halves kept). */
export function hashOf(text: string): Hash {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  const low = mix(a, b);
  return { low, high: mix(b, low) };
}

function mix(a: number, b: number): number {
  const once = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  return (once ^ (once >>> 16)) >>> 0;
}
