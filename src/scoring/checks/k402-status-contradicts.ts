import type { ScorableRecord } from "../../model/scorecard.ts";
import { valuesOf, type Check, type ScoringContext, type Tell } from "../check.ts";
import { dayNumber } from "../day-number.ts";
import { enumValue } from "../enum-value.ts";

const recentDays = 30;
const sleeping: ReadonlySet<string> = new Set(["dormant", "invalid", "archived"]);

/** K402: a status of a customer, or a stage of an opportunity, against the fields that would bear it out. */
export const statusContradicts: Check = {
  rule: {
    code: "K402",
    name: "status-contradicts",
    dimension: "consistency",
    severity: "warning",
    weight: 2,
    zh: "状态或阶段与其他字段矛盾",
    en: "Status or stage says one thing, other fields another",
    why: {
      zh: "休眠客户上周刚有跟进、赢单却无凭证, 都会使预测失真",
      en: "A dormant customer with a call last week, or a deal won without a contract, falsifies the forecast",
    },
    howToFix: {
      zh: "按实际情况更新状态, 或补充凭证、原因、日期",
      en: "Set the status to what happened, or add the missing evidence, reason or date",
    },
    fix: "needs-review",
  },
  entities: ["customer", "opportunity"],
  examine(record, context, tell) {
    if (context.entity === "customer") examineCustomer(record, context, tell);
    else examineOpportunity(record, context, tell);
  },
};

function examineCustomer(record: ScorableRecord, context: ScoringContext, tell: Tell): void {
  const status = enumValue(record, "status", context);
  if (status === "") return;
  const [lastActivity = ""] = valuesOf(record, "last_activity_at");
  const day = dayNumber(lastActivity);
  const isRecent = day !== undefined && context.today - day <= recentDays;
  tell(!(sleeping.has(status) && isRecent), "status", status, `last_activity_at ${lastActivity}`);
}

function examineOpportunity(record: ScorableRecord, context: ScoringContext, tell: Tell): void {
  const stage = enumValue(record, "stage", context);
  if (stage === "") return;
  if (stage === "won") {
    tell(valuesOf(record, "stage_evidence").length > 0, "stage", stage, "stage_evidence empty");
  } else if (stage === "lost") {
    tell(valuesOf(record, "lost_reason").length > 0, "stage", stage, "lost_reason empty");
  } else {
    examineOpenStage(record, stage, context, tell);
  }
}

function examineOpenStage(
  record: ScorableRecord,
  stage: string,
  context: ScoringContext,
  tell: Tell,
): void {
  const [expected = ""] = valuesOf(record, "expected_close_on");
  const day = dayNumber(expected);
  const isOverdue = day !== undefined && day < context.today;
  tell(!isOverdue, "stage", stage, `expected_close_on ${expected}`);
}
