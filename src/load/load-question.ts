import type { Model } from "../model/entity.ts";
import type { ReadGoldens } from "../model/golden.ts";
import type { PlanManifest } from "../model/plan.ts";
import type { Store } from "../stores/store.ts";
import type { PlanMetadata } from "../workspace/plan-file.ts";
import type { PlanWriter } from "../workspace/plan-writer.ts";
import type { TargetLayout } from "./target-layout.ts";

/** What planning a load works with. */
export interface LoadQuestion {
  readonly goldens: ReadGoldens;
  readonly model: Model;
  readonly layout: TargetLayout;
  readonly store: Store;
  readonly writer: PlanWriter;
  readonly about: Pick<PlanManifest, "goldpanVersion" | "mappingHash">;
  readonly sourceHashes: PlanMetadata["sourceHashes"];
  /** `department=华东大区`: golden records for which this is false are skipped. */
  readonly where?: string | undefined;
  /** Golden records with a pair that waits for a person wait with it. */
  readonly holdReview?: boolean | undefined;
  /** Told after each batch how many golden records of the entity were looked at, twice. */
  readonly onProgress?: ((done: number) => Promise<void>) | undefined;
}
