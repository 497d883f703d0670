import { describeProfile } from "../../source-profile.contract.ts";
import { fxiaokeContacts } from "./profile.ts";

describeProfile(fxiaokeContacts, import.meta.dirname);
