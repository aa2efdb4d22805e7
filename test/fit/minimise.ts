/** Returns the function's value at `point` and writes its slope there into `slope`, which comes filled with zeros. */
export type Objective = (point: Float64Array, slope: Float64Array) => number;

const MEMORY = 8;
const MOST_STEPS = 300;
const TOLERANCE = 1e-7;

/** The lowest point of a convex function, from the origin, by L-BFGS (Nocedal and Wright, algorithm 7.4). Deterministic. */
export function minimise(size: number, objective: Objective): Float64Array {
  let point = new Float64Array(size);
  let slope = new Float64Array(size);
  let value = objective(point, slope);
  const memory: Step[] = [];
  for (let step = 0; step < MOST_STEPS; step++) {
    const direction = descend(slope, memory);
    const next = searchLine(objective, { point, value, slope }, direction);
    if (next === undefined) break;
    const moved = next.point.map((coordinate, at) => coordinate - (point[at] ?? 0));
    const turned = next.slope.map((coordinate, at) => coordinate - (slope[at] ?? 0));
    if (dot(moved, turned) > 1e-12) memory.push({ moved, turned });
    if (memory.length > MEMORY) memory.shift();
    const gain = value - next.value;
    ({ point, slope, value } = next);
    if (gain < TOLERANCE * Math.max(1, Math.abs(value))) break;
  }
  return point;
}

interface Step {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
}

interface Stand {
  readonly point: Float64Array<ArrayBuffer>;
  readonly value: number;
  readonly slope: Float64Array<ArrayBuffer>;
}

function descend(slope: Float64Array, memory: readonly Step[]): Float64Array {
  const direction = slope.map((coordinate) => -coordinate);
  const shares: number[] = [];
  for (const { moved, turned } of memory.toReversed()) {
    const share = dot(moved, direction) / dot(moved, turned);
    shares.push(share);
    add(direction, turned, -share);
  }
  const last = memory.at(-1);
  const scale = last
    ? dot(last.moved, last.turned) / dot(last.turned, last.turned)
    : 1 / Math.max(1, Math.sqrt(dot(slope, slope)));
  for (let at = 0; at < direction.length; at++) direction[at] = (direction[at] ?? 0) * scale;
  for (const { moved, turned } of memory) {
    const share = shares.pop() ?? 0;
    add(direction, moved, share - dot(turned, direction) / dot(moved, turned));
  }
  return direction;
}

/** Halves the step until the value falls enough (Armijo); undefined when it never does. */
function searchLine(objective: Objective, from: Stand, direction: Float64Array): Stand | undefined {
  const fall = dot(from.slope, direction);
  if (fall > -1e-9) return undefined;
  for (let length = 1; length > 1e-9; length /= 2) {
    const point = from.point.map((coordinate, at) => coordinate + length * (direction[at] ?? 0));
    const slope = new Float64Array(point.length);
    const value = objective(point, slope);
    if (value <= from.value + 1e-4 * length * fall) return { point, value, slope };
  }
  return undefined;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function add(to: Float64Array, what: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + times * (what[at] ?? 0);
}
