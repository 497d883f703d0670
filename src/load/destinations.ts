import type { EntityName } from "../model/entity.ts";
import type { StoreValue } from "../model/plan.ts";

/** Where a golden record goes: to a row that is there, to a new one, or nowhere, and why. */
export type Destination =
  | {
      readonly to: "row";
      readonly key: StoreValue;
      /** The source keys that are not tied to the row yet. */
      readonly links: readonly string[];
    }
  | { readonly to: "new" }
  | { readonly to: "none"; readonly kind: "skip" | "reject" | "review"; readonly reason: string };

/** Looks up where the golden record of another entity goes; undefined when there is no such one. */
export type FindDestination = (entity: EntityName, goldenId: string) => Destination | undefined;

const noLinks: readonly string[] = Object.freeze([]);
export const newRow: Destination = Object.freeze({ to: "new" });

/**
 * Where each golden record of an entity goes, for millions of them: ids in their order and beside
 * them the key of a row that is fully tied, null for a new row, or else the destination itself.
 */
export class Destinations {
  readonly #ids: string[] = [];
  readonly #places: (StoreValue | Destination)[] = [];

  /** Is any golden record left out? */
  hasNone = false;

  get size(): number {
    return this.#ids.length;
  }

  /** Adds the next golden record and returns its position. Ids come in ascending order. */
  add(id: string, destination: Destination): number {
    const last = this.#ids.at(-1);
    if (last !== undefined && id <= last) throw new Error(`golden record ${id} came after ${last}`);
    const position = this.#ids.push(id) - 1;
    this.set(position, destination);
    return position;
  }

  /** Changes the destination at a position. */
  set(position: number, destination: Destination): void {
    this.#places[position] = placeOf(destination);
    this.hasNone ||= destination.to === "none";
  }

  find(id: string): Destination | undefined {
    let low = 0;
    let high = this.#ids.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#ids[middle] ?? "") < id) low = middle + 1;
      else high = middle;
    }
    return this.#ids[low] === id ? this.at(low) : undefined;
  }

  at(position: number): Destination {
    const place = this.#places[position] ?? null;
    if (place === null) return newRow;
    return typeof place === "object" ? place : { to: "row", key: place, links: noLinks };
  }
}

function placeOf(destination: Destination): StoreValue | Destination {
  if (destination.to === "new") return null;
  return destination.to === "row" && destination.links.length === 0 ? destination.key : destination;
}

/** A destination that is none: `nowhere("review", "L102")` */
export function nowhere(kind: "skip" | "reject" | "review", reason: string): Destination {
  return { to: "none", kind, reason };
}
