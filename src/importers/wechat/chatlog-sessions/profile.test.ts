import { describeProfile } from "../../source-profile.contract.ts";
import { chatlogSessions } from "./profile.ts";

describeProfile(chatlogSessions, import.meta.dirname);
