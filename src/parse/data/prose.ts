const TAG = /\{\{[^{}]*\}\}|[%$#]?\{[^{}]*\}|%(?:\d\$)?[a-z@]|%\(\w+\)s|<[^<>]*>|&#?\w+;/giu;
const ADDRESS = /^\s*(?:https?:|mailto:|[./#]\S*$)/u;
const BLANKS = /\s+/u;
const LETTER = /\p{L}/u;
const WORD = /\p{L}{2}/u;

/** Whether a value of a data file reads like prose: two words or more. */
export function isProse(text: string): boolean {
  if (ADDRESS.test(text)) return false;
  const words = text.slice(0, SAMPLE).replace(TAG, " ").split(BLANKS);
  return (
    words.filter((word) => LETTER.test(word)).length > 1 && words.some((one) => WORD.test(one))
  );
}

/** What a text is shows at its start. */
const SAMPLE = 2000;
