import type { Field, FieldClass } from "../model/field.ts";
import type { Guard } from "../model/segment.ts";
import { traitsIn } from "./condition-traits.ts";
import type { Reading, Tag } from "./language.ts";
import { countLeading } from "./partition.ts";
import { readPolarity } from "./polarity.ts";

/** What a control tag does to the text around it. */
export type ControlEvent =
  | {
      readonly kind: "open" | "middle" | "close";
      readonly condition: Condition;
      readonly branch: number;
    }
  | { readonly kind: "cut" };

export interface Condition {
  /** What opens it, what stands between its branches, and what closes it. */
  readonly readings: readonly Reading[];
  readonly closed: boolean;
  readonly branches: readonly (readonly Guard[])[];
  /** Guards of the case that no branch is taken; undefined where there is an `else`. */
  readonly otherwise: readonly Guard[] | undefined;
}

/** A branch that an offset lies in. */
export interface Around {
  readonly condition: Condition;
  readonly guards: readonly Guard[];
}

export interface Control {
  /** By identity of the reading. */
  readonly events: ReadonlyMap<Reading, ControlEvent>;
  /** The branches around an offset, the outermost first. */
  readonly branchesAt: (offset: number) => readonly Around[];
}

/** What a field holds that is named in the tag of this index. */
export type Classify = (name: string, tag: number) => Field;

/** Conditions and loops nested deeper than this are read as if they were not there. */
const MAX_DEPTH = 24;

/** Further branches of one condition are read as if they were part of the last of these. */
const MAX_BRANCHES = 24;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A block that is still open. A loop has no condition. */
interface Open {
  readonly block: string;
  readonly language: string;
  readonly condition: Building | undefined;
}

interface Building extends Condition {
  readonly readings: Reading[];
  closed: boolean;
  readonly branches: Writable<Guard>[][];
  otherwise: readonly Guard[] | undefined;
  /** The last branch is an `else`. */
  complete: boolean;
}

interface State {
  /** The tag that is being read, and its place among the tags. */
  tag: Tag;
  index: number;
  readonly classify: Classify;
  readonly stack: Open[];
  readonly events: Map<Reading, ControlEvent>;
  readonly steps: { readonly at: number; readonly around: readonly Around[] }[];
}

/** Pairs the control tags of a text up and tells which conditions hold where. */
export function readControl(tags: readonly Tag[], textLength: number, classify: Classify): Control {
  const [first] = tags;
  if (first === undefined) return { events: new Map(), branchesAt: () => [] };
  const state: State = { tag: first, index: 0, classify, stack: [], events: new Map(), steps: [] };
  for (const [index, tag] of tags.entries()) {
    state.tag = tag;
    state.index = index;
    for (const reading of tag.readings) apply(state, reading);
  }
  for (const { condition } of state.stack) endReach(condition, textLength);
  return {
    events: state.events,
    branchesAt: (offset) =>
      state.steps[countLeading(state.steps, ({ at }) => at <= offset) - 1]?.around ?? [],
  };
}

function apply(state: State, reading: Reading): void {
  if (reading.kind === "open") open(state, reading);
  else if (reading.kind === "middle") turn(state, reading);
  else if (reading.kind === "close") close(state, reading);
  else if (reading.kind === "break") note(state, reading, { kind: "cut" });
}

function open(state: State, reading: Extract<Reading, { kind: "open" }>): void {
  if (state.stack.length >= MAX_DEPTH) {
    note(state, reading, { kind: "cut" });
    return;
  }
  const { block, loop } = reading;
  const language = state.tag.language;
  if (loop) {
    state.stack.push({ block, language, condition: undefined });
    return;
  }
  const condition: Building = {
    readings: [reading],
    closed: false,
    branches: [[guardOf(state, reading)]],
    otherwise: undefined,
    complete: false,
  };
  state.stack.push({ block, language, condition });
  note(state, reading, { kind: "open", condition, branch: 0 });
}

