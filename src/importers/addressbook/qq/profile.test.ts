import { describeProfile } from "../../source-profile.contract.ts";
import { qqContacts } from "./profile.ts";

describeProfile(qqContacts, import.meta.dirname);
