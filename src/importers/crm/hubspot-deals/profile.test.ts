import { describeProfile } from "../../source-profile.contract.ts";
import { hubspotDeals } from "./profile.ts";

describeProfile(hubspotDeals, import.meta.dirname);
