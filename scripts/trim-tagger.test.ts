import { mkdtempSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { beforeAll, expect, test } from "vitest";
import { loadTagger, type TaggedTerm, type Tagger } from "../src/analyze/nlp.ts";
import { readCases } from "./corpus.ts";
import { trimTagger } from "./trim-tagger.mjs";

const ROOT = resolve(import.meta.dirname, "..");
const CORPUS = resolve(ROOT, "fixtures/corpus");

/** Every fifth labelled case, and some that are hard to take apart. */
const TEXTS = [
  ...["dev.jsonl", "own-b.jsonl", "plain-a.jsonl", "train-health.jsonl"]
    .flatMap((name) => readCases(resolve(CORPUS, name)))
    .filter((_, at) => at % 5 === 0)
    .map(({ text }) => text),
  "__proto__ and constructor walk into a bar.",
  "He/she said: “don't”, and (maybe) won't… #tag @name 50% 3rd 1990s :) 👀",
  "",
];

let published: Tagger;
let bundled: Tagger;

beforeAll(async () => {
  // The build for CommonJS is a copy of its own, which no plugin of ours has touched.
  const nlp = createRequire(import.meta.url)(
    "compromise/two",
  ) as typeof import("compromise").default;
  published = (text) => {
    const view = nlp(text);
    view.compute("root");
    return (view.docs as TaggedTerm[][]).flat();
  };
  const outdir = mkdtempSync(join(tmpdir(), "creeplint-tagger-"));
  await build({
    entryPoints: [resolve(ROOT, "src/analyze/nlp.ts")],
    outfile: join(outdir, "nlp.mjs"),
    bundle: true,
    format: "esm",
    platform: "node",
    plugins: [trimTagger(outdir)],
  });
  const module = (await import(pathToFileURL(join(outdir, "nlp.mjs")).href)) as {
    loadTagger: typeof loadTagger;
  };
  bundled = await module.loadTagger();
});

test("our part of the tagger gives compromise's own tags", async () => {
  expect(different(await loadTagger())).toEqual([]);
});

test("the tagger of the bundle gives compromise's own tags", () => {
  expect(different(bundled)).toEqual([]);
});

function different(tagger: Tagger): readonly string[] {
  return TEXTS.filter((text) => shown(tagger(text)) !== shown(published(text)));
}

function shown(terms: readonly TaggedTerm[]): string {
  return JSON.stringify(
    terms.map(({ text, pre, post, normal, implicit, root, machine, tags }) => {
      return [text, pre, post, normal, implicit, root, machine, [...tags]];
    }),
  );
}
