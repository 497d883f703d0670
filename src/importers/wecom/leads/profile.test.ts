import { describeProfile } from "../../source-profile.contract.ts";
import { wecomLeads } from "./profile.ts";

describeProfile(wecomLeads, import.meta.dirname);
