import { describeProfile } from "../../source-profile.contract.ts";
import { salesforceReport } from "./profile.ts";

describeProfile(salesforceReport, import.meta.dirname);
