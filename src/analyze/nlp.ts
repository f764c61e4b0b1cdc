import { bulkMatch } from "./bulk-match.ts";

/** A term as the tagger gives it; only what we read. */
export interface TaggedTerm {
  readonly text: string;
  readonly pre: string;
  readonly post: string;
  readonly normal: string;
  readonly implicit?: string;
  readonly root?: unknown;
  readonly machine?: string;
  readonly alias?: readonly string[];
  /** Two parts of speech that the word may be, such as `Noun|Verb`. */
  readonly switch?: string;
  readonly tags: ReadonlySet<string>;
}

/** Tags one sentence. Contractions come as two terms, the second without text. */
export type Tagger = (sentence: string) => readonly TaggedTerm[];

let loading: Promise<Tagger> | undefined;

/** Loads compromise once, on first need: it is most of the start-up time. */
export function loadTagger(): Promise<Tagger> {
  loading ??= import("compromise/two").then(({ default: nlp }) => {
    // The typings leave out what a plugin may replace.
    nlp.plugin({ methods: { one: { bulkMatch } } } as object);
    return remembering((sentence) => {
      const view = nlp(sentence);
      view.compute("root");
      // The typings hide the documents of a view behind `any`.
      return (view.docs as TaggedTerm[][]).flat();
    });
  });
  return loading;
}

/** Tagging costs a millisecond a sentence, and templates and rewrites say much twice. */
const REMEMBERED = 4000;

function remembering(tag: Tagger): Tagger {
  const known = new Map<string, readonly TaggedTerm[]>();
  return (sentence) => {
    const before = known.get(sentence);
    if (before !== undefined) return before;
    const terms = tag(sentence);
    if (known.size >= REMEMBERED) known.clear();
    known.set(sentence, terms);
    return terms;
  };
}
