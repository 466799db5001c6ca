"""The toolkit of the series, as the blog writes it in NumPy: what fixtures/*/numpy.json is made with."""

import numpy as np


def normalize(X):
    """Give every column mean 0 and standard deviation 1; only centre a column without spread."""
    spread = np.where(X.max(axis=0) == X.min(axis=0), 1, X.std(axis=0))
    return (X - X.mean(axis=0)) / spread


def matrix_multiply(X, W):
    """Multiply X (m, n) by W (n, p)."""
    return X @ W


def sigmoid(Z):
    """Squeeze every entry into [0, 1]: 1 / (1 + exp(-z)), in a form whose exp cannot overflow."""
    power = np.exp(-np.abs(Z))
    return np.where(Z >= 0, 1, power) / (1 + power)


def relu(Z):
    """Replace every negative entry by 0."""
    return np.maximum(0, Z)


def softmax(Z):
    """Turn every row of scores into probabilities; subtracting its maximum keeps exp from overflowing."""
    exp_Z = np.exp(Z - Z.max(axis=1, keepdims=True))
    return exp_Z / exp_Z.sum(axis=1, keepdims=True)


def mse_loss(y_pred, y):
    """Average the squared differences."""
    return np.mean((y_pred - y) ** 2)


def binary_cross_entropy(A, y):
    """Average the surprise at labels 0 or 1, given the probabilities A of label 1."""
    return -np.mean(y * np.log(A + 1e-15) + (1 - y) * np.log(1 - A + 1e-15))


def cross_entropy(A, y):
    """Average the surprise at one-hot labels, given the probabilities A of the classes."""
    return -np.mean(np.sum(y * np.log(A + 1e-15), axis=1))


def forward_perceptron(X, W, b):
    """Pass a batch through a single layer: sigmoid of the scores X W + b."""
    return sigmoid(X @ W + b)


def forward_mlp(X, W1, b1, W2, b2):
    """Pass a batch through two layers: relu inside, softmax outside."""
    A1 = relu(X @ W1 + b1)
    A2 = softmax(A1 @ W2 + b2)
    return A1, A2
