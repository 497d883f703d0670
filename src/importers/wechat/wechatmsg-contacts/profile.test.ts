import { describeProfile } from "../../source-profile.contract.ts";
import { wechatmsgContacts } from "./profile.ts";

describeProfile(wechatmsgContacts, import.meta.dirname);
