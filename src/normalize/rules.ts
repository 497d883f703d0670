import type { Rule } from "../model/finding.ts";
import { byCodePoint } from "../text/code-point.ts";
import { addressRules } from "./address/address-rules.ts";
import { amountRules } from "./amount/amount-rules.ts";
import { boolRules } from "./bool.ts";
import { codeRules } from "./code.ts";
import { companyNameRules } from "./company-name/company-name-rules.ts";
import { dateRules } from "./date/date-rules.ts";
import { emailRules } from "./email/email-rules.ts";
import { enumRules } from "./enum-value.ts";
import { industryRules } from "./industry/industry.ts";
import { missingValueRules } from "./missing-value.ts";
import { numberRules } from "./number.ts";
import { personNameRules } from "./person-name/person-name-rules.ts";
import { phoneRules } from "./phone/phone-rules.ts";
import { textRules } from "./text.ts";
import { udiRules } from "./udi/udi.ts";
import { usccRules } from "./uscc/uscc-rules.ts";

/** Every rule that changes a value or finds fault with one, by code. */
export const normalizationRules: readonly Rule[] = [
  ...missingValueRules,
  ...textRules,
  ...companyNameRules,
  ...addressRules,
  ...industryRules,
  ...phoneRules,
  ...usccRules,
  ...udiRules,
  ...codeRules,
  ...emailRules,
  ...personNameRules,
  ...dateRules,
  ...amountRules,
  ...numberRules,
  ...enumRules,
  ...boolRules,
].toSorted((left, right) => byCodePoint(left.code, right.code));
