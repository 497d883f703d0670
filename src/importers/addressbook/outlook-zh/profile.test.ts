import { describeProfile } from "../../source-profile.contract.ts";
import { outlookContacts } from "./profile.ts";

describeProfile(outlookContacts, import.meta.dirname);
