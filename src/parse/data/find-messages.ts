import { CHANNELS, type Channel, KINDS, type Kind } from "../../model/message.ts";
import type { ContainedMessage, Value } from "../containers/container.ts";
import { fieldParts } from "../field-parts.ts";
import { type CopyKey, channelOfKey, copyKeyOf, isNoCopyKey } from "./copy-keys.ts";
import { isLanguage } from "./locale-path.ts";
import { isProse } from "./prose.ts";
import { type Entry, type Node, type TextNode, textOf, valueAt } from "./tree.ts";

export interface DataOptions {
  readonly channel: Channel;
  readonly kind: Kind;
  /** Every text is copy, not only what has the key of copy. */
  readonly isCatalogue: boolean;
  /** Whether keys that any data may have count: always, or beside others that tell of a message. */
  readonly weak: "always" | "beside";
}

/**
 * The messages of a tree. A map with keys of copy is one message. In a catalogue every other text
 * is a message of its own, named by the keys that lead to it.
 */
export function findMessages(root: Node, options: DataOptions): readonly ContainedMessage[] {
  const own = valueAt(root, "creeplint");
  const settings = {
    channel: oneOf(CHANNELS, textOf(valueAt(own, "channel"))),
    kind: oneOf(KINDS, textOf(valueAt(own, "kind"))),
  };
  const channel = settings.channel ?? options.channel;
  const walk: Walk = {
    options,
    // A channel that was set on purpose is not guessed at again.
    isFixed: settings.channel !== undefined || options.channel !== DEFAULT_CHANNEL,
    found: [],
  };
  const kind = settings.kind ?? options.kind;
  visit(root, { path: [], channel, kind, isSent: settings.channel !== undefined }, walk);
  return walk.found;
}

const DEFAULT_CHANNEL: Channel = "email";

interface Walk {
  readonly options: DataOptions;
  readonly isFixed: boolean;
  readonly found: ContainedMessage[];
}

interface Around {
  readonly path: readonly string[];
  readonly channel: Channel;
  readonly kind: Kind;
  /** A key above says that this is sent. */
  readonly isSent: boolean;
}

function oneOf<T extends string>(values: readonly T[], value: string | undefined): T | undefined {
  return values.find((known) => known === value);
}

function visit(node: Node, around: Around, walk: Walk): void {
  if (node.type === "map") visitMap(node, around, walk);
  else if (node.type === "list") {
    node.items.forEach((item, index) => {
      visit(item, { ...around, path: [...around.path, String(index)] }, walk);
    });
  } else if (node.type === "text" && walk.options.isCatalogue) addEntry(node, around, walk);
}

/** A text of a catalogue, which has no role of its own. */
function addEntry(node: TextNode, { path, channel, kind }: Around, { found }: Walk): void {
  const value = node.decode();
  if (!isProse(value.text)) return;
  const key = copyKeyOf(path.at(-1) ?? "", channel);
  const values = [{ ...value, role: key?.role ?? ("body" as const) }];
  found.push({ id: path.join("."), start: node.span.start, channel, kind, values });
}

function visitMap(node: MapNode, outer: Around, walk: Walk): void {
  const around = { ...outer, ...saidBy(node, outer, walk) };
  const copy = copyOf(node, around, walk);
  const groups = new Map<Channel, Value[]>();
  for (const { key, texts } of copy.values()) {
    const channel = (walk.isFixed ? undefined : key.channel) ?? around.channel;
    const values = texts.map((text) => ({ ...text.decode(), role: key.role }));
    groups.set(channel, [...(groups.get(channel) ?? []), ...values]);
  }
  const { path, kind } = around;
  const id = idOf(node) ?? (path.length === 0 ? undefined : path.join("."));
  for (const [channel, values] of groups) {
    const start = values[0]?.embedding.span.start ?? node.span.start;
    walk.found.push({ ...(id === undefined ? {} : { id }), start, channel, kind, values });
  }
  for (const entry of node.entries) if (!copy.has(entry)) visitEntry(entry, around, walk);
}

type MapNode = Extract<Node, { type: "map" }>;

/** How a map's messages are sent: what it says of them, or what its keys give away. */
function saidBy(node: MapNode, outer: Around, { isFixed }: Walk): Pick<Around, "channel" | "kind"> {
  const said = oneOf(CHANNELS, textOf(valueAt(node, "channel")));
  const guessed = isFixed ? undefined : channelOfMap(node, outer);
  return {
    channel: said ?? guessed ?? outer.channel,
    kind: oneOf(KINDS, textOf(valueAt(node, "kind"))) ?? outer.kind,
  };
}

