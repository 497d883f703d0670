import { entityNames, type EntityName } from "../../model/entity.ts";
import type { NormalizeCounts, NormalizedEntity } from "../../report/normalize-summary.ts";

type Fate = "record" | "older" | "rejected";

const bits: Readonly<Record<Fate, number>> = { record: 1, older: 2, rejected: 4 };

/** A ledger as plain data. */
export interface LedgerEntries {
  readonly first: number;
  readonly fates: Uint8Array;
  readonly tallies: ReadonlyMap<EntityName, Tally>;
}

type Tally = { -readonly [Part in keyof Omit<NormalizedEntity, "entity">]: number };

/**
 * What became of every source row, one byte a row, and of every record that was mapped from one.
 * A row counts once: as records if it gave any, else as an older version, else as rejected.
 */
export class RowLedger {
  readonly #first: number;
  readonly #fates: Uint8Array;
  readonly #tallies = new Map<EntityName, Tally>();

  /** For the rows with numbers from `first` to `last`. */
  constructor(first: number, last: number) {
    this.#first = first;
    this.#fates = new Uint8Array(last - first + 1);
  }

  /** What it holds as plain data, for `add`. */
  entries(): LedgerEntries {
    return { first: this.#first, fates: this.#fates, tallies: this.#tallies };
  }

  /** Adds what another ledger holds of some of the same rows. */
  add({ first, fates, tallies }: LedgerEntries): void {
    for (let at = 0; at < fates.length; at += 1) {
      if (fates[at] !== 0) this.#mark(first + at, fates[at] ?? 0);
    }
    for (const [entity, tally] of tallies) {
      const own = this.tally(entity);
      // Both have the keys of a tally.
      for (const part of Object.keys(tally) as (keyof Tally)[]) own[part] += tally[part];
    }
  }

  #mark(sourceRow: number, fate: number): void {
    const at = sourceRow - this.#first;
    this.#fates[at] = (this.#fates[at] ?? 0) | fate;
  }

  /** A mapped record of a row, and what became of it. */
  note(entity: EntityName, sourceRow: number, fate: Fate, part: keyof Tally = "records"): void {
    this.#mark(sourceRow, bits[fate]);
    const tally = this.tally(entity);
    tally.mapped += 1;
    tally[part] += 1;
  }

  /** A row of a source that was taken in again. */
  noteObsolete(sourceRow: number): void {
    this.#mark(sourceRow, bits.older);
  }

  /** Whether nothing at all became of a row. */
  isLost(sourceRow: number): boolean {
    return this.#fates[sourceRow - this.#first] === bits.rejected;
  }

  tally(entity: EntityName): Tally {
    const known = this.#tallies.get(entity) ?? {
      mapped: 0,
      records: 0,
      olderVersions: 0,
      joined: 0,
      rejected: 0,
      derived: 0,
      changes: 0,
      findings: 0,
    };
    this.#tallies.set(entity, known);
    return known;
  }

  /** The counts; throws when a row is missing or a mapped record has no fate (`contracts.md` 5). */
  finish(sourceRows: number): Omit<NormalizeCounts, "beyondLimit"> {
    const [mappedRows, supersededRows, rejectedRows] = this.#countRows();
    const seen = mappedRows + supersededRows + rejectedRows;
    if (seen !== sourceRows) throw new Error(`${seen} of ${sourceRows} source rows accounted for`);
    const entities = entityNames.flatMap((entity) => {
      const tally = this.#tallies.get(entity);
      return tally === undefined ? [] : [{ entity, ...checked(entity, tally) }];
    });
    return { sourceRows, mappedRows, supersededRows, rejectedRows, entities };
  }

  #countRows(): [mapped: number, superseded: number, rejected: number] {
    const counts: [number, number, number] = [0, 0, 0];
    for (const fate of this.#fates) {
      if ((fate & bits.record) !== 0) counts[0] += 1;
      else if ((fate & bits.older) !== 0) counts[1] += 1;
      else if (fate !== 0) counts[2] += 1;
    }
    return counts;
  }
}

function checked(entity: EntityName, tally: Tally): Tally {
  const { mapped, records, olderVersions, joined, rejected } = tally;
  const sum = records + olderVersions + joined + rejected;
  if (sum !== mapped) throw new Error(`${sum} of ${mapped} mapped ${entity} records accounted for`);
  return tally;
}
