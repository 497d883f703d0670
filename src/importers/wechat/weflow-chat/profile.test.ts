import { describeProfile } from "../../source-profile.contract.ts";
import { weflowChat } from "./profile.ts";

describeProfile(weflowChat, import.meta.dirname);
