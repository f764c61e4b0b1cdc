import type { Lexicon } from "../model/rule.ts";
import type { Segment } from "../model/segment.ts";
import type { Sentence } from "../model/sentence.ts";
import type { Span } from "../model/span.ts";
import { frameReaders } from "./frames/index.ts";
import { indexWords, type WordIndex } from "./lexicon.ts";
import { loadTagger, type Tagger } from "./nlp.ts";
import { normalize } from "./normalize.ts";
import { readSentence } from "./reading.ts";
import { splitSentences } from "./split.ts";
import { buildTerms, classify, placeHoles } from "./terms.ts";

/** Reads segments into sentences with their frames. */
export type Analyzer = (segment: Segment) => readonly Sentence[];

const indexes = new WeakMap<Lexicon, Map<string, WordIndex>>();

/**
 * An analyzer for a lexicon. Loads the tagger, so ask only when there is prose to read.
 * @param brand names of the sender: `Acme saw you` is said like `we saw you`
 */
export async function createAnalyzer(
  lexicon: Lexicon,
  brand: readonly string[] = [],
): Promise<Analyzer> {
  const tagger = await loadTagger();
  const index = indexFor(lexicon, brand);
  return (segment) => {
    if (segment.role === "link") return [];
    return splitSentences(segment.text).map((span) =>
      analyzeSentence(segment, span, { tagger, index }),
    );
  };
}

/** The index of a lexicon and brand, built once. */
function indexFor(lexicon: Lexicon, brand: readonly string[]): WordIndex {
  const byBrand = indexes.get(lexicon) ?? new Map<string, WordIndex>();
  indexes.set(lexicon, byBrand);
  const key = brand.join("\n").toLowerCase();
  const index = byBrand.get(key) ?? indexWords({ ...lexicon, brand });
  byBrand.set(key, index);
  return index;
}

function analyzeSentence(
  segment: Segment,
  span: Span,
  { tagger, index }: { readonly tagger: Tagger; readonly index: WordIndex },
): Sentence {
  const text = segment.text.slice(span.start, span.end);
  const normalized = normalize(text, index.spellings);
  const built = buildTerms(tagger(normalized.text), normalized.map, {
    offset: span.start,
    infinitives: index.infinitives,
  });
  // Emoji and lone punctuation carry no word and would part phrases.
  const open = built.filter(({ normal }) => normal !== "");
  classify(open, index);
  const terms = placeHoles(open, segment.holes);
  const reading = readSentence(terms, segment);
  return {
    text,
    span,
    terms,
    clauses: reading.clauses.map((clause) => ({
      start: clause.start,
      end: clause.end,
      force: reading.force(clause),
    })),
    predicates: reading.predicates.map(({ verb, subject, tense, negated, passive, inverted }) => ({
      verb,
      subject,
      tense,
      negated,
      passive,
      inverted,
    })),
    frames: frameReaders.flatMap((read) => read(reading)),
  };
}
