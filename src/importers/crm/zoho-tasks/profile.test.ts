import { describeProfile } from "../../source-profile.contract.ts";
import { zohoTasks } from "./profile.ts";

describeProfile(zohoTasks, import.meta.dirname);
