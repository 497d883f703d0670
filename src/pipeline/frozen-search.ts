import { createHash } from "node:crypto";
import { defaultModel } from "../dedupe/default-model.ts";
import type { SearchOptions } from "../dedupe/find-duplicates.ts";
import { matchModelSchema, type MatchModel } from "../dedupe/match-model.ts";
import type { PackedRecords } from "../dedupe/packed-records.ts";
import { findMarked, markRecords } from "../dedupe/statistics/record-marks.ts";
import { withStatistics } from "../dedupe/statistics/table-statistics.ts";
import type { DedupeSettings } from "../dedupe/settings.ts";
import type { StatisticsNote } from "../report/dedupe-summary.ts";
import {
  addFreezing,
  findFrozenStatistics,
  type FrozenStatistics,
} from "../workspace/frozen-statistics.ts";
import { findMatchModel } from "../workspace/match-models.ts";
import type { Workspace } from "../workspace/open-workspace.ts";

/** A search in a project: what to search, by which weights, and what to say of the statistics. */
export interface FrozenSearch {
  readonly packed: PackedRecords;
  readonly weights: Pick<SearchOptions, "model" | "learns">;
  readonly note: StatisticsNote;
}

export interface FreezeQuestion {
  readonly run: number;
  /** The model of the project's own, where it has one. */
  readonly own: MatchModel | undefined;
  /** Whether somebody asked for new statistics. */
  readonly refreeze: boolean;
  /** What the thresholds are chosen for, and by. */
  readonly askedOf: Pick<DedupeSettings, "precision" | "labels">;
}

/** A table of more than so many times the records that were counted has outgrown its statistics. */
const outgrown = 2;

/**
 * Weights and rarities of a project are those of the run that froze them: new records are judged by
 * them and change none, so that file after file gives the clusters of all files at once. They are
 * frozen anew, and that is logged, where somebody asks, where the model or the fields changed, and
 * where the table is twice or half of what was counted.
 */
export function freezeSearch(
  workspace: Workspace,
  packed: PackedRecords,
  { run, own, refreeze, askedOf }: FreezeQuestion,
): FrozenSearch {
  const { entity, size } = packed;
  const basis = basisOf(packed, own ?? defaultModel(entity), askedOf);
  const standing = findFrozenStatistics(workspace, entity);
  const model = frozenModel(workspace, packed);
  const reason = reasonToFreeze(standing, { size, basis, refreeze });
  if (reason === undefined && standing !== undefined && model !== undefined) {
    const isCounted = findMarked(packed.ids, standing.marks);
    const { run: since, records } = standing;
    const newRecords = isCounted.reduce((sum, each) => sum + (1 - each), 0);
    return {
      packed: withStatistics(packed, isCounted, records),
      weights: { model, learns: false },
      note: { frozen: null, run: since, records, newRecords },
    };
  }
  const frozen = reason ?? "first";
  const marks = markRecords(packed.ids);
  if (size > 0) {
    addFreezing(workspace, entity, { run, reason: frozen, records: size, basis, marks });
  }
  return {
    packed,
    weights: own === undefined ? {} : { model: own },
    note: { frozen, run, records: size, newRecords: 0 },
  };
}

/** The table as the last search saw it, for who explains what it found. */
export function asFrozen(workspace: Workspace, packed: PackedRecords): PackedRecords {
  const standing = findFrozenStatistics(workspace, packed.entity);
  if (standing === undefined) return packed;
  return withStatistics(packed, findMarked(packed.ids, standing.marks), standing.records);
}

function frozenModel(workspace: Workspace, { entity }: PackedRecords): MatchModel | undefined {
  const parsed = matchModelSchema.safeParse(findMatchModel(workspace, entity));
  return parsed.success ? parsed.data : undefined;
}

interface Circumstances {
  readonly size: number;
  readonly basis: string;
  readonly refreeze: boolean;
}

function reasonToFreeze(
  standing: FrozenStatistics | undefined,
  { size, basis, refreeze }: Circumstances,
): Exclude<StatisticsNote["frozen"], null> | undefined {
  if (standing === undefined) return "first";
  if (refreeze) return "asked";
  if (standing.basis !== basis) return "settings";
  if (size > standing.records * outgrown) return "grown";
  return size * outgrown < standing.records ? "shrunk" : undefined;
}

/**
 * What weights and thresholds are learned for: the model they start from, the columns that are
 * compared, the precision that was asked for, and the file of labels.
 */
function basisOf(
  { customFields, columns }: PackedRecords,
  model: MatchModel,
  askedOf: FreezeQuestion["askedOf"],
): string {
  const basis = JSON.stringify({ model, customFields, columns: Object.keys(columns), ...askedOf });
  return createHash("sha256").update(basis).digest("hex").slice(0, 16);
}
