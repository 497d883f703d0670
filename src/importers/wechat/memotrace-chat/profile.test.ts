import { describeProfile } from "../../source-profile.contract.ts";
import { memotraceChat } from "./profile.ts";

describeProfile(memotraceChat, import.meta.dirname);
