// Imports a file by its absolute path.
// verdict: error import
import secret from "/etc/passwd";
export const relu = () => secret;
