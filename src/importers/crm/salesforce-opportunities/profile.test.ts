import { describeProfile } from "../../source-profile.contract.ts";
import { salesforceOpportunities } from "./profile.ts";

describeProfile(salesforceOpportunities, import.meta.dirname);
