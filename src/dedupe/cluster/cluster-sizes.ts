import { intAt } from "../element-at.ts";

/** How many records each cluster has, at the position of its root; 0 elsewhere. */
export function clusterSizes(roots: Int32Array): Int32Array {
  const sizes = new Int32Array(roots.length);
  for (let record = 0; record < roots.length; record += 1) {
    const root = intAt(roots, record);
    sizes[root] = intAt(sizes, root) + 1;
  }
  return sizes;
}
