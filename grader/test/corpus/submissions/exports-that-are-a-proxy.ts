// Exports a Proxy whose every trap throws.
// verdict: error load
// says: trap
const trap = () => {
  throw new Error("trap");
};
module.exports = new Proxy({}, new Proxy({}, { get: () => trap }));
