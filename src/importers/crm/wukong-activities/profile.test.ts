import { describeProfile } from "../../source-profile.contract.ts";
import { wukongActivities } from "./profile.ts";

describeProfile(wukongActivities, import.meta.dirname);
