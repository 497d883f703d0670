import { describeProfile } from "../../source-profile.contract.ts";
import { wechatmsgChat } from "./profile.ts";

describeProfile(wechatmsgChat, import.meta.dirname);
