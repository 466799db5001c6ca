// Imports a name that would write to the terminal.
// verdict: error import
// says: ␛[2J
import x from "\u001b[2J\u0000\n::error::forged";
export const relu = () => x;
