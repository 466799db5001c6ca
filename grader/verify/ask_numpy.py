"""Runs the NumPy functions of a workbook on its cases.

Called by `npm run numpy`: reads the cases as JSON on standard input, and writes what the functions of
`neural_network.py` in the folder named on the command line return.
"""

import json
import re
import sys

sys.dont_write_bytecode = True

try:
    import numpy as np
except ImportError:
    sys.exit("NumPy is not installed for this Python: pip install numpy")

sys.path.insert(0, sys.argv[1])
import neural_network


def snake_case(name):
    """`forwardMlp` -> `forward_mlp`."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


def to_numpy(value):
    """Matrices become arrays, functions those of the same name; numbers stay numbers."""
    if isinstance(value, list):
        return np.array(value, dtype=np.float64)
    if isinstance(value, dict) and "function" in value:
        return getattr(neural_network, snake_case(value["function"]), None)
    if isinstance(value, dict):
        return {name: to_numpy(item) for name, item in value.items()}
    return value


def to_json(value):
    """Arrays become lists, tuples become lists of them."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, dict):
        return {name: to_json(item) for name, item in value.items()}
    return float(value)


outputs = {}
for question in json.load(sys.stdin):
    function = getattr(neural_network, snake_case(question["name"]), None)
    if function is None:
        sys.exit(f"neural_network.py has no function {snake_case(question['name'])}.")
    outputs[question["name"]] = {
        case: to_json(function(*[to_numpy(value) for value in inputs])) for case, inputs in question["cases"].items()
    }
json.dump({"numpy": np.__version__, "outputs": outputs}, sys.stdout)
