import { describeProfile } from "../../source-profile.contract.ts";
import { pbxRecordings } from "./profile.ts";

describeProfile(pbxRecordings, import.meta.dirname);
