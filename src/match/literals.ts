import type { Match, ReadSegment } from "../model/match.ts";
import type { Message } from "../model/message.ts";
import type { Rule } from "../model/rule.ts";
import { toSource } from "../text/offset-map.ts";
import { personalAddresses } from "./literals/addresses.ts";
import { bankAccounts } from "./literals/bank.ts";
import { birthDates } from "./literals/births.ts";
import { cardNumbers } from "./literals/cards.ts";
import { linkData } from "./literals/link-data.ts";
import { type Detector, literalText } from "./literals/literal-text.ts";
import { nationalIds } from "./literals/national-ids.ts";
import type { NumberChecks } from "./literals/number-checks.ts";
import { phoneNumbers } from "./literals/phones.ts";

/** Detectors by the name that rules use. */
const detectors: Readonly<Record<string, Detector>> = {
  "personal-email": personalAddresses,
  "card-number": cardNumbers,
  "phone-number": phoneNumbers,
  "national-id": nationalIds,
  "bank-account": bankAccounts,
  "birth-date": birthDates,
  "link-data": linkData,
};

export interface LiteralContext {
  readonly message: Message;
  readonly checks: NumberChecks;
}

/** Finds literal personal data with the rule's detectors: `link-data` in links, others in prose. */
export function matchLiterals(
  read: ReadSegment,
  rule: Rule,
  { message, checks }: LiteralContext,
): readonly Match[] {
  if (rule.literals.length === 0) return [];
  const literal = literalText(read, message, checks);
  return rule.literals
    .flatMap((name) => detectors[name]?.(literal) ?? [])
    .map((at) => ({
      rule,
      part: read.part,
      segment: read.segment,
      fields: [],
      at,
      span: toSource(read.segment.map, at),
      source: "unknown" as const,
      precise: false,
    }));
}
