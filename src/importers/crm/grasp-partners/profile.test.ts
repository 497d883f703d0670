import { describeProfile } from "../../source-profile.contract.ts";
import { graspPartners } from "./profile.ts";

describeProfile(graspPartners, import.meta.dirname);
