import { decodeCString } from "../../embed/codecs/c-string.ts";
import type { Span } from "../../model/span.ts";
import type { Contained, Container } from "../containers/container.ts";
import { linesIn } from "../lines.ts";
import { type EntryText, messageOf } from "./entry-value.ts";

/** Catalogues of gettext: what is translated, or where nothing is, what is to be. */
export const po: Container = {
  read: ({ text, channel, kind }) => {
    const { entries, comments, notices } = readEntries(text);
    const messages = entries.flatMap((entry) => {
      const texts = textsOf(text, entry);
      const id = entry.fields.get("msgctxt");
      const named = id === undefined ? undefined : decodeCString(text, id).text;
      return messageOf({ id: named, anchor: entry.start, texts }, { channel, kind }) ?? [];
    });
    return { messages, comments, notices };
  },
};

interface PoEntry {
  readonly start: number;
  /** Keyword (`msgstr[0]`) to the strings behind it, without quotes. */
  readonly fields: Map<string, Span[]>;
}

const LINE =
  /^[ \t]*(?:(#)|((?:msgctxt|msgid_plural|msgid|msgstr(?:\[\d{1,2}\])?))?[ \t]*"(.*)"[ \t]*(?:\r\n|\n|\r)?$)/su;
const BLANK = /^\s*$/u;

interface State {
  readonly entries: PoEntry[];
  readonly comments: Span[];
  readonly broken: Span[];
  /** Where strings without a keyword go on. */
  strings: Span[];
}

function readEntries(text: string) {
  const state: State = { entries: [], comments: [], broken: [], strings: [] };
  for (const line of linesIn(text, { start: 0, end: text.length })) {
    readLine(state, line.start, text.slice(line.start, line.end));
  }
  const { entries, comments, broken } = state;
  return { entries, comments, notices: noticesOf(broken) };
}

function readLine(state: State, start: number, line: string): void {
  const match = LINE.exec(line);
  const [, hash, keyword, inside = ""] = match ?? [];
  const whole = { start, end: start + line.trimEnd().length };
  if (hash !== undefined) state.comments.push(whole);
  else if (match === null) {
    if (!BLANK.test(line)) state.broken.push(whole);
  } else {
    if (keyword !== undefined) startField(state, keyword, start);
    const from = start + line.lastIndexOf('"') - inside.length;
    state.strings.push({ start: from, end: from + inside.length });
  }
}

function startField(state: State, keyword: string, start: number): void {
  const last = state.entries.at(-1);
  const isNew = last === undefined || startsEntry(keyword, last);
  const entry = isNew ? { start, fields: new Map<string, Span[]>() } : last;
  if (isNew) state.entries.push(entry);
  state.strings = [];
  entry.fields.set(keyword, state.strings);
}

/** A second `msgid` begins the next entry, and so does a `msgctxt`. */
function startsEntry(keyword: string, { fields }: PoEntry): boolean {
  return fields.has(keyword) || (keyword === "msgctxt" && fields.size > 0);
}

function textsOf(file: string, { fields }: PoEntry): readonly EntryText[] {
  const isHeader = (fields.get("msgid") ?? []).every(({ start, end }) => start === end);
  if (isHeader) return [];
  const read = (start: string) =>
    [...fields].flatMap(([keyword, pieces]) =>
      keyword.startsWith(start) ? textOf(file, pieces) : [],
    );
  const translated = read("msgstr");
  return translated.length > 0 ? translated : read("msgid").map(asKey);
}

function textOf(file: string, pieces: readonly Span[]): readonly EntryText[] {
  const { text, map } = decodeCString(file, pieces);
  const span = { start: (pieces[0]?.start ?? 1) - 1, end: (pieces.at(-1)?.end ?? 0) + 1 };
  return text === "" ? [] : [{ text, map, embedding: { codec: "c-string", span } }];
}

/** Code asks for a translation by the text that is to be translated. */
function asKey(text: EntryText): EntryText {
  return { ...text, embedding: { ...text.embedding, isKey: true } };
}

function noticesOf([first]: readonly Span[]): Contained["notices"] {
  if (first === undefined) return [];
  return [
    {
      level: "warning",
      code: "invalid-data",
      message: "This line is none of a catalogue; it was passed over.",
      span: first,
    },
  ];
}
