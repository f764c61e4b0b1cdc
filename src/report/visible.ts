// Copy and file names come from others: nothing in them may steer the terminal or reorder a line.
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROL = /[\u0000-\u001f\u007f]/gu;
const HIDDEN =
  /[\u0080-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]|\p{Surrogate}/gu;
const BLANKS = /[\t\n\r ]+/gu;
const PICTURES = 0x2400;
const DELETE = 0x7f;
const DELETE_PICTURE = "\u2421";

/** Shows control characters as pictures (`␛`) and hidden or bidirectional marks as `‹U+202E›`. */
export function visible(text: string): string {
  return text
    .replace(CONTROL, (char) => picture(char.charCodeAt(0)))
    .replace(
      HIDDEN,
      (char) => `‹U+${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}›`,
    );
}

/** The same on one line: runs of blanks and line breaks become one blank. */
export function visibleLine(text: string): string {
  return visible(text.replace(BLANKS, " ").trim());
}

function picture(code: number): string {
  return code === DELETE ? DELETE_PICTURE : String.fromCharCode(PICTURES + code);
}
