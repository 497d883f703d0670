import { z } from "zod";
import { entityNames } from "../model/entity.ts";

const name = z.string().min(1);
const share = z.number().min(0).max(100);

/** How far the search for duplicates goes. */
export interface DedupeSettings {
  readonly recall: "normal" | "high";
  /** Whether branches are customers of their own. */
  readonly granularity: "branch" | "company";
}

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

/** `dedupe:` in goldpan.yaml. */
export const dedupeSettings: z.ZodType<DedupeSettings> = z.strictObject({
  recall: z.enum(["normal", "high"]).default("normal").describe("How many pairs are compared"),
  granularity: z
    .enum(["branch", "company"])
    .default("branch")
    .describe("Whether a branch is a customer of its own"),
});

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
