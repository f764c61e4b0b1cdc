/** Characters that mean something in a glob or an ignore pattern. */
const SPECIAL = /[\\*?[\]{}()!#+@ ]/gu;
const EDGES = /^\/|\/$/gu;
const LEADING_SLASH = /^\//u;

/**
 * A glob relative to a folder, made relative to an outer one.
 * @param folder path from the outer folder to the inner, with `/`; empty where they are the same
 */
export function rebaseGlob(glob: string, folder: string): string {
  if (folder === "") return glob.startsWith("./") ? glob.slice(2) : glob;
  const negated = glob.startsWith("!");
  const body = negated ? glob.slice(1) : glob;
  return `${negated ? "!" : ""}${escapeSpecial(folder)}/${body.startsWith("./") ? body.slice(2) : body}`;
}

/** The same for a pattern as in .gitignore, which matches at any depth unless it holds a slash. */
export function rebaseIgnore(pattern: string, folder: string): string {
  if (folder === "") return pattern;
  const negated = pattern.startsWith("!");
  const body = negated ? pattern.slice(1) : pattern;
  const anchored = body.replace(EDGES, "").includes("/") || body.startsWith("/");
  const rest = anchored ? body.replace(LEADING_SLASH, "") : `**/${body}`;
  return `${negated ? "!" : ""}/${escapeSpecial(folder)}/${rest}`;
}

function escapeSpecial(path: string): string {
  return path.replace(SPECIAL, "\\$&");
}
