import { describeProfile } from "../../source-profile.contract.ts";
import { googleContacts } from "./profile.ts";

describeProfile(googleContacts, import.meta.dirname);
