import { describeProfile } from "../../source-profile.contract.ts";
import { foxmailContacts } from "./profile.ts";

describeProfile(foxmailContacts, import.meta.dirname);
