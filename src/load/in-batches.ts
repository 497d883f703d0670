/** `inBatches([1, 2, 3], 2)` -> [1, 2], [3]; a thousand a batch unless said otherwise */
export function* inBatches<Item>(items: Iterable<Item>, size = 1000): Generator<readonly Item[]> {
  let batch: Item[] = [];
  for (const item of items) {
    batch.push(item);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
