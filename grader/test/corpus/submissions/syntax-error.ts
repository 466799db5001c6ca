// A syntax error.
// verdict: error syntax
export function relu( {
