import { basename, dirname, extname } from "node:path/posix";
import type { Channel, Kind } from "../model/message.ts";

/** Words in names of files and folders that tell why or how a message is sent. */
const KIND_WORDS: readonly (readonly [Kind, readonly string[]])[] = [
  [
    "transactional",
    ["receipt", "invoice", "order-confirmation", "shipping", "shipped", "delivery", "refund"],
  ],
  ["transactional", ["transactional", "booking", "ticket"]],
  ["service", ["password", "verify", "verification", "security", "sign-in", "service"]],
  ["recap", ["recap", "year-in-review", "wrapped"]],
];
const CHANNEL_WORDS: readonly (readonly [Channel, readonly string[]])[] = [
  ["push", ["push"]],
  ["sms", ["sms"]],
  ["ad", ["ads"]],
  ["web", ["landing", "banner"]],
];

/** Files about the folder itself, such as a README: text, but no copy. */
const NOTES =
  /^(?:agents|authors|changelog|claude|code_of_conduct|contributing|humans|license|llms|notice|readme|requirements|robots|security|todo)\.(?:md|markdown|txt)$/iu;

/** A commented config for a folder that holds these paths (relative, `/` as separator). */
export function configFor(found: readonly string[]): string {
  const paths = found.filter((path) => !NOTES.test(basename(path)));
  const notes = found.filter((path) => NOTES.test(basename(path)));
  const overrides = [
    ...overridesFor(paths, CHANNEL_WORDS, "channel"),
    ...overridesFor(paths, KIND_WORDS, "kind"),
  ];
  return `# How creeplint reads the copy in this folder.

# Stop here: configs in the folders above do not count.
root: true

# Which files hold copy.
${filesSection(paths, notes)}
# What most of it is. Channels: email, ad, push, sms, web.
# Kinds: marketing, transactional (receipts), service (security, account), recap (year in review).
channel: email
kind: marketing

# creeplint:recommended, :strict (every finding is an error) or :relaxed (regular customers expect more).
extends: creeplint:recommended

# Messages of another kind or channel.
${overrides.length === 0 ? EXAMPLE_OVERRIDE : `overrides:\n${overrides.join("")}`}
# Your names, so that “Acme noticed…” reads like “we noticed…”.
# brand: [Acme]

# Figures that are true, which a rewrite may use.
# claims: ["Loved by 12,000 gardeners"]

# One rule, more or less strict: error, warning, info or off.
# rules:
#   activity/cart: info
`;
}

const EXAMPLE_OVERRIDE = `# overrides:
#   - files: ["receipts/**"]
#     kind: transactional
`;

/** Every kind of file that is there, less the notes among them. */
function filesSection(paths: readonly string[], notes: readonly string[]): string {
  const extensions = distinct(paths.map((path) => extname(path)));
  if (extensions.length === 0) return '# files: ["**/*.html"]\n';
  const read = new Set(extensions);
  const names = distinct(notes.map((path) => basename(path)));
  const globs = [
    ...extensions.map((extension) => `**/*${extension}`),
    ...names.filter((name) => read.has(extname(name))).map((name) => `!**/${name}`),
  ];
  return `files:\n${globs.map((one) => `  - "${one}"\n`).join("")}`;
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function overridesFor(
  paths: readonly string[],
  table: readonly (readonly [string, readonly string[]])[],
  key: string,
): string[] {
  return table.flatMap(([value, words]) => {
    const globs = words.flatMap((word) => globsFor(word, paths));
    if (globs.length === 0) return [];
    const list = globs.map((one) => `"${one}"`).join(", ");
    return [`  - files: [${list}]\n    ${key}: ${value}\n`];
  });
}

/** Globs that match something: a folder of that name, or files with the word in their name. */
function globsFor(word: string, paths: readonly string[]): string[] {
  const folders = new Set(paths.flatMap((path) => dirname(path).split("/")));
  const named = [word, `${word}s`].filter((name) => folders.has(name));
  const names = paths.map((path) => basename(path));
  return [...named.map((name) => `**/${name}/**`), ...fileGlobs(word, names)];
}

/** A short word must start the name, since it is part of many others (`ads` of `heads`). */
function fileGlobs(word: string, names: readonly string[]): string[] {
  if (word.length < LONG) {
    const isStart = names.some(
      (name) => name.startsWith(word) && ENDS_WORD.test(name[word.length] ?? ""),
    );
    return isStart ? [`**/${word}[-_.]*`] : [];
  }
  const spellings = new Set([word, word.replaceAll("-", "_"), word.replaceAll("-", "")]);
  return [...spellings]
    .filter((spelling) => names.some((name) => name.includes(spelling)))
    .map((spelling) => `**/*${spelling}*`);
}

const LONG = 5;
const ENDS_WORD = /[-_.]/u;
