import { describeProfile } from "../../source-profile.contract.ts";
import { wukongContacts } from "./profile.ts";

describeProfile(wukongContacts, import.meta.dirname);
