import { describeProfile } from "../../source-profile.contract.ts";
import { wecomMessageArchive } from "./profile.ts";

describeProfile(wecomMessageArchive, import.meta.dirname);
