"""The toolkit of the series in NumPy: what fixtures/*/numpy.json is made with (npm run numpy)."""

import numpy as np


def relu(Z):
    """max(0, z), entry by entry."""
    return np.maximum(0, Z)


def softmax(Z):
    """Softmax of each row."""
    exp_Z = np.exp(Z - np.max(Z, axis=1, keepdims=True))
    return exp_Z / np.sum(exp_Z, axis=1, keepdims=True)


def cross_entropy(A, y):
    """Mean over samples of -sum(y * log(A))."""
    return -np.mean(np.sum(y * np.log(A + 1e-15), axis=1))


def forward_mlp(X, W1, b1, W2, b2):
    """Hidden activations and class probabilities of a two-layer perceptron."""
    A1 = relu(X @ W1 + b1)
    A2 = softmax(A1 @ W2 + b2)
    return A1, A2
