import { describeProfile } from "../../source-profile.contract.ts";
import { salesforceContacts } from "./profile.ts";

describeProfile(salesforceContacts, import.meta.dirname);
