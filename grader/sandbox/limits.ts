/** Bounds on what one guest may use and send. They are far above what any exercise needs. */

/** Numbers in one message: 32 MiB, twenty times a 784 x 256 layer. */
export const MAX_NUMBERS = 4 * 1024 * 1024;
/** Bytes of a message's JSON head. */
export const MAX_HEAD_BYTES = 1024 * 1024;
/** Items of a list or record: the answers of the series have at most a handful. */
export const MAX_ITEMS = 32;
/** Characters of one error message, stack trace or description. */
export const MAX_TEXT = 2000;
/** Characters that one call, and one exercise, may print before the rest is dropped. */
export const MAX_PRINTED = 4000;
/** Bytes of one source file. */
export const MAX_SOURCE_BYTES = 1024 * 1024;
/** JavaScript heap of the guest, in MiB. */
export const HEAP_MIB = 256;
/** All memory of the guest, in MiB, where the kernel bounds it. Node 24 and 26 set 500 of it aside before they start. */
export const MEMORY_MIB = 1024;
/** How long a guest may take to start and to load mathjs, in ms: generous, as no learner's code runs yet. */
export const START_LIMIT_MS = 15_000;
