import { compileMapping } from "../../mapping/compile-mapping.ts";
import { matchColumns } from "../../mapping/column-layout.ts";
import type { Model } from "../../model/entity.ts";
import { openWorkspace, type Workspace } from "../../workspace/open-workspace.ts";
import { iterateColumn, iterateSourceRows } from "../../workspace/source-rows.ts";
import {
  lookedNormalizer,
  type LookedColumn,
  type SourceSpec,
} from "../normalizing/source-plan.ts";

/** A column that means something only as a whole, over all sources of its mapping. */
export interface ObserveColumn {
  readonly workspacePath: string;
  readonly startedAt: string;
  readonly model: Model;
  readonly specs: readonly SourceSpec[];
  readonly column: LookedColumn;
}

/** What the normalizer of the column makes of it. */
export function observeColumn({
  workspacePath,
  startedAt,
  model,
  specs,
  column,
}: ObserveColumn): unknown {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const same = specs.filter(({ group }) => group === column.group);
    const [first] = same;
    if (first === undefined) throw new Error(`No source for column ${column.field}`);
    return lookedNormalizer(first, column, model).observe(valuesOf(workspace, same, column, model));
  } finally {
    workspace.close();
  }
}

function* valuesOf(
  workspace: Workspace,
  specs: readonly SourceSpec[],
  column: LookedColumn,
  model: Model,
): Generator<string> {
  for (const spec of specs) {
    const plain = plainColumn(spec, column);
    if (plain === undefined) yield* mappedValues(workspace, spec, column, model);
    else yield* iterateColumn(workspace, spec.source.id, plain);
  }
}

/** The one column that a field is read from as it stands. */
function plainColumn(
  { mapping, source }: SourceSpec,
  { part, field }: LookedColumn,
): number | undefined {
  const rule = [mapping, ...mapping.children][part]?.fields[field];
  const [from, second] = rule?.from ?? [];
  if (from === undefined || second !== undefined || rule?.values !== undefined) return undefined;
  return matchColumns(mapping, source.columns).indexOf(from);
}

function* mappedValues(
  workspace: Workspace,
  { mapping, source }: SourceSpec,
  { part, field }: LookedColumn,
  model: Model,
): Generator<string> {
  const read = compileMapping(mapping, source.columns, model).readers[part]?.get(field);
  if (read === undefined) return;
  for (const { cells } of iterateSourceRows(workspace, source.id)) yield* read(cells);
}
