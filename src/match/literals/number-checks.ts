/** What the libraries know of numbers: whether digits can be dialled, whether an id adds up. */
export interface NumberChecks {
  /** Whether a number can be dialled, written for abroad or for one of the large countries. */
  readonly isPhone: (text: string) => boolean;
  /** Whether a national id has a right check digit; `kind` is a name of `ID_KINDS`. */
  readonly isId: (kind: IdKind, text: string) => boolean;
}

export const ID_KINDS = [
  "us-ssn",
  "gb-nino",
  "gb-nhs",
  "ca-sin",
  "in-aadhaar",
  "in-pan",
  "au-tfn",
  "de-idnr",
  "fr-nir",
  "es-dni",
  "es-nie",
  "it-cf",
  "nl-bsn",
  "pl-pesel",
  "br-cpf",
  "ie-pps",
] as const;
export type IdKind = (typeof ID_KINDS)[number];

/** Nothing is known: no number counts. */
export const NO_CHECKS: NumberChecks = { isPhone: () => false, isId: () => false };

/** Six figures or more, set apart as in numbers, or letters and figures as in tax numbers. */
const FIGURES = /\d(?:[ ().\-/\u00a0]{0,3}\d){5}|[A-Z]{5}\d{2}/u;

/** Loads the libraries where one of the texts has figures enough; they are slow to load. */
export async function loadNumberChecks(texts: readonly string[]): Promise<NumberChecks> {
  if (!texts.some((text) => FIGURES.test(text))) return NO_CHECKS;
  const [{ isPhone }, { isId }] = await Promise.all([
    import("./phone-check.ts"),
    import("./id-check.ts"),
  ]);
  return { isPhone, isId };
}
