import { CreeplintError } from "../errors.ts";
import type { RuleSettings } from "../model/config.ts";
import { type RuleSetting, SEVERITIES } from "../model/rule.ts";
import { type ReporterName, reporterNames } from "../report/reporters/names.ts";
import { didYouMean } from "../text/nearest.ts";

const SETTINGS: readonly RuleSetting[] = [...SEVERITIES, "off"];
const WHOLE = /^\d{1,9}$/u;

/** A report and where it goes. */
export interface FormatTarget {
  readonly name: ReporterName;
  /** Standard output where absent. */
  readonly file?: string;
}

/** Reads one of a few words; anything else is a usage error. */
export function oneOf<T extends string>(what: string, values: readonly T[]): (text: string) => T {
  return (text) => {
    const value = values.find((one) => one === text);
    if (value === undefined) {
      throw usage(`Unknown ${what} "${text}".`, didYouMean(text, values));
    }
    return value;
  };
}

/** Reads `name` or `name:file`, and collects them. */
export function formats(text: string, before: readonly FormatTarget[] = []): FormatTarget[] {
  const colon = text.indexOf(":");
  const name = oneOf("format", reporterNames)(colon === -1 ? text : text.slice(0, colon));
  const file = colon === -1 ? "" : text.slice(colon + 1);
  return [...before, file === "" ? { name } : { name, file }];
}

/** Reads `rule=severity`, and collects them. */
export function ruleSettings(text: string, before: RuleSettings = {}): RuleSettings {
  const equals = text.lastIndexOf("=");
  if (text.trim() === "" || equals === 0) {
    throw usage('"--rule" names no rule.', 'Write "--rule activity/cart=off".');
  }
  if (equals < 0) {
    throw usage(`"--rule ${text}" has no severity.`, `Write "--rule ${text}=off" or =warning.`);
  }
  const setting = oneOf("severity", SETTINGS)(text.slice(equals + 1));
  return { ...before, [text.slice(0, equals)]: setting };
}

/** Collects the rules that are given several times or with commas; none at all is a slip. */
export function rulesFor(flag: string): (text: string, before?: readonly string[]) => string[] {
  return (text, before = []) => {
    const pieces = text.split(",").map((piece) => piece.trim());
    const names = pieces.filter((piece) => piece !== "");
    if (names.length === 0) {
      throw usage(`"${flag}" names no rule.`, `Write "${flag} activity/cart" or leave it out.`);
    }
    return [...before, ...names];
  };
}

/** Collects what is given several times. */
export function collect(text: string, before: readonly string[] = []): string[] {
  return [...before, text];
}

/** Reads a whole number from 0. */
export function wholeNumber(text: string): number {
  if (!WHOLE.test(text)) throw usage(`"${text}" is not a whole number.`);
  return Number(text);
}

export function usage(message: string, hint = ""): CreeplintError {
  return new CreeplintError("E_USAGE", message, hint === "" ? {} : { hint });
}
