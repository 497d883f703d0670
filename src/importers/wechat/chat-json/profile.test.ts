import { describeProfile } from "../../source-profile.contract.ts";
import { wechatChatJson } from "./profile.ts";

describeProfile(wechatChatJson, import.meta.dirname);
