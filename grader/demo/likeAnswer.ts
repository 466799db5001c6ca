import type { Matrix } from '../../reference/matrix';
import { zeros } from '../authoring/inputs';
import type { Input, Value } from '../authoring/values';

/** By function, something of the kind and shapes that it returns for given inputs. */
const LIKE: Readonly<Record<string, (...inputs: readonly Matrix[]) => Value>> = {
  relu: (Z) => Z,
  softmax: (Z) => Z,
  forwardMlp: (X, W1, _b1, W2) => [zeros(X.length, W1[0].length), zeros(X.length, W2[0].length)],
  crossEntropy: () => 0,
};

/** Something of the kind and shapes that the function `name` of the chapter returns for `inputs`, which are matrices. */
export function likeAnswer(name: string, inputs: readonly Input[]): Value {
  return LIKE[name](...(inputs as readonly Matrix[]));
}