/** The channel that the keys of a map give away. */
function channelOfMap({ entries }: MapNode, { channel }: Around): Channel | undefined {
  if (entries.some(({ key }) => key.toLowerCase() === "subject")) return "email";
  return entries
    .map(({ key }) => copyKeyOf(key, channel)?.channel)
    .find((sure) => sure !== undefined);
}

interface Copy {
  readonly key: CopyKey;
  readonly texts: readonly TextNode[];
}

function copyOf(node: MapNode, around: Around, { options }: Walk): ReadonlyMap<Entry, Copy> {
  const copy = new Map<Entry, Copy>();
  const readsWeak = options.weak === "always" || around.isSent || tellsOfMessage(node, around);
  for (const entry of node.entries) {
    const key = copyKeyOf(entry.key, around.channel);
    if (key === undefined || !(key.isSure || readsWeak)) continue;
    const texts = textsIn(entry.value);
    if (texts.length > 0) copy.set(entry, { key, texts });
  }
  return copy;
}

/** A key that messages alone have, or two that they have together. */
function tellsOfMessage({ entries }: MapNode, { channel }: Around): boolean {
  const keys = new Set(entries.map(({ key }) => key.toLowerCase()));
  if (PAIRS.some((pair) => pair.every((key) => keys.has(key)))) return true;
  return entries.some(({ key }) => copyKeyOf(key, channel)?.isSure === true);
}

const PAIRS = [
  ["subject", "body"],
  ["subject", "html"],
  ["subject", "text"],
  ["subject", "content"],
  ["subject", "preview"],
  ["title", "body"],
  ["channel", "text"],
  ["channel", "message"],
  ["channel", "body"],
] as const;

function visitEntry({ key, value }: Entry, around: Around, walk: Walk): void {
  if (isSkipped(key, value)) return;
  const said = channelOfKey(key);
  const channel = (walk.isFixed ? undefined : said) ?? around.channel;
  const isSent = around.isSent || said !== undefined;
  visit(value, { ...around, path: [...around.path, key], channel, isSent }, walk);
}

/** Below a key such as `links` there may be whole messages; below `@id` there is none. */
function isSkipped(key: string, value: Node): boolean {
  if (key === "creeplint" || key.startsWith("@") || key.startsWith("$")) return true;
  const isText = ({ type }: Node) => type === "text";
  return (
    (isText(value) || (value.type === "list" && value.items.every(isText))) && isNoCopyKey(key)
  );
}

const TEXT_KEYS = new Set(["text", "value", "asset"]);

/** The texts under a key: one, a list, a map of languages, or maps that hold no more than a text. */
function textsIn(node: Node): readonly TextNode[] {
  if (node.type === "text") return [node];
  if (node.type === "map") return englishIn(node);
  if (node.type !== "list") return [];
  const texts = node.items.map((item) => {
    if (item.type !== "map") return item;
    return item.entries.find(({ key }) => TEXT_KEYS.has(key))?.value;
  });
  const found = texts.filter((one) => one?.type === "text");
  return found.length === texts.length ? found : [];
}

const LANGUAGE = /^([a-z]{2})(?:[-_][a-z]{2,4})?$/iu;

/** `{ "en": "Hello", "de": "Hallo" }`: rules know English alone. */
function englishIn({ entries }: MapNode): readonly TextNode[] {
  if (entries.length === 0) return [];
  const languages = entries.map(({ key }) => LANGUAGE.exec(key)?.[1]?.toLowerCase() ?? "");
  if (!languages.every(isLanguage)) return [];
  return entries.flatMap(({ value }, index) =>
    value.type === "text" && languages[index] === "en" ? [value] : [],
  );
}

const IDS = ["id", "message id", "ad id", "creative id", "key", "slug", "name", "ad name"];

/** The first of the keys by which a map is known. */
function idOf({ entries }: MapNode): string | undefined {
  const ids = entries.flatMap(({ key, value }) => {
    const rank = IDS.indexOf(fieldParts(key).join(" "));
    return rank === -1 || value.type !== "text" ? [] : [{ rank, value }];
  });
  const [first] = ids.sort((a, b) => a.rank - b.rank);
  return first?.value.decode().text;
}
