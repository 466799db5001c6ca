// The same while the file is loaded.
// verdict: error load
// says: something that cannot be shown
const trap = () => {
  throw new Error("trap");
};
throw new Proxy({}, new Proxy({}, { get: () => trap }));
export {};
