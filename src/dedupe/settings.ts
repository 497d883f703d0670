import { z } from "zod";
import { entityNames, type EntityName } from "../model/entity.ts";

/** `dedupe:` in goldpan.yaml: how far the search for duplicates goes. */
export interface DedupeSettings {
  readonly recall: "normal" | "high";
  /** Whether branches are customers of their own. */
  readonly granularity: "branch" | "company";
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
    .enum(["branch", "company"])
    .default("branch")
    .describe("Whether a branch is a customer of its own / 分公司是否为独立客户"),
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
