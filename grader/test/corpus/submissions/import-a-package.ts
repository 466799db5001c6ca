// Imports a package.
// verdict: error import
import ts from "typescript";
export const relu = () => ts.version;
