// One of many workers.
import { workForAll } from "../../test/support/many-windows-programs.js";

workForAll();
