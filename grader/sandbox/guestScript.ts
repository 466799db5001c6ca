import { serve } from './guest';

/** A guest that is started from its script. */
serve();
