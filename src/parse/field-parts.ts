const CAMEL = /(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu;
const WORD = /\p{L}+|\d+/gu;

/** The words of a variable's name, in lower case: `event.ProductName` → event, product, name. */
export function fieldParts(name: string): readonly string[] {
  return (name.replace(CAMEL, " ").match(WORD) ?? []).map((part) => part.toLowerCase());
}
