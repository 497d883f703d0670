import { readdirSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { NormalizeOptions } from "../../model/normalizer.ts";
import type { Workspace } from "../../workspace/open-workspace.ts";
import {
  createStaging,
  mostStagings,
  releaseStagings,
  takeStaging,
  type Staging,
} from "../../workspace/staging.ts";
import type { RunContext } from "../run-context.ts";
import type { MakeRows } from "../workers/make-rows.ts";
import type { WorkerPool } from "../workers/worker-pool.ts";
import type { DeferredBench } from "./deferred-maker.ts";
import type { RowProgress } from "./row-progress.ts";
import { inRuns, rangesOf, rowsIn } from "./row-ranges.ts";
import type { ColumnContexts, SourceSpec, SpecifiedSources } from "./source-plan.ts";

/** What one run of normalizing works with. */
export interface NormalizeStation {
  readonly workspace: Workspace;
  readonly context: RunContext;
  readonly options: NormalizeOptions;
  readonly pool: WorkerPool;
  readonly stagings: StagingFiles;
  readonly progress: RowProgress;
}

/** The staging files of one run, beside the workspace; whoever makes them removes them. */
export class StagingFiles {
  readonly #workspace: Workspace;
  readonly #pool: WorkerPool;
  readonly #workers: number;
  readonly #paths: string[] = [];
  /** For the parts that this thread packs, where there are too many for memory. */
  readonly own: Staging | undefined;

  constructor(workspace: Workspace, pool: WorkerPool, workers: number, rows: number) {
    this.#workspace = workspace;
    this.#pool = pool;
    this.#workers = workers;
    this.#removeAll();
    this.own = pool.isWorthIt(rows) ? createStaging(this.#pathOf("own"), workspace) : undefined;
  }

  #pathOf(name: string): string {
    return `${this.#workspace.path}-staging-${name}`;
  }

  /** Whether there are rows enough, and room for the file of at least one worker. */
  areWorthIt(specs: readonly SourceSpec[]): boolean {
    return this.#pool.isWorthIt(rowsIn(specs)) && this.#paths.length < mostStagings;
  }

  /** How many workers of one more spread can have a file. */
  room(): number {
    return Math.min(this.#workers, mostStagings - this.#paths.length);
  }

  /** The paths for so many workers. */
  open(count: number): string[] {
    const first = this.#paths.length;
    const paths = Array.from({ length: count }, (_, at) => this.#pathOf(String(first + at)));
    this.#paths.push(...paths);
    return paths;
  }

  /** Takes over what stands in the files of a spread. */
  take(paths: readonly string[]): void {
    for (const path of paths) takeStaging(this.#workspace, path, this.#paths.indexOf(path));
  }

  /** Every file with packed parts; nothing may be added after. */
  close(): string[] {
    this.own?.close();
    return this.own === undefined ? [] : [...this.#paths, this.#pathOf("own")];
  }

  /** Lets the files go and removes them; call after the transaction. */
  remove(): void {
    if (this.#workspace.database.open) releaseStagings(this.#workspace);
    this.#removeAll();
  }

  /** Those of a run that was killed too. */
  #removeAll(): void {
    const folder = dirname(this.#workspace.path);
    const beginning = basename(this.#pathOf(""));
    for (const name of readdirSync(folder)) {
      if (name.startsWith(beginning)) rmSync(join(folder, name), { force: true });
    }
  }
}

/** What was looked at before. */
interface Surveyed {
  readonly sources: SpecifiedSources;
  readonly contexts: ColumnContexts;
  readonly repeated: Float64Array;
}

/** The records of sources that name no others but users, made by all workers side by side. */
export async function makeRowsInWorkers(
  specs: readonly SourceSpec[],
  { sources, contexts, repeated }: Surveyed,
  bench: DeferredBench,
  { workspace, context, options, pool, stagings, progress }: NormalizeStation,
): Promise<void> {
  const runs = inRuns(rangesOf(specs, workspace, pool.parts), stagings.room());
  const paths = stagings.open(runs.length);
  const inputs = runs.map((ranges, at): MakeRows => ({
    workspacePath: workspace.path,
    startedAt: context.startedAt,
    stagingPath: paths[at] ?? "",
    model: bench.model,
    options,
    specs: sources.specs,
    contexts,
    repeated,
    users: bench.world.staff.known(),
    ranges,
    done: progress.counter,
  }));
  const made = await progress.during(pool.askAll("makeRows", inputs));
  stagings.take(paths);
  for (const { ledger, owners } of made) {
    bench.ledger.add(ledger);
    bench.world.staff.addSightings(owners);
  }
}
