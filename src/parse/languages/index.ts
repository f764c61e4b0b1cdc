import type { Language } from "../language.ts";
import { activecampaign } from "./activecampaign.ts";
import { ads } from "./ads.ts";
import { ampscript } from "./ampscript.ts";
import { blade } from "./blade.ts";
import { braces } from "./braces.ts";
import { brackets } from "./brackets.ts";
import { coldmail } from "./coldmail.ts";
import { dollar } from "./dollar.ts";
import { eloqua } from "./eloqua.ts";
import { erb } from "./erb.ts";
import { getresponse } from "./getresponse.ts";
import { go } from "./go.ts";
import { handlebars } from "./handlebars.ts";
import { icu } from "./icu.ts";
import { liquid } from "./liquid.ts";
import { mailchimp } from "./mailchimp.ts";
import { notify } from "./notify.ts";
import { php } from "./php.ts";
import { printf } from "./printf.ts";
import { sigils } from "./sigils.ts";

/** Every template language; of two that fit a tag equally well, the first one reads it. */
export const languages = {
  liquid,
  handlebars,
  go,
  mailchimp,
  ampscript,
  erb,
  php,
  eloqua,
  blade,
  getresponse,
  coldmail,
  ads,
  icu,
  notify,
  activecampaign,
  brackets,
  braces,
  dollar,
  sigils,
  printf,
} as const satisfies Record<string, Language>;

export type LanguageName = keyof typeof languages;
