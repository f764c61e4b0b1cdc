// XML 1.0 has no way to write these, not even as references; half a surrogate pair is no text.
const ILLEGAL =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
const SPECIAL = /[&<>"'\t\n\r]/gu;

const REFERENCES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // A parser would read these as blanks in an attribute.
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** Text as it stands in XML, in an attribute or between tags. */
export function xmlText(text: string): string {
  return text.replace(ILLEGAL, "\ufffd").replace(SPECIAL, (char) => REFERENCES[char] ?? char);
}

/** `<name a="…">children</name>`; children are XML already. */
export function xmlElement(
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  children: string = "",
): string {
  const list = Object.entries(attributes).map(([key, value]) => ` ${key}="${xmlText(`${value}`)}"`);
  const open = `<${name}${list.join("")}`;
  return children === "" ? `${open}/>` : `${open}>${children}</${name}>`;
}

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
