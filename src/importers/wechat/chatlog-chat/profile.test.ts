import { describeProfile } from "../../source-profile.contract.ts";
import { chatlogChat } from "./profile.ts";

describeProfile(chatlogChat, import.meta.dirname);
