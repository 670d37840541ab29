// One of many workers.
import { workForAll } from "../support/many-windows-programs.js";

workForAll();
