import { z } from "zod";
import { entityNames, type FieldTier } from "../model/entity.ts";
import { parseMetric } from "./metric.ts";

/** How much a field weighs in completeness, by entity and field, where it differs from the model. */
export type Tiers = Readonly<Partial<Record<string, Readonly<Record<string, FieldTier>>>>>;

/** A limit that a scorecard must keep: `{ metric: score.overall, min: 60 }`. */
export interface GateSettings {
  readonly name?: string | undefined;
  /** `score.overall`, `dimension.<name>` or `check.<code>`, all from 0 to 100. */
  readonly metric: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** A field: then the worst of its groups must keep the limit. */
  readonly by?: string | undefined;
  readonly severity: "error" | "warn";
}

/** What is measured, for whom, and what must hold. */
export interface ScoringSettings {
  readonly tiers: Tiers;
  readonly groups: readonly string[];
  readonly gates: readonly GateSettings[];
  readonly rules: readonly string[];
  readonly standard?: string | undefined;
}

const name = z.string().min(1);
const limit = z.number().min(0).max(100);

const gate = z
  .strictObject({
    name: name.optional().describe("What reports call the gate / 门槛名称"),
    metric: name
      .refine(
        (text) => parseMetric(text) !== undefined,
        "score.overall, dimension.<name> or check.<code>",
      )
      .describe("score.overall, dimension.<name> or check.<code> / 指标"),
    min: limit.optional().describe("Lowest value that passes, 0 to 100 / 下限"),
    max: limit.optional().describe("Highest value that passes, 0 to 100 / 上限"),
    by: name.optional().describe("Field whose groups must all keep the limit / 分组字段"),
    severity: z
      .enum(["error", "warn"])
      .default("error")
      .describe("warn: said, but no exit 1 / 级别"),
  })
  .refine(({ min, max }) => min !== undefined || max !== undefined, "a gate with min or max");

/** `scoring:` in goldpan.yaml. */
export const scoringSettings: z.ZodType<ScoringSettings> = z.strictObject({
  tiers: z
    .partialRecord(z.enum(entityNames), z.record(name, z.enum(["key", "important", "nice"])))
    .default({})
    .describe(
      "How much a field weighs in completeness, where it differs from the model / 字段等级",
    ),
  groups: z
    .array(name)
    .default(["department", "owner"])
    .describe("Fields to group scores by / 分组字段"),
  gates: z
    .array(gate)
    .default([])
    .describe("Limits; a run that breaks one ends with exit code 1 / 门槛"),
  rules: z.array(name).default([]).describe("Files with checks of your own / 自定义检查项文件"),
  standard: name.optional().describe("File with a standard to measure against / 评价标准文件"),
});
