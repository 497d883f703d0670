import { describeProfile } from "../../source-profile.contract.ts";
import { leadSystem } from "./profile.ts";

describeProfile(leadSystem, import.meta.dirname);
