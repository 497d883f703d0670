import { describeProfile } from "../../source-profile.contract.ts";
import { androidCalls } from "./profile.ts";

describeProfile(androidCalls, import.meta.dirname);
