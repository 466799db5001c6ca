// An import that is nowhere but on Object.prototype: of a module that is not the learner's, if there is one.
// verdict: error load
// says: cannot be imported here
Object.assign(Object.prototype, { anything: 'softmax.ts' });
const load = require;
load('anything');
export const relu = (Z: number[][]) => Z;
