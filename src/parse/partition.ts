/**
 * How many items at the front of a list fulfil a test that no later item fulfils: a binary search
 * in a list that is ordered by it.
 */
export function countLeading<T>(items: readonly T[], test: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const item = items[middle];
    if (item !== undefined && test(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}
