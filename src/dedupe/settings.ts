import { z } from "zod";
import { granularities, type Granularity } from "./granularity.ts";
import { ruleChoices, settableRules, type RuleSettings } from "./hard-rules/rule-settings.ts";
import { entityNames, type EntityName } from "../model/entity.ts";

/** `dedupe:` in goldpan.yaml: how far the search for duplicates goes. */
export interface DedupeSettings {
  readonly recall: "normal" | "high";
  /** What one customer is: a branch or legal entity, the legal entity with its branches, the group. */
  readonly granularity: Granularity;
  /** Hard rules that do something else than they were shipped with. */
  readonly rules: RuleSettings;
  /** Systems whose rows are a customer each, and never two of them one. */
  readonly unique_within: readonly string[];
  /** A file of labels, as `evaluate` reads them: thresholds are chosen by it. */
  readonly labels?: string | undefined;
  /** Least share of automatic matches that are right, as far as labels prove it. */
  readonly precision?: number | undefined;
  /** A model file of the project's own. */
  readonly model?: string | undefined;
}

/** The rules that choose among the values of a cluster, by name. */
export const survivorshipRuleNames = [
  "source_priority",
  "most_recent",
  "most_frequent",
  "longest",
  "min",
  "max",
  "concat_set",
] as const;

/** One of `survivorshipRuleNames`. */
export type SurvivorshipRuleName = (typeof survivorshipRuleNames)[number];

/** `survivorship:` in goldpan.yaml: which of several values a golden record gets. */
export interface SurvivorshipSettings {
  /** Source systems, most trusted first. */
  readonly systems: readonly string[];
  /** Rules by field, first one first, where they differ from the shipped ones. */
  readonly fields: Readonly<
    Partial<Record<EntityName, Readonly<Record<string, readonly SurvivorshipRuleName[]>>>>
  >;
}

const text = z.string().min(1);

/** Schema of `dedupe:`; every key has a default. */
export const dedupeSettings: z.ZodType<DedupeSettings> = z.strictObject({
  recall: z
    .enum(["normal", "high"])
    .default("normal")
    .describe("How many pairs are compared / 比较范围"),
  granularity: z
    .enum(granularities)
    .default("branch")
    .describe("One customer: each branch, the company with its branches, the group / 客户粒度"),
  rules: z
    .partialRecord(z.enum(settableRules), z.enum(ruleChoices))
    .default({})
    .describe("Hard rules that do something else than shipped / 硬规则的例外"),
  unique_within: z
    .array(text)
    .default([])
    .describe("Systems whose rows are a customer each / 内部无重复的来源系统"),
  labels: text
    .optional()
    .describe("File of labels that thresholds are chosen by / 选阈值用的标注文件"),
  precision: z
    .number()
    .min(0.5)
    .max(0.9999)
    .optional()
    .describe("Least share of automatic matches that are right / 自动匹配的最低查准率"),
  model: text.optional().describe("File with match weights of your own / 自有匹配模型"),
});

/** Schema of `survivorship:`; every key has a default. */
export const survivorshipSettings: z.ZodType<SurvivorshipSettings> = z.strictObject({
  systems: z.array(text).default([]).describe("Source systems, most trusted first / 来源优先级"),
  fields: z
    .partialRecord(z.enum(entityNames), z.record(text, z.array(z.enum(survivorshipRuleNames))))
    .default({})
    .describe("Rules by field, where they differ from ours / 字段取值规则"),
});
