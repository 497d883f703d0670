import { describeProfile } from "../../source-profile.contract.ts";
import { wecomStaff } from "./profile.ts";

describeProfile(wecomStaff, import.meta.dirname);
