import { describeProfile } from "../../source-profile.contract.ts";
import { pywxdumpUsers } from "./profile.ts";

describeProfile(pywxdumpUsers, import.meta.dirname);
