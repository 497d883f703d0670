import { tasks, type Tasks } from "./tasks.ts";

/** Inputs of one task that several threads take one after the other, whoever is free. */
export interface Share<Name extends keyof Tasks = keyof Tasks> {
  readonly task: Name;
  readonly inputs: readonly Parameters<Tasks[Name]>[0][];
  /** How many were taken by all threads, in shared memory. */
  readonly taken: Int32Array;
}

/** A result with the place of its input. */
export type PlacedResult = readonly [place: number, result: unknown];

/** Inputs of which none was taken yet. */
export function shareOf<Name extends keyof Tasks>(
  task: Name,
  inputs: Share<Name>["inputs"],
): Share<Name> {
  return { task, inputs, taken: new Int32Array(new SharedArrayBuffer(4)) };
}

/** Runs the task on inputs that no thread has taken, until none is left. */
export async function takeShare({ task, inputs, taken }: Share): Promise<PlacedResult[]> {
  // The inputs are those of the task; what it hands over on its way is not asked for.
  const run = tasks[task] as (input: unknown, send: () => void) => Promise<unknown>;
  const results: PlacedResult[] = [];
  for (;;) {
    const place = Atomics.add(taken, 0, 1);
    if (place >= inputs.length) return results;
    results.push([place, await run(inputs[place], () => undefined)]);
  }
}

/** What all threads have made, in the order of the inputs. */
export function inOrder(shares: readonly (readonly PlacedResult[])[]): unknown[] {
  const placed = shares.flat().toSorted(([place], [other]) => place - other);
  return placed.map(([, result]) => result);
}
