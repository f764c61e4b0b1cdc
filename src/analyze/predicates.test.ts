import { beforeAll, expect, test } from "vitest";
import { proseReader, segmentOf } from "../testing/prose.ts";
import type { Analyzer } from "./analyze.ts";

let read: Analyzer;
beforeAll(async () => {
  read = await proseReader();
});

/** Subject, verb, tense and what else holds, of every predicate. */
function predicatesOf(text: string): readonly string[] {
  return read(segmentOf(text)).flatMap(({ terms, predicates }) =>
    predicates.map(({ verb, subject, tense, negated, passive, inverted }) =>
      [
        subject,
        terms[verb]?.normal,
        tense,
        ...(negated ? ["negated"] : []),
        ...(passive ? ["passive"] : []),
        ...(inverted ? ["inverted"] : []),
      ].join(" "),
    ),
  );
}

test.each<[string, readonly string[]]>([
  // Tenses.
  ["You viewed the tent", ["reader viewed past"]],
  ["You've viewed the tent", ["reader viewed perfect"]],
  ["You were looking at boots", ["reader looking past-progressive"]],
  ["You are looking at boots", ["reader looking progressive"]],
  ["You've been looking at boots", ["reader looking perfect"]],
  ["You had been browsing", ["reader browsing perfect"]],
  ["You need boots", ["reader need bare"]],
  ["You are here", ["reader are present"]],
  ["You'll love boots", ["reader love modal"]],
  ["You may have noticed it", ["reader noticed modal"]],
  ["You might want boots", ["reader want modal"]],
  ["Did you see it?", ["reader see past inverted"]],
  // Subjects.
  ["We noticed it", ["sender noticed past"]],
  ["Our team noticed it", ["sender noticed past"]],
  ["Our system noticed it", ["system noticed past"]],
  ["Your cart is full", ["reader-thing is present"]],
  ["Your friend Anna bought it", ["reader-thing bought past"]],
  ["They bought it", ["crowd bought past"]],
  ["Some of you bought it", ["crowd bought past"]],
  ["People like you bought it", ["crowd bought past"]],
  ["Looks like you bought it", ["reader bought past"]],
  ["Tom bought it", ["person bought past"]],
  ["Your wife bought it", ["reader-thing bought past"]],
  ["The Alta tent is back", ["thing is present"]],
  ["Bought a tent?", ["elided bought past"]],
  ["Nobody saw it", ["crowd saw past"]],
  ["{{ x }} was seen", ["thing seen past passive"]],
  // Negation.
  ["You haven't bought it", ["reader bought perfect negated"]],
  ["You haven't left it", ["reader left perfect negated"]],
  ["You don't have to come", ["reader have modal negated", "nobody come bare"]],
  ["You did not open it", ["reader open past negated"]],
  ["You never came", ["reader came past negated"]],
  ["You hardly ever visit", ["reader visit bare negated"]],
  ["You cannot stop", ["reader stop modal negated"]],
  ["Didn't you leave it?", ["reader leave past negated inverted"]],
  // Voice and order.
  ["You were spotted", ["reader spotted past passive"]],
  ["You are tired", ["reader are present"]],
  ["You got caught", ["reader caught past passive"]],
  ["The tent was bought by you", ["thing bought past passive"]],
  ["Are you diabetic?", ["reader are present inverted"]],
  ["Have you tried it?", ["reader tried perfect inverted"]],
  ["Has anyone told you?", ["crowd told perfect inverted"]],
  // Adverbs, several predicates, none.
  ["You really liked it", ["reader liked past"]],
  ["We know you came", ["sender know bare", "reader came past"]],
  ["You left, and we smiled", ["reader left past", "sender smiled past"]],
  ["A rake for the lawn", []],
  ["👀 !!!", []],
])("%s", (text, expected) => {
  expect(predicatesOf(text)).toEqual(expected);
});
