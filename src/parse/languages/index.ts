import type { Language } from "../language.ts";
import { activecampaign } from "./activecampaign.ts";
import { ads } from "./ads.ts";
import { ampscript } from "./ampscript.ts";
import { braces } from "./braces.ts";
import { brackets } from "./brackets.ts";
import { dollar } from "./dollar.ts";
import { erb } from "./erb.ts";
import { go } from "./go.ts";
import { handlebars } from "./handlebars.ts";
import { icu } from "./icu.ts";
import { liquid } from "./liquid.ts";
import { mailchimp } from "./mailchimp.ts";
import { notify } from "./notify.ts";
import { php } from "./php.ts";
import { printf } from "./printf.ts";

/** Every template language; of two that fit a tag equally well, the first one reads it. */
export const languages = {
  liquid,
  handlebars,
  go,
  mailchimp,
  ampscript,
  erb,
  php,
  ads,
  icu,
  notify,
  activecampaign,
  brackets,
  braces,
  dollar,
  printf,
} as const satisfies Record<string, Language>;

export type LanguageName = keyof typeof languages;
