import { describeProfile } from "../../source-profile.contract.ts";
import { dynamicsContacts } from "./profile.ts";

describeProfile(dynamicsContacts, import.meta.dirname);
