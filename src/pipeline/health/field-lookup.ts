import { entityNames, type EntityName, type Model } from "../../model/entity.ts";
import type { Finding } from "../../model/finding.ts";
import type { RecordValue } from "../../model/record.ts";
import { findGolden } from "../../workspace/goldens.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { findRecord } from "../../workspace/records.ts";
import { userNames } from "./scorable-records.ts";

type Find = (id: string) => readonly string[] | undefined;

/** Looks up one field of the records that findings are about: whose customer is it, which department. */
export class FieldLookup {
  readonly #finders: ReadonlyMap<string, Find>;

  /** For contacts `owner` means `owners`: the first of them. */
  constructor(workspace: Workspace, model: Model, field: string) {
    const names = userNames(workspace);
    const finders = entityNames.map((entity): [string, Find] => {
      const found = model.entities[entity].fields.find(
        ({ name }) => name === field || name === `${field}s`,
      );
      return [
        entity,
        found === undefined ? () => undefined : finder(workspace, entity, found.name, names),
      ];
    });
    this.#finders = new Map(finders);
  }

  /** The display value of the field, "" when there is none. */
  valueOf({ entity = "", record = "" }: Finding): string {
    return this.#finders.get(entity)?.(record)?.[0] ?? "";
  }
}

function finder(
  workspace: Workspace,
  entity: EntityName,
  field: string,
  names: ReadonlyMap<string, string>,
): Find {
  const [record, golden] = [findRecord(workspace, entity), findGolden(workspace, entity)];
  const displayed = (value: RecordValue | undefined): string[] =>
    (value?.items ?? []).map(({ display }) => display);
  return (id) => {
    const found = record(id);
    if (found !== undefined) return displayed(found.values[field]);
    return golden(id)?.values[field]?.items.map((item) => names.get(item) ?? item);
  };
}
