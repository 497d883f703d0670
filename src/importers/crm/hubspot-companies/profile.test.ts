import { describeProfile } from "../../source-profile.contract.ts";
import { hubspotCompanies } from "./profile.ts";

describeProfile(hubspotCompanies, import.meta.dirname);
