// Imports a module of Node.
// verdict: error import
import fs from "node:fs";
export const relu = () => fs.readFileSync("/etc/passwd", "utf8");
