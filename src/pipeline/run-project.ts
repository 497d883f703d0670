import { GoldpanError } from "../errors.ts";
import type { EntityName } from "../model/entity.ts";
import type { Scorecard } from "../model/scorecard.ts";
import { runSteps, type ProjectRun, type RunStep } from "../report/run-text.ts";
import { applyLoad } from "./apply-load.ts";
import { dedupeRecords } from "./dedupe-records.ts";
import { importSources } from "./import-sources.ts";
import { normalizeRecords } from "./normalize-records.ts";
import { planLoad } from "./plan-load.ts";
import type { RunContext } from "./run-context.ts";
import { scoreHealth } from "./score-health.ts";

export interface RunQuestion {
  /** The last step; the load by default. */
  readonly until?: RunStep | undefined;
  /** Write to the CRM; else the load is only planned. */
  readonly apply: boolean;
  readonly acceptSuggested: boolean;
  /** Runs the load; `isInterrupted` is asked after each batch, true ends it there, to be resumed. */
  readonly guardLoad?: GuardLoad | undefined;
}

type GuardLoad = <Result>(
  work: (isInterrupted: () => boolean) => Promise<Result>,
) => Promise<Result>;

/**
 * Everything from the files to a rehearsed load. Stops at a failed gate; writes to the CRM only
 * when `apply` says so. Throws before anything is read when the project names no CRM to load into,
 * and MAPPING_IS_SUGGESTED when nobody has reviewed a mapping.
 */
export async function runProject(question: RunQuestion, context: RunContext): Promise<ProjectRun> {
  const { until = "load" } = question;
  if (until === "load" && context.settings.store === undefined) {
    throw new GoldpanError("LOAD_NO_STORE");
  }
  let run: ProjectRun = { steps: [], stoppedByGate: false };
  for (const step of runSteps.slice(0, runSteps.indexOf(until) + 1)) {
    const done = await stepResults[step]({ question, context, run });
    run = { ...run, ...done, steps: [...run.steps, step] };
    if (run.scorecard !== undefined && failsGate(run.scorecard) && step === "score") {
      return { ...run, stoppedByGate: true };
    }
  }
  return run;
}

function failsGate({ gates }: Scorecard): boolean {
  return gates.some(({ passed, severity }) => !passed && severity === "error");
}

interface RunSoFar {
  readonly question: RunQuestion;
  readonly context: RunContext;
  readonly run: ProjectRun;
}

const stepResults: Readonly<Record<RunStep, (soFar: RunSoFar) => Promise<Partial<ProjectRun>>>> = {
  import: async ({ question: { acceptSuggested }, context }) => ({
    imported: await importSources({ paths: [], acceptSuggested }, context),
  }),
  normalize: async ({ context }) => ({
    normalized: await normalizeRecords({ repairs: "safe" }, context),
  }),
  dedupe: async ({ context }) => ({
    deduped: await dedupeRecords({ recall: context.settings.dedupe.recall }, context),
  }),
  score: async ({ context, run: { deduped } }) => ({
    scorecard: await scoreHealth({ on: "golden", entity: scoredEntity(deduped), by: [] }, context),
  }),
  load: async ({ question, context }) => load(question, context),
};

/** Customers, or what there is of else where no file holds any. */
function scoredEntity(deduped: ProjectRun["deduped"]): EntityName {
  const found = deduped?.entities.filter(({ golden }) => golden > 0) ?? [];
  const names: readonly EntityName[] = ["customer", "contact", "opportunity", "activity"];
  return names.find((name) => found.some(({ entity }) => entity === name)) ?? "customer";
}

async function load(
  { apply, guardLoad = unguarded }: RunQuestion,
  context: RunContext,
): Promise<Partial<ProjectRun>> {
  const plan = await planLoad({ dryRun: !apply }, context);
  if (!apply) return { plan };
  const question = { plan: plan.path, resume: false, onStale: "fail" } as const;
  const loaded = await guardLoad((isInterrupted) =>
    applyLoad({ ...question, isInterrupted }, context),
  );
  return { plan, loaded };
}

const unguarded: GuardLoad = (work) => work(() => false);
