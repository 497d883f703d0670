import type { Finding } from "../../model/finding.ts";
import type { NormalizedItem } from "../../model/normalizer.ts";
import type { EntityRecord, RecordValue } from "../../model/record.ts";
import { byCodePoint } from "../../text/code-point.ts";
import { foldKey } from "../../text/fold.ts";

/** The system under which users stand that only the owners of records speak of. */
const staffSystem = "staff";

/** What records said of an owner who is in no list. */
export interface Sighting {
  readonly names: Map<string, number>;
  readonly departments: Map<string, number>;
  item: NormalizedItem;
  isSuspended: boolean;
}

/** The users of the project: those of its lists, and those that records name as owners. */
export class Staff {
  readonly #recordByKey: Map<string, string>;
  readonly #seen = new Map<string, Sighting>();

  /** With the users of the lists as `known` has them, by every name and number. */
  constructor(known: ReadonlyMap<string, string> = new Map()) {
    this.#recordByKey = new Map(known);
  }

  /** The users of the lists, for another `Staff`. */
  known(): ReadonlyMap<string, string> {
    return this.#recordByKey;
  }

  /** Owners that are in no list, for `addSightings`. */
  sightings(): ReadonlyMap<string, Sighting> {
    return this.#seen;
  }

  /** Adds what another part of the records said of owners. */
  addSightings(others: ReadonlyMap<string, Sighting>): void {
    for (const [key, { names, departments, item, isSuspended }] of others) {
      const seen = this.#seen.get(key) ?? emptySighting(item);
      this.#seen.set(key, seen);
      for (const [name, count] of names) addCount(seen.names, name, count);
      for (const [name, count] of departments) addCount(seen.departments, name, count);
      seen.isSuspended ||= isSuspended;
      if (byCodePoint(item.display, seen.item.display) < 0) seen.item = item;
    }
  }

  /** Takes in a user of a list, under every name and number it may be called by. */
  add(record: EntityRecord): void {
    for (const field of ["name", "employee_no", "external_ids", "email", "mobile"]) {
      for (const { key, display } of record.values[field]?.items ?? []) {
        const known = this.#recordByKey.get(key || foldKey(display));
        const isFirst = known === undefined || byCodePoint(record.id, known) < 0;
        if (isFirst) this.#recordByKey.set(key || foldKey(display), record.id);
      }
    }
  }

  /** The record id of an owner; one that is in no list gets a record of their own at the end. */
  idOf(item: NormalizedItem, department: string, isSuspended: boolean): string {
    const known = this.#recordByKey.get(item.key);
    if (known !== undefined) return known;
    const seen = this.#seen.get(item.key) ?? emptySighting(item);
    this.#seen.set(item.key, seen);
    addCount(seen.names, item.display, 1);
    if (department !== "") addCount(seen.departments, department, 1);
    seen.isSuspended ||= isSuspended;
    if (byCodePoint(item.display, seen.item.display) < 0) seen.item = item;
    return `${staffSystem}:${item.key}`;
  }

  /** The users that no list has, in the order of their ids. */
  records(): EntityRecord[] {
    return [...this.#seen]
      .toSorted(([left], [right]) => byCodePoint(left, right))
      .map(([key, seen]) => recordOf(`${staffSystem}:${key}`, seen));
  }
}

/** What the register of problems says about a user that was made of a name. */
export function staffFinding({ id, values }: EntityRecord): Finding {
  const [name] = (values["name"] ?? values["external_ids"])?.items ?? [];
  const about = { entity: "user", record: id, field: "name", value: name?.display ?? "" };
  return { code: "N017", severity: "info", ...about };
}

function emptySighting(item: NormalizedItem): Sighting {
  return { names: new Map(), departments: new Map(), item, isSuspended: false };
}

function recordOf(id: string, { names, departments, item, isSuspended }: Sighting): EntityRecord {
  const display = mostFrequent(names);
  const department = mostFrequent(departments);
  const values: Record<string, RecordValue> = {
    [isAccount(display) ? "external_ids" : "name"]: value({ ...item, display }),
    ...(department !== "" && {
      department: value({ display: department, key: foldKey(department) }),
    }),
    ...(isSuspended && { status: value({ display: "left", key: "left" }) }),
  };
  return {
    id,
    entity: "user",
    system: staffSystem,
    sourceRow: 0,
    exportedAt: "",
    values,
    extra: {},
  };
}

const value = (item: NormalizedItem): RecordValue => ({ items: [item], findings: [] });

/** `"0055g00000AbCdE"` is what a system calls a colleague, 王敏 and "Li Lei" are names. */
function isAccount(text: string): boolean {
  return !/\p{Script=Han}/u.test(text) && /\d/.test(text) && !/\s/.test(text);
}

function addCount(counts: Map<string, number>, text: string, count: number): void {
  counts.set(text, (counts.get(text) ?? 0) + count);
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].toSorted(([a, many], [b, more]) => more - many || byCodePoint(a, b));
  return first?.[0] ?? "";
}
