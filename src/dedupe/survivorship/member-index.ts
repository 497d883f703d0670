import { Dictionary } from "../dictionary.ts";
import { createGrowingInts } from "../growing-array.ts";
import type { Cluster } from "../../model/golden.ts";

/**
 * Which cluster a record is in, over typed arrays: a `Map` of all records would take a hundred
 * bytes of the heap for each. Members are numbered cluster by cluster, from 0.
 */
export class MemberIndex {
  readonly #dictionary = new Dictionary();
  readonly #clusters = createGrowingInts();

  constructor(clusters: Iterable<Pick<Cluster, "members">>) {
    let cluster = 0;
    for (const { members } of clusters) {
      for (const member of members) {
        this.#dictionary.idOf(member);
        this.#clusters.push(cluster);
      }
      cluster += 1;
    }
  }

  /** How many members there are. */
  get size(): number {
    return this.#clusters.length;
  }

  /** The number of a member, -1 for a record that is in no cluster. */
  numberOf(record: string): number {
    return this.#dictionary.find(record) - 1;
  }

  /** The cluster of a record by its place, -1 for one that is in none. */
  clusterOf(record: string): number {
    const number = this.numberOf(record);
    return number < 0 ? -1 : this.#clusters.at(number);
  }
}
