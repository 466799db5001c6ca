import { shows } from './evidence';
import type { Rule } from './rule';

const LABELS = /^(?:y|t|y_?true|true_?y|targets?|labels?|y_?labels?|actual|expected|truth|ground_?truth|one_?hot)$/i;
const PREDICTIONS =
  /^(?:a|p|q|y_?hat|y_?pred(?:icted)?|pred(?:s|ictions?|icted)?|probs?|probabilities|outputs?|logits)$/i;

/** `crossEntropy(y, yHat)`, as libraries have it, where the contract says `(A, y)`. */
export const argumentOrder: Rule = {
  id: 'arguments-swapped',
  find(code, evidence) {
    const { exercise, parameters } = evidence;
    if (!shows(evidence, 'wrong-numbers', 'not-finite')) return [];
    if (!PREDICTIONS.test(parameters[0] ?? '') || !LABELS.test(parameters[1] ?? '')) return [];
    // Without a logarithm either order gives the same.
    if (!/\blog(?:1p|2|10)?\b/.test(code.text)) return [];
    return code.own(exercise).flatMap((made) => {
      const [first, second] = made.parameters.map(({ name }) => name);
      if (first === undefined || second === undefined) return [];
      if (!LABELS.test(first.getText()) || !PREDICTIONS.test(second.getText())) return [];
      return [
        code.sighting(
          first,
          `${exercise} is handed the probabilities first and the labels second, so that ${first.getText()} holds the probabilities: write (${second.getText()}, ${first.getText()})`,
        ),
      ];
    });
  },
};
