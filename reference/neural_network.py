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


def gradient_descent(
    X, y, W, b, lr, num_epochs, batch_size, loss_fn, activation_fn=lambda Z: Z, random=np.random.random
):
    """Train one layer on mini-batches, shuffled anew in every epoch; return W, b and the loss after each epoch."""
    W, b = W.copy(), b.copy()
    loss_history = []
    for _ in range(num_epochs):
        order = np.argsort([random() for _ in y], kind="stable")
        for start in range(0, len(order), batch_size):
            batch = order[start : start + batch_size]
            error = activation_fn(X[batch] @ W + b) - y[batch]
            W -= lr * X[batch].T @ error / len(batch)
            b -= lr * np.mean(error)
        loss_history.append(loss_fn(activation_fn(X @ W + b), y))
    return W, b, loss_history


def numerical_gradient(X, y, params, loss_fn, forward_fn, h=1e-4):
    """Estimate the slope of the loss in every entry of every parameter by central differences."""
    gradients = {}
    for name, values in params.items():
        gradients[name] = np.zeros_like(values)
        for at in np.ndindex(values.shape):
            original = values[at]
            values[at] = original + h
            above = loss_fn(forward_fn(X, params), y)
            values[at] = original - h
            below = loss_fn(forward_fn(X, params), y)
            values[at] = original
            gradients[name][at] = (above - below) / (2 * h)
    return gradients


def forward_perceptron(X, W, b):
    """Pass a batch through a single layer: sigmoid of the scores X W + b."""
    return sigmoid(X @ W + b)


def forward_mlp(X, W1, b1, W2, b2):
    """Pass a batch through two layers: relu inside, softmax outside."""
    A1 = relu(X @ W1 + b1)
    A2 = softmax(A1 @ W2 + b2)
    return A1, A2


# What cases hand over, as in reference/functions.ts.


def sum_of_squares(y_pred, y):
    """Add up the squared differences: a loss that grows with the number of samples."""
    return np.sum((y_pred - y) ** 2)


def linear_model(X, params):
    """Scores X W + b."""
    return X @ params["W"] + params["b"]


def perceptron(X, params):
    """Sigmoid of the scores X W + b."""
    return sigmoid(linear_model(X, params))


def two_layers(X, params):
    """The class probabilities of a two-layer perceptron."""
    return forward_mlp(X, params["W1"], params["b1"], params["W2"], params["b2"])[1]


def identity(Z):
    """The activation that changes nothing."""
    return Z


def uniform(seed):
    """A source of random numbers in [0, 1): mulberry32, in 32-bit arithmetic."""
    state = seed

    def draw():
        nonlocal state
        state = (state + 0x6D2B79F5) % 2**32
        mixed = (state ^ state >> 15) * (1 | state) % 2**32
        mixed ^= (mixed + (mixed ^ mixed >> 7) * (61 | mixed)) % 2**32
        return (mixed ^ mixed >> 14) / 2**32

    return draw
