import { describeProfile } from "../../source-profile.contract.ts";
import { wukongOpportunities } from "./profile.ts";

describeProfile(wukongOpportunities, import.meta.dirname);
