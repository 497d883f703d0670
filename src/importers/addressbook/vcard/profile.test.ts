import { describeProfile } from "../../source-profile.contract.ts";
import { vcardContacts } from "./profile.ts";

describeProfile(vcardContacts, import.meta.dirname);
