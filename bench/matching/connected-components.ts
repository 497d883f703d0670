/** Records as groups that grow by joining. */
export interface Components {
  join(left: number, right: number): void;
  /** The smallest record of each record's group. */
  roots(): Int32Array;
}

/** Every record alone. */
export function createComponents(size: number): Components {
  const parent = Int32Array.from({ length: size }, (_, record) => record);
  const find = (record: number): number => {
    let root = record;
    while ((parent[root] ?? root) !== root) root = parent[root] ?? root;
    for (let at = record; at !== root;) {
      const up = parent[at] ?? root;
      parent[at] = root;
      at = up;
    }
    return root;
  };
  return {
    join(left, right) {
      const [root, other] = [find(left), find(right)];
      if (root !== other) parent[Math.max(root, other)] = Math.min(root, other);
    },
    roots: () => parent.map((_, record) => find(record)),
  };
}
