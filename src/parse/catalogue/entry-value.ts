import type { Decoded } from "../../embed/codec.ts";
import type { Embedding } from "../../model/embedding.ts";
import type { Channel, Kind } from "../../model/message.ts";
import type { Role } from "../../model/segment.ts";
import type { ContainedMessage, Value } from "../containers/container.ts";
import { copyKeyOf } from "../data/copy-keys.ts";
import { isProse } from "../data/prose.ts";

/** An entry of a catalogue: one text, or the forms of one. */
export interface CatalogueEntry {
  readonly id: string | undefined;
  /** Where comments above it count, in the file's text. */
  readonly anchor: number;
  readonly texts: readonly EntryText[];
}

export interface EntryText extends Decoded {
  readonly embedding: Omit<Embedding, "map" | "anchor">;
  readonly format?: string;
}

interface Settings {
  readonly channel: Channel;
  readonly kind: Kind;
}

/** The message that an entry is; undefined where none of its texts reads like copy. */
export function messageOf(
  { id, anchor, texts }: CatalogueEntry,
  { channel, kind }: Settings,
): ContainedMessage | undefined {
  if (!texts.some(({ text }) => isProse(text))) return undefined;
  const role = roleOf(id, channel);
  const values = texts.map(
    ({ text, map, embedding, format }): Value => ({
      text,
      embedding: { ...embedding, map, anchor },
      role,
      ...(format === undefined ? {} : { format }),
    }),
  );
  return { ...(id === undefined ? {} : { id }), start: anchor, channel, kind, values };
}

const LAST = /[^./:]+$/u;

/** `mail.cart.subject` is a subject. */
function roleOf(id: string | undefined, channel: Channel): Role {
  const name = LAST.exec(id ?? "")?.[0] ?? "";
  return copyKeyOf(name, channel)?.role ?? "body";
}
