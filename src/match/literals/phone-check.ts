import { type CountryCode, isValidPhoneNumber } from "libphonenumber-js/min";

/** Countries whose numbers are known without the code of the country. */
const HOME: readonly CountryCode[] = [
  "US",
  "GB",
  "DE",
  "FR",
  "ES",
  "IT",
  "NL",
  "PL",
  "IE",
  "AU",
  "IN",
  "BR",
];

export function isPhone(text: string): boolean {
  if (text.startsWith("+")) return isValidPhoneNumber(text);
  return HOME.some((country) => isValidPhoneNumber(text, country));
}
