import { expect, test } from 'vitest';
import { gradeAnswer } from '../../test/support/temporarySubmissions';

const forwardMlp = (handed: string) => `import { relu } from './relu';
import { softmax } from './softmax';
export function forwardMlp(X: any, W1: any, b1: any, W2: any, b2: any): any {
  const A1 = relu(${handed});
  return [A1, softmax(A1)];
}`;

const messageOf = async (handed: string) => {
  const { checks } = await gradeAnswer('forwardMlp', forwardMlp(handed));
  return checks.find(({ id }) => id === 'agrees')?.message;
};

test('an error thrown in another answer is told where it began', async () => {
  expect(await messageOf('X + b1')).toMatch(
    /^forwardMlp threw an error at exercises\/relu\.ts:\d+: .+: relu got a string from exercises\/forwardMlp\.ts:4$/,
  );
  expect(await messageOf('undefined as any')).toMatch(/: relu got undefined from exercises\/forwardMlp\.ts:4$/);
});
