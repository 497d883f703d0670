import { z } from "zod";
import { entityNames } from "../model/entity.ts";

const name = z.string().min(1);
const share = z.number().min(0).max(100);

/** A limit that a scorecard must keep: `{ metric: score.overall, min: 60 }`. */
export interface GateSettings {
  readonly name?: string | undefined;
  readonly metric: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  readonly severity: "error" | "warn";
}

/** What is measured, by whom, and what must hold. */
export interface ScoringSettings {
  readonly tiers: Readonly<
    Partial<Record<string, Readonly<Record<string, "key" | "important" | "nice">>>>
  >;
  readonly groups: readonly string[];
  readonly gates: readonly GateSettings[];
  readonly rules: readonly string[];
  readonly standard?: string | undefined;
}

const gate = z.strictObject({
  name: name.optional(),
  metric: name.describe("score.overall, dimension.<name> or check.<code>"),
  min: share.optional(),
  max: share.optional(),
  severity: z.enum(["error", "warn"]).default("error"),
});

/** `scoring:` in goldpan.yaml. */
export const scoringSettings: z.ZodType<ScoringSettings> = z.strictObject({
  tiers: z
    .partialRecord(z.enum(entityNames), z.record(name, z.enum(["key", "important", "nice"])))
    .default({})
    .describe("How much a field weighs in completeness, where it differs from the model"),
  groups: z.array(name).default(["department", "owner"]).describe("Fields to group scores by"),
  gates: z.array(gate).default([]).describe("Limits; a run that breaks one ends with exit code 1"),
  rules: z.array(name).default([]).describe("Files with checks of your own"),
  standard: name.optional().describe("File with a standard to measure against"),
});
