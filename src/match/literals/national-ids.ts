import type { Span } from "../../model/span.ts";
import type { Detector, LiteralText } from "./literal-text.ts";
import { spansOf } from "./literal-text.ts";
import type { IdKind } from "./number-checks.ts";

interface IdShape {
  readonly kind: IdKind;
  readonly shape: RegExp;
  /** What the number is called in front of it. */
  readonly label: RegExp;
  /** No other number is written so: it needs no label. */
  readonly distinct?: true;
}

const IDS: readonly IdShape[] = [
  {
    kind: "us-ssn",
    shape: /\b\d{3}[- ]\d{2}[- ]\d{4}\b/gu,
    label: /\b(?:ssn|social security|social)\b/iu,
  },
  {
    kind: "gb-nino",
    shape: /\b[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z](?: ?\d{2}){3} ?[A-D]\b/giu,
    label: /\b(?:national insurance|nino|ni (?:number|no))\b/iu,
  },
  { kind: "gb-nhs", shape: /\b\d{3} ?\d{3} ?\d{4}\b/gu, label: /\bnhs\b/iu },
  {
    kind: "ca-sin",
    shape: /\b\d{3}[- ]?\d{3}[- ]?\d{3}\b/gu,
    label: /\b(?:SIN|social insurance|Social Insurance|NAS)\b/u,
  },
  {
    kind: "in-aadhaar",
    shape: /\b\d{4}[- ]?\d{4}[- ]?\d{4}\b/gu,
    label: /\b(?:aadhaar|aadhar|uidai)\b/iu,
  },
  { kind: "in-pan", shape: /\b[A-Z]{5}\d{4}[A-Z]\b/gu, label: /\b(?:PAN|[Pp]ermanent account)\b/u },
  {
    kind: "au-tfn",
    shape: /\b\d{3}[- ]?\d{3}[- ]?\d{2,3}\b/gu,
    label: /\b(?:tfn|tax file)\b/iu,
  },
  {
    kind: "de-idnr",
    shape: /\b\d{2} ?\d{3} ?\d{3} ?\d{3}\b/gu,
    label: /steuer-?(?:id|ident\w*)|\b(?:idnr|tax id)\b/iu,
  },
  {
    kind: "fr-nir",
    shape: /\b[12] ?\d{2} ?(?:0[1-9]|1[0-2]) ?\d[\dAB] ?\d{3} ?\d{3} ?\d{2}\b/gu,
    label: /\bNIR\b|s[ée]curit[ée] sociale|num[ée]ro de s[ée]cu/u,
  },
  { kind: "es-dni", shape: /\b\d{8}-?[A-Z]\b/gu, label: /\b(?:DNI|NIF)\b/u },
  { kind: "es-nie", shape: /\b[XYZ]-?\d{7}-?[A-Z]\b/gu, label: /\bNIE\b/u },
  {
    kind: "it-cf",
    shape: /\b[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]\b/gu,
    label: /codice fiscale/iu,
    distinct: true,
  },
  {
    kind: "nl-bsn",
    shape: /\b\d{4}[. ]?\d{2}[. ]?\d{3}\b/gu,
    label: /\b(?:bsn|burgerservicenummer|sofi)\b/iu,
  },
  { kind: "pl-pesel", shape: /\b\d{11}\b/gu, label: /\bpesel\b/iu },
  {
    kind: "br-cpf",
    shape: /\b\d{3}\.\d{3}\.\d{3}-\d{2}\b/gu,
    label: /\bcpf\b/iu,
    distinct: true,
  },
  { kind: "ie-pps", shape: /\b\d{7}[A-W][A-IW]?\b/gu, label: /\bPPSN?\b/u },
];

/** Numbers that a state gave a person. */
export const nationalIds: Detector = (literal) =>
  literal.isLink || !DIGIT.test(literal.text)
    ? []
    : IDS.flatMap((id) => idsIn(literal, id)).filter(isFirst);

const DIGIT = /\d/u;

function idsIn({ text, before, checks }: LiteralText, id: IdShape): readonly Span[] {
  return spansOf(text, id.shape).filter(
    ({ start, end }) =>
      (id.distinct === true || id.label.test(before(start).slice(-LABEL_REACH))) &&
      checks.isId(id.kind, text.slice(start, end)),
  );
}

/** A label stands near its number. */
const LABEL_REACH = 45;

function isFirst(span: Span, index: number, all: readonly Span[]): boolean {
  return all.findIndex(({ start }) => start === span.start) === index;
}
