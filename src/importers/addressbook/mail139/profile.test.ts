import { describeProfile } from "../../source-profile.contract.ts";
import { mail139Contacts } from "./profile.ts";

describeProfile(mail139Contacts, import.meta.dirname);
