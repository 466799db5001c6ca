// Throws null while the file is loaded.
// verdict: error load
throw null;
export {};
