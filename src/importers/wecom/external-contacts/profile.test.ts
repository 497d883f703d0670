import { describeProfile } from "../../source-profile.contract.ts";
import { wecomExternalContacts } from "./profile.ts";

describeProfile(wecomExternalContacts, import.meta.dirname);
