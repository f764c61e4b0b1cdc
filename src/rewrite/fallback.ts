import type { Suggestion } from "../model/finding.ts";
import type { Weighed } from "../model/match.ts";
import type { Hole, Segment } from "../model/segment.ts";
import type { RewriteContext } from "./context.ts";

/** Gives a merge field a text for readers of whom nothing is known, in its own language. */
export function addFallback(
  { match }: Weighed,
  { message }: RewriteContext,
): readonly Suggestion[] {
  if (match.rule.id !== "exposure/missing-fallback") return [];
  const hole = match.segment.holes.find(({ span }) => span.start === match.span.start);
  const source = message.parts[match.part]?.text ?? "";
  if (hole === undefined) return [];
  const tag = source.slice(hole.span.start, hole.span.end);
  const text = writers[hole.language]?.({ tag, word: wordFor(hole, match.segment), source });
  if (text === undefined) return [];
  return [
    {
      move: "drop",
      tier: "manual",
      reason: "Says something where the field is empty; choose words that fit.",
      edit: { span: match.span, text },
    },
  ];
}

const GREETING = /\b(?:hi|hey|hello|hiya|morning|welcome)[ ,]*$/iu;
const START = /(?:^|[.!?]\s*)$/u;

/** What can stand in place of a name. */
function wordFor({ at }: Hole, { text }: Segment): string {
  const before = text.slice(0, at.start);
  if (GREETING.test(before)) return "there";
  return START.test(before) ? "Hello" : "friend";
}

interface Bare {
  readonly tag: string;
  readonly word: string;
  /** The whole text: kin of one language are told by what else they write. */
  readonly source: string;
}

/** A tag with a default, by language; undefined where the language, or this tag, can have none. */
const writers: Readonly<Record<string, (bare: Bare) => string | undefined>> = {
  liquid: writeLiquid,
  handlebars: ({ tag, word }) =>
    around(tag, PLAIN_STACHE, (name) => `{{#if ${name}}}${tag}{{else}}${word}{{/if}}`),
  go: ({ tag, word }) => around(tag, GO, (name) => tag.replace(name, () => `or ${name} "${word}"`)),
  ampscript: ({ tag, word }) =>
    around(tag, AMPSCRIPT, (name) => `%%=IIF(EMPTY(${name}),"${word}",${name})=%%`),
  erb: ({ tag, word }) =>
    around(tag, ERB, (name) => tag.replace(name, () => `${name}.presence || "${word}"`)),
  php: ({ tag, word }) =>
    around(tag, PHP, (name) => tag.replace(name, () => `${name} ?: '${word}'`)),
  dollar: ({ tag, word, source }) =>
    FREEMARKER.test(source) ? around(tag, DOLLAR, (name) => `\${${name}!"${word}"}`) : undefined,
  braces: ({ tag, word }) =>
    around(tag, MAUTIC, (name) => `{${name}|${word}}`) ??
    around(tag, SMARTY, (name) => `{${name}|default:'${word}'}`),
  brackets: ({ tag, word }) =>
    around(tag, MAILPOET, (name) => `[${name} | default:${word}]`) ??
    around(tag, CAMPAIGN_MONITOR, (name) => `[${name},fallback=${word}]`),
};

const PLAIN_STACHE = /^\{\{\{?\s*([\w.@]+)\s*\}?\}\}$/u;
const GO = /^\{\{-?\s*((?:\.\w+)+)\s*-?\}\}$/u;
const AMPSCRIPT = /^%%(?:=v\((@\w+)\)=|(\w+))%%$/iu;
const ERB = /^<%=\s*((?:@?\w+)(?:\.\w+)*)\s*-?%>$/u;
const PHP = /^<\?(?:=|php\s+echo)\s*(\$[\w>[\]'"-]+)\s*;?\s*\?>$/u;
const FREEMARKER = /<#(?:if|list|assign|else|import|include|ftl)\b/u;
const DOLLAR = /^\$\{\s*([\w.]+)\s*\}$/u;
const MAUTIC = /^\{((?:contact|lead)field=\w+)\}$/u;
const SMARTY = /^\{(\$[\w.]+)\}$/u;
const MAILPOET = /^\[(subscriber:\s*\w+)\s*\]$/u;
const CAMPAIGN_MONITOR = /^\[((?:firstname|lastname|fullname)\b)\s*\]$/u;

function around(tag: string, pattern: RegExp, write: (name: string) => string): string | undefined {
  const match = pattern.exec(tag);
  const name = match?.slice(1).find((group) => group !== undefined);
  return name === undefined ? undefined : write(name);
}

const LIQUID = /^(\{\{-?\s*)([^{]*?)(\s*-?\}\})$/su;
const MARKETO = /^\{\{\s*(?:lead|company)\.[^|:]*$/iu;
const CALLED = /\|\s*default\s*\(|\{%-?\s*(?:elif|set|block|extends|macro)\b/u;
const TIGHT = /\|default:["']|\|lookup:|\{%\s*load\b/u;

function writeLiquid({ tag, word, source }: Bare): string | undefined {
  const [, open, inner = "", close] = LIQUID.exec(tag) ?? [];
  if (open === undefined || close === undefined) return undefined;
  if (MARKETO.test(tag) && SPACED.test(inner)) return `${open}${inner}:default=${word}${close}`;
  if (CALLED.test(source)) return `${open}${inner} | default("${word}")${close}`;
  if (TIGHT.test(source)) return `${open}${inner}|default:"${word}"${close}`;
  return `${open}${inner} | default: "${word}"${close}`;
}

/** Names with blanks in them are Marketo's. */
const SPACED = /\w \w/u;
