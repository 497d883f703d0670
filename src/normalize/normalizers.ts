import type { Normalizer, NormalizerName } from "../model/normalizer.ts";
import { address } from "./address/address.ts";
import { region } from "./address/region.ts";
import { amount } from "./amount/amount.ts";
import { companyName } from "./company-name/company-name.ts";
import { date } from "./date/date.ts";
import { email } from "./email/email.ts";
import { industry } from "./industry/industry.ts";
import { personName } from "./person-name/person-name.ts";
import { phone } from "./phone/phone.ts";
import { remark } from "./remark/remark.ts";
import { text } from "./text.ts";
import { uscc } from "./uscc/uscc.ts";

/** The normalizers by the names that a command line or a mapping gives them. */
export const normalizers: Readonly<Record<NormalizerName, Normalizer>> = {
  "company-name": companyName,
  phone,
  email,
  uscc,
  "person-name": personName,
  address,
  region,
  date,
  amount,
  industry,
  remark,
  text,
};
