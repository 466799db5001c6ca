/** Bounds on what one guest may use and send. They are far above what any exercise needs. */

/** Numbers in one reply: 16 MiB, ten times a 784 x 256 layer, and hundreds of times what an exercise of ours sends back. */
export const MAX_NUMBERS = 2 * 1024 * 1024;
/** Bytes of a message's JSON head. */
export const MAX_HEAD_BYTES = 1024 * 1024;
/** Items of a list or record: the answers of the series have at most a handful. */
export const MAX_ITEMS = 32;
/** Characters of one error message, stack trace or description. */
export const MAX_TEXT = 2000;
/** Characters that one call may print, and a report on an exercise hold, before the rest is dropped. */
export const MAX_PRINTED = 4000;
/** Characters that are kept of all that an exercise prints, until it is known which of its cases fail. */
export const MAX_SESSION_PRINTED = 10 * MAX_PRINTED;
/** Bytes of one source file. */
export const MAX_SOURCE_BYTES = 1024 * 1024;
/** JavaScript heap of the guest, in MiB. */
export const HEAP_MIB = 256;
/**
 * What of it is for young objects from the start, in MiB: the inputs of a chapter nearly fit, so that they are hardly
 * ever moved. With 16, V8 aborts where it should refuse one ArrayBuffer too many.
 */
export const YOUNG_MIB = 8;
/** All memory of the guest, in MiB, where the kernel bounds it. Node 24 and 26 set 500 of it aside before they start. */
export const MEMORY_MIB = 1024;
/** How long a guest may take to start and to load mathjs, in ms: generous, as no learner's code runs yet. */
export const START_LIMIT_MS = 15_000;
/** Rows of one matrix: as many as MNIST's training set, twice. */
export const MAX_ROWS = 2 ** 17;
/**
 * What one exercise may send back in all its calls, as the host keeps it until it has judged: counted in numbers, of which
 * a row, a name or a value by itself takes eight.
 */
export const MAX_SESSION_NUMBERS = MAX_NUMBERS;
/** Source files of one exercise. */
export const MAX_FILES = 50;
/** Characters of JavaScript made from one source file: a source can be short and its JavaScript without end. */
export const MAX_OUTPUT_BYTES = 4 * MAX_SOURCE_BYTES;
/** How long one submission may have guests in a class, in ms, so that nobody can hold up the others. */
export const SUBMISSION_LIMIT_MS = 60_000;
/** How long the compiler may work on the files of one exercise, in ms. */
export const TRANSPILE_LIMIT_MS = 2000;
/** How long it may work on all files of a submission, in ms: a class must not wait for one of its students. */
export const SUBMISSION_TRANSPILE_MS = 8000;
/** How long it may try all files at once, in ms, before each is tried by itself: ten times what they take. */
export const TOGETHER_LIMIT_MS = 1000;
/** How long reading a file's syntax for the tutor may take, in ms: a hundred times what it takes. */
export const PARSE_LIMIT_MS = 300;
/** JavaScript heap of a compiler that has a process of its own, in MiB. */
export const TRANSPILE_MIB = 512;
/** Values that are kept of a program that is traced. */
export const MAX_TRACE_EVENTS = 4000;
/** Numbers that a trace may hold, those that say which value is which among them. */
export const MAX_TRACE_NUMBERS = 65_536;
/** Numbers of one traced value; of a larger one only that it is large. */
export const MAX_TRACED_VALUE = 256;
