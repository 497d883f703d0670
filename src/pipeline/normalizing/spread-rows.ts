import type { NormalizeOptions } from "../../model/normalizer.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import { settle } from "../../workspace/staged-tables.ts";
import type { RunContext } from "../run-context.ts";
import type { MadeBeside, MadeRange, MakeRows } from "../workers/make-rows.ts";
import type { WorkerPool } from "../workers/worker-pool.ts";
import type { DeferredBench } from "./deferred-maker.ts";
import type { PartFiles } from "./part-files.ts";
import { createTurns, InTurn } from "./range-turns.ts";
import type { RowProgress } from "./row-progress.ts";
import { rangesOf } from "./row-ranges.ts";
import type { ColumnContexts, SourceSpec } from "./source-plan.ts";
import type { SpecifiedSources } from "./specify-sources.ts";

/** What one run of normalizing works with. */
export interface NormalizeStation {
  readonly workspace: Workspace;
  readonly context: RunContext;
  readonly options: NormalizeOptions;
  readonly pool: WorkerPool;
  readonly partFiles: PartFiles;
  readonly progress: RowProgress;
}

/** What was looked at before. */
interface Surveyed {
  readonly sources: SpecifiedSources;
  readonly contexts: ColumnContexts;
  readonly repeated: Float64Array;
}

/** Rows whose records are handed over together: they wait in memory. */
const rowsPerRange = 2500;

/** The records of sources that name no others but users, made by all workers side by side. */
export async function makeRowsInWorkers(
  specs: readonly SourceSpec[],
  { sources, contexts, repeated }: Surveyed,
  bench: DeferredBench,
  { workspace, context, options, pool, partFiles, progress }: NormalizeStation,
): Promise<void> {
  const ranges = rangesOf(specs, workspace, pool.parts, rowsPerRange);
  const turns = createTurns();
  const paths = partFiles.open(Math.min(pool.size, ranges.length));
  const inputs = paths.map((partPath): MakeRows => ({
    workspacePath: workspace.path,
    startedAt: context.startedAt,
    partPath,
    model: bench.model,
    options,
    specs: sources.specs,
    contexts,
    repeated,
    users: bench.world.staff.known(),
    ranges,
    turns,
    done: progress.counter,
  }));
  const inTurn = new InTurn<MadeRange>(turns, (range) => {
    keepRange(range, bench);
    settle(workspace);
  });
  try {
    const asked = pool.askAll("makeRows", inputs, (range) => inTurn.add(range));
    for (const { ledger, owners } of await progress.during(asked)) {
      bench.ledger.add(ledger);
      bench.world.staff.addSightings(owners);
    }
  } finally {
    inTurn.end();
  }
}

function keepRange({ records, beside }: MadeRange, { writer, defer, world }: DeferredBench): void {
  writer.addRecords(records);
  // Written by `makeRows`.
  const { findings, rejected, deferred, keys } = JSON.parse(beside) as MadeBeside;
  for (const finding of findings) writer.addFinding(finding);
  for (const row of rejected) writer.addRejected(row);
  for (const row of deferred) defer(row);
  for (const key of keys) world.keys.add(...key);
}
