import type { Judgement } from "./judgement.ts";
import type { Channel, Kind } from "./message.ts";

export const SEVERITIES = ["info", "warning", "error"] as const;
export type Severity = (typeof SEVERITIES)[number];
/** What a config may set a rule to. */
export type RuleSetting = Severity | "off";

export const FACTS = [
  "activity",
  "absence",
  "purchase",
  "interest",
  "life-event",
  "trait",
  "place",
  "household",
  "contact",
  "device",
] as const;
export type Fact = (typeof FACTS)[number];

export const MOVES = [
  "offer-first",
  "category",
  "cluster",
  "general-fact",
  "ask",
  "declared",
  "value-exchange",
  "service-help",
  "calendar",
  "crowd",
  "behind-sign-in",
  "drop",
] as const;
export type Move = (typeof MOVES)[number];

/** A test on one frame: every named slot must hold one of the values. */
export type FrameTest = Readonly<Record<string, readonly string[]>>;

/** A test on merge fields in links, prose or conditions (`exposure/*`, `targeting/*`). */
export interface FieldTest {
  readonly in: "prose" | "link" | "guard";
  readonly is?: readonly string[];
  readonly from?: readonly string[];
  readonly sensitive?: boolean;
  /** Only names in which one of these words is. */
  readonly named?: readonly string[];
  /** Only names in which none of these words is. */
  readonly unnamed?: readonly string[];
  /** True: only where the tag gives no default text. */
  readonly bare?: boolean;
  readonly roles?: readonly string[];
  /** `http`: only in links of that scheme. */
  readonly scheme?: string;
}

export interface Example {
  readonly text: string;
  readonly channel: Channel;
  readonly kind: Kind;
  /** The first suggestion that is expected. */
  readonly rewrite?: string;
}

/** A rule file (`rules/<family>/<name>.yaml`), checked and complete. */
export interface Rule {
  /** `family/name`, equal to the file's place. */
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  /** One sentence; `{match}` stands for the quoted words, `{copy}` for what a condition guards. */
  readonly message: string;
  readonly why: string;
  /** What to write in its place, in a sentence or two. */
  readonly instead: string;
  /** Keys of `rules/evidence.yaml`. */
  readonly evidence: readonly string[];
  /** Keys of `rules/policy.yaml`. */
  readonly policy: readonly string[];
  readonly fact: Fact;
  readonly when: readonly FrameTest[];
  /** Token patterns (docs/patterns.md) for the long tail. */
  readonly patterns: readonly string[];
  readonly fields: readonly FieldTest[];
  /** Named detectors of literal data, for `exposure/literal-pii`. */
  readonly literals: readonly string[];
  /** Names of exceptions under which the rule is silent. */
  readonly unless: readonly string[];
  readonly channels: readonly Channel[];
  readonly kinds: readonly Kind[];
  readonly rewrite: readonly Move[];
  readonly flags: readonly Example[];
  readonly allows: readonly Example[];
}

/** Lexicon class → its words and phrases, in lemma form. */
export type Lexicon = Readonly<Record<string, readonly string[]>>;

/** A paper, survey, policy or law that rule pages cite. */
export interface Citation {
  readonly title: string;
  readonly says: string;
}

/** Rules and words, compiled and ready. */
export interface Ruleset {
  readonly rules: readonly Rule[];
  readonly lexicon: Lexicon;
  readonly evidence: Readonly<Record<string, Citation>>;
  readonly policy: Readonly<Record<string, Citation>>;
  readonly judgement: Judgement;
}
