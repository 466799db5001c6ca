// A line that keeps TypeScript’s parser busy for ever.
// verdict: error syntax
// time-limit: 2000
export const relu = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = async (x = ;