function turn(state: State, reading: Extract<Reading, { kind: "middle" }>): void {
  const condition = state.stack.at(-1)?.condition;
  if (condition === undefined || condition.branches.length >= MAX_BRANCHES) {
    note(state, reading, { kind: "cut" });
    return;
  }
  endReach(condition, state.tag.span.start);
  condition.readings.push(reading);
  condition.branches.push(branchGuards(state, reading, condition));
  condition.complete ||= reading.test === "" || reading.complete === true;
  note(state, reading, { kind: "middle", condition, branch: condition.branches.length - 1 });
}

function branchGuards(
  state: State,
  reading: Extract<Reading, { kind: "middle" }>,
  condition: Building,
): Writable<Guard>[] {
  const first = condition.branches[0]?.[0];
  if (reading.test === "") {
    const span = state.tag.span;
    return opposites(condition).map((guard) => ({
      ...guard,
      span,
      reach: { start: span.end, end: span.end },
    }));
  }
  const own = guardOf(state, { ...reading, negated: false });
  if (!reading.inherits || first === undefined) return [own];
  return [
    { ...own, fields: [...first.fields, ...own.fields], test: `${first.test} == ${own.test}` },
  ];
}

/** What holds where none of the branches so far is taken. */
function opposites({ branches }: Building): readonly Guard[] {
  return branches
    .flatMap((guards) => guards.slice(0, 1))
    .map((guard) => ({ ...guard, negated: !guard.negated }));
}

function close(state: State, reading: Extract<Reading, { kind: "close" }>): void {
  const { block } = reading;
  const language = state.tag.language;
  const depth = state.stack.findLastIndex(
    (open) => open.language === language && (block === "" || open.block === block),
  );
  if (depth === -1) {
    note(state, reading, { kind: "cut" });
    return;
  }
  const start = state.tag.span.start;
  const [closed, ...unclosed] = state.stack.splice(depth);
  for (const { condition } of unclosed) endReach(condition, start);
  const condition = closed?.condition;
  if (condition === undefined) return;
  endReach(condition, start);
  condition.readings.push(reading);
  condition.closed = true;
  if (!condition.complete) {
    condition.otherwise = opposites(condition).map((guard) => ({
      ...guard,
      reach: { start, end: start },
    }));
  }
  note(state, reading, { kind: "close", condition, branch: condition.branches.length });
}

function guardOf(
  { tag, index, classify }: State,
  reading: Pick<Guard, "test" | "negated"> & { fields: readonly string[] },
): Writable<Guard> {
  const { span, language } = tag;
  const own = reading.fields
    .filter((name) => !NO_FIELD.test(name))
    .map((name) => classify(name, index));
  const isDeed = own.some(({ is }) => DEEDS.has(is));
  const { test, negated } = isDeed ? reading : readPolarity(reading);
  return {
    span,
    language,
    fields: [...own, ...traitsIn(test, own, (words) => classify(words, index))],
    test,
    negated,
    reach: { start: span.end, end: span.end },
  };
}

/** Not to have done something tells as much: `not opened` is no case of its opposite. */
const DEEDS: ReadonlySet<FieldClass> = new Set([
  "browse",
  "search",
  "cart",
  "purchase",
  "engage",
  "absence",
]);
const NO_FIELD = /^(?:not|and|or|eq|ne)$/iu;

function endReach(condition: Building | undefined, end: number): void {
  for (const guard of condition?.branches.at(-1) ?? []) {
    // A condition within one tag has its branches there, too.
    guard.reach = end < guard.reach.start ? guard.span : { start: guard.reach.start, end };
  }
}

function note(state: State, reading: Reading, event: ControlEvent): void {
  state.events.set(reading, event);
  const around = state.stack.flatMap(({ condition }) => {
    const guards = condition?.branches.at(-1);
    return condition === undefined || guards === undefined ? [] : [{ condition, guards }];
  });
  state.steps.push({ at: state.tag.span.end, around });
}
