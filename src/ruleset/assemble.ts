import { NO_JUDGEMENT } from "../model/judgement.ts";
import type { Citation, Rule, Ruleset } from "../model/rule.ts";
import { fail, readYaml, type Value } from "../yaml/document.ts";
import { ruleCheck } from "./rule-check.ts";
import { citations, type Phrase, readLexiconFile } from "./word-files.ts";

/** A YAML file of rules, lexicon, evidence or policy. */
export interface RuleFile {
  /** As shown in messages, with `/`. */
  readonly path: string;
  readonly text: string;
}

interface AssembleOptions {
  /** What the files add to. */
  readonly base?: Ruleset;
  /** How many `flags` and `allows` a rule needs. */
  readonly minExamples: number;
  /** Whether a pattern that cannot be compiled is refused. */
  readonly compilesPatterns: boolean;
}

const NOTHING: Ruleset = {
  rules: [],
  lexicon: {},
  evidence: {},
  policy: {},
  judgement: NO_JUDGEMENT,
};
const LEXICON_FILE = /(?:^|\/)lexicon\/[^/]+$/u;
const EVIDENCE_FILE = /(?:^|\/)evidence\.ya?ml$/u;
const POLICY_FILE = /(?:^|\/)policy\.ya?ml$/u;
const EXTENSION = /\.ya?ml$/u;

/**
 * Checks rule files and joins them with a base. Files must come in a stable order.
 * @throws CreeplintError E_RULE with the place of the first problem.
 */
export function assemble(files: readonly RuleFile[], options: AssembleOptions): Ruleset {
  const base = options.base ?? NOTHING;
  const parsed = files.map(({ path, text }) => ({
    path,
    value: readYaml(text, { file: path, code: "E_RULE" }),
  }));
  const pick = (pattern: RegExp) => parsed.filter(({ path }) => pattern.test(path));
  const lexiconFiles = pick(LEXICON_FILE);
  const evidenceFiles = pick(EVIDENCE_FILE);
  const policyFiles = pick(POLICY_FILE);
  const words = [...lexiconFiles, ...evidenceFiles, ...policyFiles];
  const lexicon = joinLexicon(
    lexiconFiles.map(({ value }) => value),
    base.lexicon,
  );
  const evidence = joinCitations(
    evidenceFiles.map(({ value }) => value),
    base.evidence,
  );
  const policy = joinCitations(
    policyFiles.map(({ value }) => value),
    base.policy,
  );
  const check = ruleCheck({
    evidence: Object.keys(evidence),
    policy: Object.keys(policy),
    classes: Object.keys(lexicon),
    minExamples: options.minExamples,
    compilesPatterns: options.compilesPatterns,
  });
  const rules = new Map(base.rules.map((rule) => [rule.id, rule]));
  for (const file of parsed) {
    if (words.includes(file)) continue;
    const rule = check.read(file.value);
    checkId(rule, file, rules);
    rules.set(rule.id, rule);
  }
  return {
    rules: [...rules.values()].sort(byId),
    lexicon,
    evidence,
    policy,
    judgement: base.judgement,
  };
}

function joinLexicon(values: readonly Value[], base: Ruleset["lexicon"]): Ruleset["lexicon"] {
  const classes = new Map(Object.entries(base).map(([name, words]) => [name, [...words]]));
  const seen = new Map<string, Set<string>>();
  for (const [name, phrases] of values.flatMap(readLexiconFile)) {
    const words = classes.get(name) ?? [];
    const known = new Set(words);
    const own = seen.get(name) ?? new Set();
    for (const phrase of phrases) {
      takeOnce(phrase, name, own);
      if (!known.has(phrase.text)) words.push(phrase.text);
    }
    classes.set(name, words);
    seen.set(name, own);
  }
  return sorted(classes);
}

/** A user may repeat a phrase that is built in; within the files read, a repeat is a slip. */
function takeOnce({ text, at }: Phrase, name: string, seen: Set<string>): void {
  const key = text.toLowerCase();
  if (seen.has(key)) fail(at, `"${text}" stands twice in the class "${name}".`);
  seen.add(key);
}

function joinCitations(
  values: readonly Value[],
  base: Readonly<Record<string, Citation>>,
): Readonly<Record<string, Citation>> {
  const joined = new Map(Object.entries(base));
  for (const value of values) {
    for (const [key, citation] of Object.entries(citations.read(value))) {
      if (joined.has(key)) fail(value, `The key "${key}" is given twice.`);
      joined.set(key, citation);
    }
  }
  return sorted(joined);
}

function checkId(
  rule: Rule,
  { path, value }: { readonly path: string; readonly value: Value },
  rules: ReadonlyMap<string, Rule>,
): void {
  const place = path.replace(EXTENSION, "").split("/").slice(-2).join("/");
  if (rules.has(rule.id)) fail(value, `There is another rule with the id "${rule.id}".`);
  if (rule.id !== place) {
    fail(value, `The id "${rule.id}" differs from the file's place, "${place}".`);
  }
}

function byId(a: Rule, b: Rule): number {
  return compare(a.id, b.id);
}

function sorted<T>(map: ReadonlyMap<string, T>): Readonly<Record<string, T>> {
  return Object.fromEntries([...map].sort(([a], [b]) => compare(a, b)));
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
