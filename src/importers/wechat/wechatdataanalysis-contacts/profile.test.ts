import { describeProfile } from "../../source-profile.contract.ts";
import { wechatdataanalysisContacts } from "./profile.ts";

describeProfile(wechatdataanalysisContacts, import.meta.dirname);
