import { describeProfile } from "../../source-profile.contract.ts";
import { pywxdumpChat } from "./profile.ts";

describeProfile(pywxdumpChat, import.meta.dirname);
