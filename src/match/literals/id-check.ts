import { validate as auTfn } from "stdnum/lib/cjs/au/tfn.js";
import { validate as brCpf } from "stdnum/lib/cjs/br/cpf.js";
import { validate as caSin } from "stdnum/lib/cjs/ca/sin.js";
import { validate as deIdnr } from "stdnum/lib/cjs/de/idnr.js";
import { validate as esDni } from "stdnum/lib/cjs/es/dni.js";
import { validate as esNie } from "stdnum/lib/cjs/es/nie.js";
import { validate as frNir } from "stdnum/lib/cjs/fr/nir.js";
import { validate as gbNino } from "stdnum/lib/cjs/gb/nino.js";
import { validate as iePps } from "stdnum/lib/cjs/ie/pps.js";
import { validate as inAadhaar } from "stdnum/lib/cjs/in/aadhaar.js";
import { validate as inPan } from "stdnum/lib/cjs/in/pan.js";
import { validate as itCf } from "stdnum/lib/cjs/it/codicefiscale.js";
import { validate as nlBsn } from "stdnum/lib/cjs/nl/bsn.js";
import { validate as plPesel } from "stdnum/lib/cjs/pl/pesel.js";
import { validate as usSsn } from "stdnum/lib/cjs/us/ssn.js";
import type { IdKind } from "./number-checks.ts";

type Check = (text: string) => boolean;

const CHECKS: Readonly<Record<IdKind, Check>> = {
  "us-ssn": (text) => usSsn(text).isValid,
  "gb-nino": (text) => gbNino(text).isValid,
  "gb-nhs": isNhs,
  "ca-sin": (text) => caSin(text).isValid,
  "in-aadhaar": (text) => inAadhaar(text).isValid,
  "in-pan": (text) => inPan(text).isValid,
  "au-tfn": (text) => auTfn(text).isValid,
  "de-idnr": (text) => deIdnr(text).isValid,
  "fr-nir": (text) => frNir(text).isValid,
  "es-dni": (text) => esDni(text).isValid,
  "es-nie": (text) => esNie(text).isValid,
  "it-cf": (text) => itCf(text).isValid,
  "nl-bsn": (text) => nlBsn(text).isValid,
  "pl-pesel": (text) => plPesel(text).isValid,
  "br-cpf": (text) => brCpf(text).isValid,
  "ie-pps": (text) => iePps(text).isValid,
};

export function isId(kind: IdKind, text: string): boolean {
  return CHECKS[kind](text);
}

const NOT_DIGIT = /\D/gu;

/** Modulus 11 of the NHS number, which the library lacks. */
function isNhs(text: string): boolean {
  const digits = text.replace(NOT_DIGIT, "");
  const sum = Array.from(digits.slice(0, 9), (digit, at) => Number(digit) * (10 - at)).reduce(
    (total, one) => total + one,
    0,
  );
  return digits.length === 10 && (11 - (sum % 11)) % 11 === Number(digits[9]);
}
