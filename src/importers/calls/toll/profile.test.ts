import { describeProfile } from "../../source-profile.contract.ts";
import { pbxToll } from "./profile.ts";

describeProfile(pbxToll, import.meta.dirname);
