import path from 'node:path';

/** The kit's own folder, which is a workbook too. */
export const KIT_ROOT = path.resolve(__dirname, '../..');

/** ts-node, which runs the command line and whatever else of the kit has a process of its own. */
export const TS_NODE = path.join(KIT_ROOT, 'grader/tsNode.cjs');

/** Vitest's program. */
export const VITEST = path.join(KIT_ROOT, 'node_modules/vitest/vitest.mjs');

/** The folder of things remembered between runs, which git ignores. It may not be there yet. */
export const progressFolder = (root: string) => path.join(root, '.progress');
