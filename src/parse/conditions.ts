import type { Field } from "../model/field.ts";
import type { Guard } from "../model/segment.ts";
import type { Reading, Tag } from "./language.ts";

/** What a control tag does to the text around it. */
export type ControlEvent =
  | {
      readonly kind: "open" | "middle" | "close";
      readonly condition: Condition;
      readonly branch: number;
    }
  | { readonly kind: "cut" };

export interface Condition {
  /** Indices of its tags: the one that opens it, those between, the one that closes it. */
  readonly tags: readonly number[];
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
  /** By index of the tag. */
  readonly events: ReadonlyMap<number, readonly ControlEvent[]>;
  /** The branches around an offset, the outermost first. */
  readonly branchesAt: (offset: number) => readonly Around[];
}

/** Conditions and loops nested deeper than this are read as if they were not there. */
const MAX_DEPTH = 24;

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** A block that is still open. A loop has no condition. */
interface Open {
  readonly block: string;
  readonly language: string;
  readonly condition: Building | undefined;
}

interface Building extends Condition {
  readonly tags: number[];
  closed: boolean;
  readonly branches: Writable<Guard>[][];
  otherwise: readonly Guard[] | undefined;
  /** The last branch is an `else`. */
  complete: boolean;
}

interface State {
  readonly tags: readonly Tag[];
  readonly classify: (name: string) => Field;
  readonly stack: Open[];
  readonly events: Map<number, ControlEvent[]>;
  readonly steps: { readonly at: number; readonly around: readonly Around[] }[];
}

/** Pairs the control tags of a text up and tells which conditions hold where. */
export function readControl(
  tags: readonly Tag[],
  textLength: number,
  classify: (name: string) => Field,
): Control {
  const state: State = { tags, classify, stack: [], events: new Map(), steps: [] };
  for (const [index, tag] of tags.entries()) {
    for (const reading of tag.readings) apply(state, index, reading);
  }
  for (const { condition } of state.stack) endReach(condition, textLength);
  return { events: state.events, branchesAt: (offset) => lastStep(state.steps, offset) };
}

function apply(state: State, index: number, reading: Reading): void {
  if (reading.kind === "open") open(state, index, reading);
  else if (reading.kind === "middle") turn(state, index, reading);
  else if (reading.kind === "close") close(state, index, reading.block);
  else if (reading.kind === "break") note(state, index, { kind: "cut" });
}

function open(state: State, index: number, reading: Extract<Reading, { kind: "open" }>): void {
  if (state.stack.length >= MAX_DEPTH) {
    note(state, index, { kind: "cut" });
    return;
  }
  const { block, loop } = reading;
  const language = state.tags[index]?.language ?? "";
  if (loop) {
    state.stack.push({ block, language, condition: undefined });
    return;
  }
  const condition: Building = {
    tags: [index],
    closed: false,
    branches: [[guardOf(state, index, reading)]],
    otherwise: undefined,
    complete: false,
  };
  state.stack.push({ block, language, condition });
  note(state, index, { kind: "open", condition, branch: 0 });
}

function turn(state: State, index: number, reading: Extract<Reading, { kind: "middle" }>): void {
  const condition = state.stack.at(-1)?.condition;
  if (condition === undefined) {
    note(state, index, { kind: "cut" });
    return;
  }
  endReach(condition, state.tags[index]?.span.start ?? 0);
  condition.tags.push(index);
  condition.branches.push(branchGuards(state, index, reading, condition));
  condition.complete ||= reading.test === "";
  note(state, index, { kind: "middle", condition, branch: condition.branches.length - 1 });
}

function branchGuards(
  state: State,
  index: number,
  reading: Extract<Reading, { kind: "middle" }>,
  condition: Building,
): Writable<Guard>[] {
  const first = condition.branches[0]?.[0];
  if (reading.test === "") {
    const span = state.tags[index]?.span ?? { start: 0, end: 0 };
    return opposites(condition).map((guard) => ({
      ...guard,
      span,
      reach: { start: span.end, end: span.end },
    }));
  }
  const own = guardOf(state, index, { ...reading, negated: false });
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

function close(state: State, index: number, block: string): void {
  const language = state.tags[index]?.language;
  const depth = state.stack.findLastIndex(
    (open) => open.language === language && (block === "" || open.block === block),
  );
  if (depth === -1) {
    note(state, index, { kind: "cut" });
    return;
  }
  const start = state.tags[index]?.span.start ?? 0;
  const [closed, ...unclosed] = state.stack.splice(depth);
  for (const { condition } of unclosed) endReach(condition, start);
  const condition = closed?.condition;
  if (condition === undefined) return;
  endReach(condition, start);
  condition.tags.push(index);
  condition.closed = true;
  if (!condition.complete) {
    condition.otherwise = opposites(condition).map((guard) => ({
      ...guard,
      reach: { start, end: start },
    }));
  }
  note(state, index, { kind: "close", condition, branch: condition.branches.length });
}

function guardOf(
  { tags, classify }: State,
  index: number,
  { fields, test, negated }: Pick<Guard, "test" | "negated"> & { fields: readonly string[] },
): Writable<Guard> {
  const { span, language } = tags[index] ?? { span: { start: 0, end: 0 }, language: "" };
  return {
    span,
    language,
    fields: fields.map(classify),
    test,
    negated,
    reach: { start: span.end, end: span.end },
  };
}

function endReach(condition: Building | undefined, end: number): void {
  for (const guard of condition?.branches.at(-1) ?? []) {
    guard.reach = { start: guard.reach.start, end: Math.max(guard.reach.start, end) };
  }
}

function note(state: State, index: number, event: ControlEvent): void {
  const events = state.events.get(index);
  if (events === undefined) state.events.set(index, [event]);
  else events.push(event);
  const around = state.stack.flatMap(({ condition }) => {
    const guards = condition?.branches.at(-1);
    return condition === undefined || guards === undefined ? [] : [{ condition, guards }];
  });
  state.steps.push({ at: state.tags[index]?.span.end ?? 0, around });
}

function lastStep(steps: State["steps"], offset: number): readonly Around[] {
  let low = 0;
  let high = steps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((steps[middle]?.at ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return steps[low - 1]?.around ?? [];
}
