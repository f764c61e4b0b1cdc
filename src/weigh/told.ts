import type { Finding } from "../model/finding.ts";

const BLANKS = /\s+/gu;

/** The same fact in the text and the HTML part of a message is told once. */
export function told(findings: readonly Finding[]): readonly Finding[] {
  const parts = new Map<string, number>();
  return findings.filter(({ rule, text, part }) => {
    const fact = `${rule} ${text.replace(BLANKS, " ").toLowerCase()}`;
    if (!parts.has(fact)) parts.set(fact, part);
    return parts.get(fact) === part;
  });
}
