const CODES = new Set(
  (
    "aa ab af am an ar as az ba be bg bn bo br bs ca ce co cs cv cy da de dv dz el eo es et eu fa ff " +
    "fi fil fj fo fr fy ga gd gl gn gu ha he hi hr ht hu hy ia id ig is it iu iw ja jp jv ka kk km kn " +
    "ko kr ku ky la lb ln lo lt lv mg mi mk ml mn mr ms mt my nb ne nl nn no ny oc or os pa pl ps pt " +
    "qu rm ro ru rw sa sc sd se si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr " +
    "ts tt ug uk ur uz vi wo xh yi yo zh zu"
  ).split(" "),
);
/** Whether this is the code of a language. */
export function isLanguage(code: string): boolean {
  return code.toLowerCase() === "en" || CODES.has(code.toLowerCase());
}

const SEPARATOR = /[/\\]/u;
const EXTENSION = /\.[a-z]+$/iu;
const WORD = /[._-]/u;
const FOLDER = /^(?:values-)?([a-z]{2,3})(?:[-_](?:r?[a-z]{2}|[a-z]{4}|\d{3}))*(?:\.lproj)?$/iu;

/**
 * Whether a path names a language other than English, which is the only one that rules know:
 * `de.json`, `messages_fr.properties`, `values-es/strings.xml`, `pt-BR/mail.po`.
 */
export function isForeignPath(path: string): boolean {
  const [name = "", ...folders] = path.split(SEPARATOR).toReversed();
  const words = name.replace(EXTENSION, "").toLowerCase().split(WORD);
  // Of `messages.en_GB` the language is the last word but one.
  if (words.slice(-3).some((word) => word === "en")) return false;
  const isNamed = words.slice(-2).some((word) => CODES.has(word));
  return isNamed || folders.slice(0, 2).some((folder) => isForeignFolder(folder));
}

function isForeignFolder(folder: string): boolean {
  return CODES.has(FOLDER.exec(folder)?.[1]?.toLowerCase() ?? "");
}
