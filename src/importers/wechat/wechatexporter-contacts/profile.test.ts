import { describeProfile } from "../../source-profile.contract.ts";
import { wechatexporterContacts } from "./profile.ts";

describeProfile(wechatexporterContacts, import.meta.dirname);
