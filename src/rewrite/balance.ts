/** Tags, template tags and link targets: what stands in them is no emphasis. */
const CODE =
  /<[^<>]*>|\{%.{0,400}?%\}|\{\{.{0,400}?\}\}|\*\|.{0,400}?\|\*|\]\([^()]*\)|https?:[^\s<>()]+/gu;
const BULLET = /^[ \t>]*[*+-](?=[ \t])/gmu;
const RUN = /\*+|_+|`+|~~/gu;
const BLANK = /^\s?$/u;
const WORD = /[\p{L}\p{N}]/u;
const TAG = /<(\/?)([a-z][\w:-]*)[^<>]*>/giu;
const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/iu;

/** Every mark of emphasis and code that opens in a text closes in it, around some words. */
export function isBalanced(text: string): boolean {
  // A letter stands for the code: a mark beside a tag stands beside a word.
  const words = text.replace(BULLET, "").replace(CODE, "x");
  const open: string[] = [];
  for (const { 0: run, index } of words.matchAll(RUN)) {
    const before = words.charAt(index - 1);
    const after = words.charAt(index + run.length);
    if (run.startsWith("_") && WORD.test(before) && WORD.test(after)) continue;
    const isLeft = !BLANK.test(after);
    const left = BLANK.test(before) ? run : closed(open, run);
    if (left === "") continue;
    if (left.length > 3) return false;
    if (isLeft || !BLANK.test(before)) open.push(left);
  }
  return open.length === 0;
}

/** Closes what a run of marks closes, the innermost first; what is left of the run opens. */
function closed(open: string[], run: string): string {
  let left = run;
  for (let last = open.at(-1); last !== undefined; last = open.at(-1)) {
    if (left === "" || last.charAt(0) !== left.charAt(0)) break;
    const length = Math.min(last.length, left.length);
    left = left.slice(length);
    open.pop();
    if (length < last.length) open.push(last.slice(length));
  }
  return left;
}

/** The tags of a text that open or close something outside of it. */
export function looseTags(text: string): string {
  const open: string[] = [];
  for (const [, slash = "", name = ""] of text.matchAll(TAG)) {
    const tag = name.toLowerCase();
    if (VOID.test(tag)) continue;
    if (slash !== "" && open.at(-1) === tag) open.pop();
    else open.push(slash + tag);
  }
  return open.join(" ");
}
