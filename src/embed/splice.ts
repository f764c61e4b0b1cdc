import type { Edit } from "../model/finding.ts";
import type { OffsetMap } from "../model/offset-map.ts";
import { placeIn } from "../text/compose-map.ts";
import { runAt } from "../text/offset-map.ts";
import type { Codec, Embedded } from "./codec.ts";

/**
 * A codec that writes the new words where the old ones stood, and leaves the rest of the value
 * as it is. `encode` gives undefined for what cannot be written there.
 */
export function splicing(encode: (text: string, embedded: Embedded) => string | undefined): Codec {
  return {
    edit: (edit, embedded) => {
      const whole = widen(edit, embedded);
      const text = encode(whole.text, embedded);
      if (text === undefined) return undefined;
      return { span: placeIn(embedded.embedding.map, whole.span), text };
    },
  };
}

/** The same edit with ends between runs: of an escape that stands for two units, none is left. */
export function widen({ span, text }: Edit, embedded: Pick<Embedded, "text" | "embedding">): Edit {
  const { map } = embedded.embedding;
  const start = before(map, span.start);
  const end = behind(map, span.end);
  return {
    span: { start, end },
    text: embedded.text.slice(start, span.start) + text + embedded.text.slice(span.end, end),
  };
}

function before({ runs }: OffsetMap, offset: number): number {
  const run = runAt(runs, offset);
  if (run === undefined || run.kind === "copy" || offset >= run.prose + run.length) return offset;
  return run.prose;
}

function behind({ runs }: OffsetMap, offset: number): number {
  const run = runAt(runs, offset);
  if (run === undefined || run.kind === "copy" || offset <= run.prose) return offset;
  return Math.max(offset, run.prose + run.length);
}
