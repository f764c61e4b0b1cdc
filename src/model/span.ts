/** A half-open range of UTF-16 code units: `text.slice(start, end)` is what it names. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A place for people: both numbers count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
