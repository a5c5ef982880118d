import { writeChecksums } from "./checksums.ts";

writeChecksums();
