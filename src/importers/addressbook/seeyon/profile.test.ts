import { describeProfile } from "../../source-profile.contract.ts";
import { seeyonContacts } from "./profile.ts";

describeProfile(seeyonContacts, import.meta.dirname);
