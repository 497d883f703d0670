import { describeProfile } from "../../source-profile.contract.ts";
import { hubspotContacts } from "./profile.ts";

describeProfile(hubspotContacts, import.meta.dirname);
