import { describeProfile } from "../../source-profile.contract.ts";
import { weflowContacts } from "./profile.ts";

describeProfile(weflowContacts, import.meta.dirname);
