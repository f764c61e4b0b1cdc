import type { Guard } from "../model/segment.ts";
import type { Condition, Control, ControlEvent } from "./conditions.ts";
import type { Reading } from "./language.ts";
import type { Item } from "./prose-writer.ts";

/** A thing to write, or what a control tag does at this place. */
export type Step = { readonly item: Item } | { readonly control: Reading };

/** A step of one alternative: guards switch on and off as the branch that was taken goes by. */
export type Taken =
  | { readonly type: "item"; readonly item: Item }
  | { readonly type: "enter" | "leave"; readonly guards: readonly Guard[] }
  | { readonly type: "cut" };

/** More ways to read a block than this are not tried: it is cut at its tags in their place. */
const MAX_ALTERNATIVES = 8;

/** Every way to read a block whose conditions stand within it. */
export function expand(steps: readonly Step[], { events }: Control): readonly (readonly Taken[])[] {
  if (steps.every((step) => "item" in step)) return [steps.map(takeItem)];
  const present = new Set(steps.flatMap((step) => ("control" in step ? [step.control] : [])));
  const isInline = ({ closed, readings }: Condition) =>
    closed && readings.every((reading) => present.has(reading));
  const tree = buildTree(steps, events, isInline);
  const count = countWays(tree);
  if (count <= MAX_ALTERNATIVES) return waysThrough(tree).filter(isPossible);
  const choices = tree.filter(({ type }) => type === "choice").length;
  return choices <= MAX_RANDOM && isRandom(tree) ? oneByOne(tree) : [flat(tree)];
}

const RANDOM: ReadonlySet<string> = new Set(["spintax", "coldmail"]);
/** More texts than this of one choice, or choices, are not tried. */
const MAX_RANDOM = 40;

/** Nothing but texts that are shown at random: each makes sense with any other. */
function isRandom(nodes: readonly Node[]): boolean {
  return nodes.every(
    (node) =>
      node.type !== "choice" ||
      (RANDOM.has(node.condition.branches[0]?.[0]?.language ?? "") &&
        node.branches.every(isRandom)),
  );
}

/** Every text once, with the first ones of all other choices. */
function oneByOne(nodes: readonly Node[]): readonly (readonly Taken[])[] {
  const options = nodes.map((node) =>
    node.type === "choice"
      ? node.branches.flatMap((branch, index) =>
          oneByOne(branch).map((way) => inBranch(node.condition.branches[index] ?? [], way)),
        )
      : [[node]],
  );
  const first = options.map((ways) => ways[0] ?? []);
  const found = [first.flat()];
  for (const [at, ways] of options.entries()) {
    for (const way of ways.slice(1)) {
      if (found.length >= MAX_RANDOM) return found;
      found.push(first.with(at, way).flat());
    }
  }
  return found;
}

/** No condition both holds and does not: `{{#x}}…{{/x}}{{^x}}…{{/x}}` has two ways, not four. */
function isPossible(way: readonly Taken[]): boolean {
  const guards = way.flatMap((taken) => (taken.type === "enter" ? taken.guards : []));
  return guards.every(({ test, negated }, index) =>
    guards.slice(index + 1).every((other) => other.test !== test || other.negated === negated),
  );
}

function takeItem(step: Step): Taken {
  return "item" in step ? { type: "item", item: step.item } : { type: "cut" };
}

type Node =
  | Taken
  | { readonly type: "choice"; readonly condition: Condition; readonly branches: Node[][] };

function buildTree(
  steps: readonly Step[],
  events: Control["events"],
  isInline: (condition: Condition) => boolean,
): readonly Node[] {
  const root: Node[] = [];
  const open: { readonly branches: Node[][] }[] = [{ branches: [root] }];
  for (const step of steps) {
    if ("item" in step) {
      open.at(-1)?.branches.at(-1)?.push(takeItem(step));
      continue;
    }
    const event = events.get(step.control);
    if (event === undefined) continue;
    if (event.kind !== "cut" && isInline(event.condition)) follow(event, open);
    else open.at(-1)?.branches.at(-1)?.push({ type: "cut" });
  }
  return root;
}

function follow(
  event: Exclude<ControlEvent, { kind: "cut" }>,
  open: { readonly branches: Node[][] }[],
): void {
  if (event.kind === "open") {
    const choice = {
      type: "choice" as const,
      condition: event.condition,
      branches: [[]] as Node[][],
    };
    open.at(-1)?.branches.at(-1)?.push(choice);
    open.push(choice);
  } else if (event.kind === "middle") open.at(-1)?.branches.push([]);
  else if (open.length > 1) open.pop();
}

function countWays(nodes: readonly Node[]): number {
  let ways = 1;
  for (const node of nodes) {
    if (node.type !== "choice") continue;
    const inside = node.branches.reduce((sum, branch) => sum + countWays(branch), 0);
    ways *= inside + (node.condition.otherwise === undefined ? 0 : 1);
    if (ways > MAX_ALTERNATIVES) return ways;
  }
  return ways;
}

function waysThrough(nodes: readonly Node[]): readonly (readonly Taken[])[] {
  let ways: Taken[][] = [[]];
  for (const node of nodes) {
    if (node.type === "choice") {
      const next = waysOfChoice(node);
      ways = ways.flatMap((way) => next.map((more) => [...way, ...more]));
    } else for (const way of ways) way.push(node);
  }
  return ways;
}

function waysOfChoice({ condition, branches }: Extract<Node, { type: "choice" }>) {
  const taken = branches.flatMap((branch, index) =>
    waysThrough(branch).map((way) => inBranch(condition.branches[index] ?? [], way)),
  );
  const { otherwise } = condition;
  return otherwise === undefined ? taken : [...taken, inBranch(otherwise, [])];
}

function inBranch(guards: readonly Guard[], way: readonly Taken[]): readonly Taken[] {
  return [{ type: "enter", guards }, ...way, { type: "leave", guards }];
}

function flat(nodes: readonly Node[]): readonly Taken[] {
  return nodes.flatMap((node): readonly Taken[] => {
    if (node.type !== "choice") return [node];
    const { condition, branches } = node;
    return branches.flatMap((branch, index): readonly Taken[] => [
      { type: "cut" },
      ...inBranch(condition.branches[index] ?? [], flat(branch)),
      { type: "cut" },
    ]);
  });
}

export interface Stretch {
  readonly items: readonly Item[];
  readonly guards: readonly Guard[];
}

/** The uncut stretches of one alternative, each with all conditions under which it is seen. */
export function splitAtCuts(way: readonly Taken[], control: Control): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let items: Item[] = [];
  let active: readonly Guard[] = [];
  let seen: readonly Guard[] = [];
  const close = () => {
    if (items.length > 0) stretches.push({ items, guards: withOuter(items, seen, control) });
    items = [];
    seen = active;
  };
  for (const taken of way) {
    if (taken.type === "cut") close();
    else if (taken.type === "item") items.push(taken.item);
    else if (taken.type === "enter") {
      active = [...active, ...taken.guards];
      seen = [...seen, ...taken.guards];
    } else active = active.slice(0, active.length - taken.guards.length);
  }
  close();
  return stretches;
}

function withOuter(items: readonly Item[], inner: readonly Guard[], control: Control) {
  const first = items[0];
  if (first === undefined) return inner;
  const start = first.type === "hole" ? first.hole.span.start : first.span.start;
  const outer = control
    .branchesAt(start)
    .flatMap(({ guards }) => guards)
    .filter((guard) => !inner.some(({ span }) => span.start === guard.span.start));
  return outer.length === 0 ? inner : [...outer, ...inner];
}
