import { describeProfile } from "../../source-profile.contract.ts";
import { pbxCalls } from "./profile.ts";

describeProfile(pbxCalls, import.meta.dirname);
