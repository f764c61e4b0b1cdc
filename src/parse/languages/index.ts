import type { Language } from "../language.ts";
import { liquid } from "./liquid.ts";

/** Every template language; of two that fit a tag equally well, the first one reads it. */
export const languages = { liquid } as const satisfies Record<string, Language>;

export type LanguageName = keyof typeof languages;
