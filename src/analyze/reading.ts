import type { Force } from "../model/frame.ts";
import type { Segment } from "../model/segment.ts";
import type { Term } from "../model/sentence.ts";
import { type Clause, splitClauses } from "./clauses.ts";
import { forceOf, quotedRanges } from "./force.ts";
import { findPredicates, type Predicate } from "./predicates.ts";

/** A sentence taken apart: what the frame readers work on. */
export interface Reading {
  readonly terms: readonly Term[];
  readonly clauses: readonly Clause[];
  readonly predicates: readonly Predicate[];
  readonly segment: Segment;
  /** How the clause that holds a term is meant. */
  force(clause: Clause): Force;
}

/** Reads the clauses and predicates of a sentence. */
export function readSentence(terms: readonly Term[], segment: Segment): Reading {
  const clauses = splitClauses(terms);
  const predicates = clauses.flatMap((clause) => findPredicates(terms, clause));
  const quoted = quotedRanges(terms);
  return {
    terms,
    clauses,
    predicates,
    segment,
    force: (clause) => forceOf(terms, clauses, clause, quoted),
  };
}
