import { isMap, isNode, isScalar, type Node, type Pair } from "yaml";
import { didYouMean } from "../text/nearest.ts";
import { type Check, type Demand, wrong } from "./check.ts";
import { fail, isEmpty, type Value } from "./document.ts";

/** A key of a record. */
export interface Key<T> {
  readonly check: Check<T>;
  readonly required: boolean;
  /** What an absent key reads as. */
  readonly fallback: T;
}

type Keys = Readonly<Record<string, Key<unknown>>>;
type ReadKeys<K extends Keys> = { readonly [P in keyof K]: K[P]["fallback"] };

/** A key that must be there. */
export function required<T>(check: Check<T>): Key<T> {
  // Never read: the record stops first.
  return { check, required: true, fallback: undefined as T };
}

/** A key that may be left out. */
export function optional<T, const F>(check: Check<T>, fallback: F): Key<T | F> {
  return { check, required: false, fallback };
}

/** A map with a fixed set of keys. */
export function record<K extends Keys>(keys: K): Check<ReadKeys<K>> {
  const known = Object.keys(keys);
  return {
    schema: {
      type: "object",
      properties: Object.fromEntries(known.map((name) => [name, keys[name]?.check.schema])),
      required: known.filter((name) => keys[name]?.required),
      additionalProperties: false,
    },
    read: (value) => {
      const found = new Map<string, unknown>();
      for (const [name, key, inner] of entries(value)) {
        const check = Object.hasOwn(keys, name) ? keys[name]?.check : undefined;
        if (check === undefined) {
          fail(key, `Unknown key "${name}".`, didYouMean(name, known));
        }
        found.set(name, check.read(inner));
      }
      const missing = known.find((name) => keys[name]?.required && !found.has(name));
      if (missing !== undefined) fail(value, `The key "${missing}" is missing.`);
      const read = known.map((name) => [
        name,
        found.has(name) ? found.get(name) : keys[name]?.fallback,
      ]);
      // Every value went through the check of its key.
      return Object.fromEntries(read) as ReadKeys<K>;
    },
  };
}

/** A map with keys of the author's choice, that may have to fit a demand. */
export function mapOf<T>(of: Check<T>, demand?: Demand): Check<Readonly<Record<string, T>>> {
  return {
    schema: {
      type: "object",
      additionalProperties: of.schema,
      ...(demand && { propertyNames: { pattern: demand.pattern.source } }),
    },
    read: (value) =>
      Object.fromEntries(
        entries(value).map(([name, key, inner]) => {
          if (demand?.pattern.test(name) === false) fail(key, `"${name}" ${demand.says}.`);
          return [name, of.read(inner)];
        }),
      ),
  };
}

/** The entries of a map: name, the key as a value (for its place), the value. */
export function entries(value: Value): readonly (readonly [string, Value, Value])[] {
  const { node } = value;
  // A map whose entries are all commented out is an empty one.
  if (isEmpty(node)) return [];
  if (!isMap(node)) return wrong(value, "a map");
  const seen = new Set<string>();
  return node.items.map((pair) => {
    const key = { ...value, node: keyNode(pair) };
    const name = keyName(key);
    if (seen.has(name)) fail(key, `The key "${name}" stands here twice.`);
    seen.add(name);
    // The parser types values as unknown; a parsed map holds nodes only.
    return [name, key, { ...value, node: pair.value as Node | null, name: `"${name}"` }] as const;
  });
}

function keyNode({ key }: Pair): Node | null {
  return isNode(key) ? key : null;
}

function keyName(key: Value): string {
  const name = isScalar(key.node) ? key.node.value : undefined;
  if (typeof name !== "string") return fail(key, "A key must be a word.", "Put it in quotes.");
  if (name === "__proto__") return fail(key, 'The key "__proto__" is not allowed.');
  return name;
}
