import type { Field } from "../model/field.ts";
import type { Classify } from "./conditions.ts";
import type { Tag } from "./language.ts";
import { countLeading } from "./partition.ts";

interface Definition {
  readonly tag: number;
  readonly of: string;
  /** The tag goes on behind the assignment, as a block of AMPscript does. */
  readonly goesOn: boolean;
}

/** Assignments that refer to one another are followed this far. */
const MAX_STEPS = 4;

/**
 * Classifies fields by what their names stand for: after `{% for x in cart.items %}` or
 * `{% assign x = last_order %}`, `x.title` is part of a cart or an order. The name stays as written.
 */
export function classifyThroughAliases(
  tags: readonly Tag[],
  classify: (name: string) => Field,
): Classify {
  const aliases = collect(tags);
  if (aliases.size === 0) return classify;
  return (name, tag) => {
    const full = resolve(name, tag, aliases);
    return full === name ? classify(name) : { ...classify(full), name };
  };
}

function collect(tags: readonly Tag[]): ReadonlyMap<string, readonly Definition[]> {
  const aliases = new Map<string, Definition[]>();
  for (const [tag, { readings }] of tags.entries()) {
    for (const reading of readings) {
      const alias = "alias" in reading ? reading.alias : undefined;
      if (alias === undefined) continue;
      const known = aliases.get(alias.name);
      const definition = { tag, of: alias.of, goesOn: readings.length > 1 };
      if (known === undefined) aliases.set(alias.name, [definition]);
      else known.push(definition);
    }
  }
  return aliases;
}

function resolve(
  name: string,
  tag: number,
  aliases: ReadonlyMap<string, readonly Definition[]>,
): string {
  let full = name;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const [head = "", ...rest] = full.split(".");
    const definitions = aliases.get(head) ?? [];
    const isBefore = (one: Definition) => one.tag < tag || (one.tag === tag && one.goesOn);
    const definition = definitions[countLeading(definitions, isBefore) - 1];
    if (definition === undefined) return full;
    full = [definition.of, ...rest].join(".");
  }
  return full;
}
