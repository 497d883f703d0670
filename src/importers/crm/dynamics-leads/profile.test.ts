import { describeProfile } from "../../source-profile.contract.ts";
import { dynamicsLeads } from "./profile.ts";

describeProfile(dynamicsLeads, import.meta.dirname);
