import { describeProfile } from "../../source-profile.contract.ts";
import { qichacha } from "./profile.ts";

describeProfile(qichacha, import.meta.dirname);
