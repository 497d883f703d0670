import type { EntityName } from "../../model/entity.ts";
import type { StoreValue } from "../../model/plan.ts";
import type { SourceKey, SourceTie } from "../store.ts";
import type { Statements } from "./statements.ts";

/** The rows of the CRM that source keys went to, in the same order; null where there is none. */
export function findXrefs(
  statements: Statements,
  entity: EntityName,
  sources: readonly SourceKey[],
): StoreValue[] {
  const found: StoreValue[] = sources.map(() => null);
  for (const [system, places] of placesBySystem(sources)) {
    const keys = places.map((at) => sources[at]?.key ?? "");
    const rows = statements.all(
      `SELECT wanted.key AS place, xref.pk AS pk FROM json_each(?) wanted
       CROSS JOIN _goldpan_xref xref
         ON xref.system = ? AND xref.source_key = wanted.value AND xref.entity = ?`,
      JSON.stringify(keys),
      system,
      entity,
    );
    for (const { place, pk } of rows) found[places[Number(place)] ?? -1] = pk ?? null;
  }
  return found;
}

/** The positions of source keys by their system. */
function placesBySystem(sources: readonly SourceKey[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [at, { system }] of sources.entries()) {
    const known = places.get(system);
    if (known === undefined) places.set(system, [at]);
    else known.push(at);
  }
  return places;
}

/** Ties source keys to rows; returns the ties to other rows that there were before. */
export function saveXrefs(statements: Statements, ties: readonly SourceTie[]): SourceTie[] {
  const moved: SourceTie[] = [];
  for (const group of groupsOf(ties)) {
    const [first] = group;
    if (first === undefined) continue;
    const added = statements.run(
      `INSERT INTO _goldpan_xref SELECT ?, key, ?, value FROM json_each(?) WHERE true
       ON CONFLICT DO NOTHING`,
      [first.source.system, first.entity, objectOf(group)],
    );
    if (added < group.length) moved.push(...moveXrefs(statements, group));
  }
  return moved;
}

/** `{"8841":17,"8842":18}`: a JSON object of source keys and row keys, in the order of the crosswalk. */
function objectOf(ties: readonly SourceTie[]): string {
  const pairs = ties.map(
    ({ source, key }) => `${JSON.stringify(source.key)}:${JSON.stringify(key)}`,
  );
  return `{${pairs.sort().join(",")}}`;
}

/** Leads ties that lead elsewhere to the rows given; returns them as they were. */
function moveXrefs(statements: Statements, ties: readonly SourceTie[]): SourceTie[] {
  const [first] = ties;
  if (first === undefined) return [];
  const sources = ties.map(({ source }) => source);
  const before = findXrefs(statements, first.entity, sources);
  return ties.flatMap((tie, at) => {
    const key = before[at] ?? null;
    if (String(key) === String(tie.key)) return [];
    statements.run(
      "UPDATE _goldpan_xref SET pk = ? WHERE system = ? AND source_key = ? AND entity = ?",
      [tie.key, tie.source.system, tie.source.key, tie.entity],
    );
    return [{ ...tie, key }];
  });
}

/** Takes ties away, as far as they still lead to these rows. */
export function dropXrefs(statements: Statements, ties: readonly SourceTie[]): void {
  for (const group of groupsOf(ties)) {
    const [first] = group;
    if (first === undefined) continue;
    const sources = group.map(({ source }) => source);
    const now = findXrefs(statements, first.entity, sources);
    const ours = group.filter(({ key }, at) => String(now[at]) === String(key));
    statements.run(
      `DELETE FROM _goldpan_xref WHERE system = ? AND entity = ?
         AND source_key IN (SELECT value FROM json_each(?))`,
      [first.source.system, first.entity, JSON.stringify(ours.map(({ source }) => source.key))],
    );
  }
}

/** Ties of one system and one entity each. */
function groupsOf(ties: readonly SourceTie[]): Iterable<readonly SourceTie[]> {
  const groups = new Map<string, SourceTie[]>();
  for (const tie of ties) {
    const name = `${tie.entity} ${tie.source.system}`;
    const known = groups.get(name);
    if (known === undefined) groups.set(name, [tie]);
    else known.push(tie);
  }
  return groups.values();
}
