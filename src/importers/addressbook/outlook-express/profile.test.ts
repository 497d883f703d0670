import { describeProfile } from "../../source-profile.contract.ts";
import { outlookExpressContacts } from "./profile.ts";

describeProfile(outlookExpressContacts, import.meta.dirname);
