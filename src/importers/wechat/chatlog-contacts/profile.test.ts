import { describeProfile } from "../../source-profile.contract.ts";
import { chatlogContacts } from "./profile.ts";

describeProfile(chatlogContacts, import.meta.dirname);
