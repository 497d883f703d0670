import { describeProfile } from "../../source-profile.contract.ts";
import { cordysStaff } from "./profile.ts";

describeProfile(cordysStaff, import.meta.dirname);
