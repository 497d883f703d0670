import { describeProfile } from "../../source-profile.contract.ts";
import { wechatChatText } from "./profile.ts";

describeProfile(wechatChatText, import.meta.dirname);
