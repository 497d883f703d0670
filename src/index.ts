/** What a script can do: everything the command line does, without a terminal. */
export { GoldpanError, type ErrorCode, type Language, type Place, type Problem } from "./errors.ts";
export { canonicalModel, extendModel, findField } from "./model/canonical-model.ts";
export type * from "./model/entity.ts";
export type * from "./model/finding.ts";
export type * from "./model/golden.ts";
export type * from "./model/inventory.ts";
export type * from "./model/normalizer.ts";
export type * from "./model/parsed.ts";
export type * from "./model/plan.ts";
export type * from "./model/record.ts";
export type * from "./model/scorecard.ts";
export type * from "./model/source.ts";
export { applyLoad, type ApplyQuestion, type LoadResult } from "./pipeline/apply-load.ts";
export { checkMappingFiles, type CheckedMapping } from "./pipeline/check-mapping-files.ts";
export { cleanFile, type CleanOptions, type CleanResult } from "./pipeline/clean-file.ts";
export { convertFile, type ConvertOptions, type ConvertResult } from "./pipeline/convert-file.ts";
export {
  dedupeFile,
  type FileContext,
  type FileDedupe,
  type FileOutputs,
  type FileQuestion,
} from "./pipeline/dedupe-file.ts";
export {
  dedupeRecords,
  type DedupeQuestion,
  type ProjectDedupe,
} from "./pipeline/dedupe-records.ts";
export { evaluateClusters } from "./pipeline/evaluate-clusters.ts";
export { initProject, type InitQuestion } from "./pipeline/init-project.ts";
export { inspectSources, type InspectQuestion } from "./pipeline/inspect-sources.ts";
export { importSources, type ImportedFile, type ImportResult } from "./pipeline/import-sources.ts";
export { listRuns, type ListedRun } from "./pipeline/list-runs.ts";
export type { PlanSummary } from "./pipeline/loading/plan-summary.ts";
export { normalizeRecords, type NormalizeQuestion } from "./pipeline/normalize-records.ts";
export { openProject, type ProjectQuestion } from "./pipeline/open-project.ts";
export { planLoad, type PlanQuestion } from "./pipeline/plan-load.ts";
export {
  rollbackLoad,
  type RollbackQuestion,
  type RollbackResult,
} from "./pipeline/rollback-load.ts";
export { runProject, type RunQuestion } from "./pipeline/run-project.ts";
export { scoreHealth, type ScoreQuestion } from "./pipeline/score-health.ts";
export { showPlan } from "./pipeline/show-plan.ts";
export { verifyLoad, type VerifyQuestion, type VerifyResult } from "./pipeline/verify-load.ts";
export type { ProgressEvent, RunContext } from "./pipeline/run-context.ts";
export { readTableRecords, type TableRecords } from "./pipeline/table-records.ts";
export { suggestMappingFile } from "./pipeline/suggest-mapping-file.ts";
