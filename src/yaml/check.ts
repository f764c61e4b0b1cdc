import { isMap, isScalar, isSeq, type Node } from "yaml";
import { didYouMean } from "../text/nearest.ts";
import { fail, isEmpty, kindOf, type Value } from "./document.ts";

/** A piece of a JSON Schema. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a value must look like: reads it, or stops at its place; and says the same as JSON Schema. */
export interface Check<T> {
  /** @throws CreeplintError at the place of the first problem. */
  readonly read: (value: Value) => T;
  readonly schema: JsonSchema;
}

/** What text must be like. */
export interface Demand {
  readonly pattern: RegExp;
  /** Ends the sentence that starts with the value's name. */
  readonly says: string;
}

interface TextOptions {
  /** UTF-16 code units. */
  readonly max?: number;
  readonly demands?: readonly Demand[];
}

/** Text that is not blank. */
export function text({ max = 2000, demands = [] }: TextOptions = {}): Check<string> {
  return {
    schema: {
      type: "string",
      minLength: 1,
      maxLength: max,
      ...(demands.length > 0 && {
        allOf: demands.map(({ pattern }) => ({ pattern: pattern.source })),
      }),
    },
    read: (value) => {
      const found = scalar(value);
      if (typeof found !== "string") return wrong(value, "text", quoteHint(found));
      if (found.trim() === "") return fail(value, `${title(value.name)} is empty.`);
      if (found.length > max) return fail(value, `${title(value.name)} is over ${max} characters.`);
      for (const { pattern, says } of demands) {
        if (!pattern.test(found)) return fail(value, `${title(value.name)} ${says}.`);
      }
      return found;
    },
  };
}

/** One word of a list, or any where the list is not known yet. */
export function word<T extends string>(noun: string, known: readonly T[]): Check<T> {
  return {
    schema: { enum: known },
    read: (value) => {
      const found = scalar(value);
      if (typeof found !== "string") return wrong(value, "text", quoteHint(found));
      const match = known.find((candidate) => candidate === found);
      return match ?? fail(value, `Unknown ${noun} "${found}".`, didYouMean(found, known));
    },
  };
}

/** `true` or `false`. */
export function flag(): Check<boolean> {
  return {
    schema: { type: "boolean" },
    read: (value) => {
      const found = scalar(value);
      return typeof found === "boolean" ? found : wrong(value, "true or false");
    },
  };
}

/** A list of at least `min` entries and at most `max`. */
export function list<T>(
  of: Check<T>,
  { min = 0, max = 5000 }: { readonly min?: number; readonly max?: number } = {},
): Check<readonly T[]> {
  return {
    schema: { type: "array", items: of.schema, maxItems: max, ...(min > 0 && { minItems: min }) },
    read: (value) => {
      const { node } = value;
      if (!isSeq(node) && !isEmpty(node)) return wrong(value, "a list");
      const items = isSeq(node) ? node.items : [];
      const { length } = items;
      if (length < min)
        return fail(
          value,
          `${title(value.name)} needs at least ${min} ${min === 1 ? "entry" : "entries"}.`,
        );
      if (length > max) return fail(value, `${title(value.name)} has over ${max} entries.`);
      return items.map((item) => of.read(entry(value, item)));
    },
  };
}

/** A list, or one entry without the brackets. */
export function listOrOne<T>(of: Check<T>): Check<readonly T[]> {
  const many = list(of);
  return {
    schema: { anyOf: [of.schema, many.schema] },
    read: (value) =>
      isSeq(value.node) || isEmpty(value.node) ? many.read(value) : [of.read(value)],
  };
}

/** Two shapes told apart by whether the value is a map. */
export function mapOrNot<A, B>(map: Check<A>, other: Check<B>): Check<A | B> {
  return {
    schema: { anyOf: [other.schema, map.schema] },
    read: (value) => (isMap(value.node) ? map.read(value) : other.read(value)),
  };
}

/** The same check with its result turned into something else. */
export function mapped<A, B>(check: Check<A>, turn: (read: A, value: Value) => B): Check<B> {
  return { schema: check.schema, read: (value) => turn(check.read(value), value) };
}

/** The same check with a description for editors. */
export function about<T>(description: string, check: Check<T>): Check<T> {
  return { read: check.read, schema: { description, ...check.schema } };
}

/** The JSON Schema of a whole file. */
export function fileSchema(title: string, { schema }: Check<unknown>): JsonSchema {
  return { $schema: "http://json-schema.org/draft-07/schema#", title, ...schema };
}

/** Stops because the value is of another kind than wanted. */
export function wrong(value: Value, wanted: string, hint = ""): never {
  const found = kindOf(value.node);
  if (found === "empty") return fail(value, `${title(value.name)} is empty; it must be ${wanted}.`);
  if (found === "an alias")
    return fail(value, "Aliases are not read here.", "Write the value out.");
  return fail(value, `${title(value.name)} must be ${wanted}, not ${found}.`, hint);
}

function scalar({ node }: Value): unknown {
  return isScalar(node) ? node.value : undefined;
}

function quoteHint(found: unknown): string {
  return typeof found === "number" || typeof found === "boolean"
    ? `Put it in quotes: "${found}".`
    : "";
}

function entry(value: Value, item: unknown): Value {
  // The parser types items as unknown; a parsed list holds nodes only.
  return { ...value, node: item as Node | null, name: `an entry of ${value.name}` };
}

function title(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
