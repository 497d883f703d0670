import { describeProfile } from "../../source-profile.contract.ts";
import { dingtalkStaff } from "./profile.ts";

describeProfile(dingtalkStaff, import.meta.dirname);
