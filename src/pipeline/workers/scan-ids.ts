import type { Model } from "../../model/entity.ts";
import { openWorkspace } from "../../workspace/open-workspace.ts";
import { iterateRowRange } from "../../workspace/source-rows.ts";
import { IdCounter } from "../normalizing/repeated-ids.ts";
import { idsOf } from "../normalizing/row-draft.ts";
import { planSource } from "../normalizing/source-plan.ts";
import type { SpecifiedRange } from "./make-rows.ts";

/** Rows whose ids are looked at before the first record is made. */
export interface ScanIds {
  readonly workspacePath: string;
  readonly startedAt: string;
  readonly model: Model;
  readonly ranges: readonly SpecifiedRange[];
}

/** The ids of the records of some rows, as the numbers of an `IdCounter`. */
export function scanIds({ workspacePath, startedAt, model, ranges }: ScanIds): Float64Array {
  const workspace = openWorkspace(workspacePath, { mode: "read", startedAt });
  try {
    const counter = new IdCounter();
    for (const range of ranges) {
      const plan = planSource(range.spec, model, new Map());
      for (const row of iterateRowRange(workspace, range)) idsOf(row, plan, counter);
    }
    return counter.hashes();
  } finally {
    workspace.close();
  }
}
