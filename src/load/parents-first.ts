/** A record and the records of its own entity that it points to. */
export type Parents = ReadonlyMap<string, readonly string[]>;

/**
 * The links that close a circle, as `child` -> parents: A belongs to B and B to A. Which link of
 * a circle it is depends on the ids only, so every load drops the same one.
 */
export function closingLinks(parents: Parents): ReadonlyMap<string, ReadonlySet<string>> {
  const closing = new Map<string, Set<string>>();
  const finished = new Set<string>();
  for (const start of [...parents.keys()].sort()) walk(start, parents, finished, closing);
  return closing;
}

/** Depth first with a stack of its own: a chain may be longer than the stack of calls. */
function walk(
  start: string,
  parents: Parents,
  finished: Set<string>,
  closing: Map<string, Set<string>>,
): void {
  const path = [{ id: start, next: 0 }];
  const onPath = new Set([start]);
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const parent = finished.has(top.id) ? undefined : parents.get(top.id)?.[top.next];
    top.next += 1;
    if (parent === undefined) {
      finished.add(top.id);
      onPath.delete(top.id);
      path.pop();
    } else if (onPath.has(parent)) {
      closing.set(top.id, (closing.get(top.id) ?? new Set()).add(parent));
    } else {
      path.push({ id: parent, next: 0 });
      onPath.add(parent);
    }
  }
}

/**
 * The same records, each after those it points to; otherwise in the order given. Only records
 * that wait for another are held back. `parents` has no circles and names given records only.
 */
export function* parentsFirst<Item extends { readonly id: string }>(
  items: Iterable<Item>,
  parents: Parents,
): Generator<Item> {
  const awaited = new Set([...parents.values()].flat());
  const done = new Set<string>();
  const waiting = new Map<string, Item[]>();
  for (const item of items) {
    const ready = [item];
    for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
      const blocker = parents.get(next.id)?.find((parent) => !done.has(parent));
      if (blocker !== undefined) {
        waiting.set(blocker, [...(waiting.get(blocker) ?? []), next]);
        continue;
      }
      yield next;
      if (awaited.has(next.id)) done.add(next.id);
      ready.push(...(waiting.get(next.id) ?? []).toReversed());
      waiting.delete(next.id);
    }
  }
  if (waiting.size > 0) throw new Error(`${waiting.size} records wait for one that never came`);
}
